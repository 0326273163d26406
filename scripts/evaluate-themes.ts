// How well the program labels a theme: npm run evaluate:themes [-- --errors] [GOLD [SOURCES]]. First the statements of
// data/judged, written and labelled before the program ran; then, where they are, ankerpunten-001.csv (id, unit, text,
// lezer1, lezer2, partners) in GOLD (default ../shared/gold) and, in SOURCES (default ../shared/bronnen), a document of
// passages that were all chosen for the theme. Beside it a search for four words, which anyone could do.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type AnchorsResult, findAnchors } from "../src/compare/index.js";
import { buildCorpus } from "../src/corpus/index.js";
import { cohenKappa, labelScores } from "../src/evaluate/index.js";
import { tableToCsv } from "../src/export/index.js";
import { THEME_LABELS } from "../src/model.js";
import { builtInThemes, type Theme } from "../src/themes/index.js";

type Row = Record<string, string>;

const errors = process.argv.includes("--errors");
const [gold = "../shared/gold", sources = "../shared/bronnen"] = process.argv
  .slice(2)
  .filter((word) => word !== "--errors");
const KEYWORDS = /samenwerk|overleg|afstem|multidisciplinair/i;
const figure = (value: number): string => (Number.isNaN(value) ? "   – " : value.toFixed(3));
const labels = [...THEME_LABELS];
const read = async (file: string): Promise<Row[]> => parse(await readFile(file), { columns: true });

function report(name: string, judged: readonly string[], given: readonly string[]): void {
  const scores = labelScores(judged, given, labels);
  const cells = scores.map(
    ({ label, precision, recall, f1 }) => `${label} P ${figure(precision)} R ${figure(recall)} F1 ${figure(f1)}`,
  );
  const macro = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
  console.log(
    `${name.padEnd(22)} ${cells.join(" | ")} | macro-F1 ${figure(macro)} kappa ${figure(cohenKappa(judged, given, labels))}`,
  );
}

for (const theme of builtInThemes()) await ownStatements(theme);
if (existsSync(gold)) await sharedGold();
if (existsSync(sources)) await documents();

/** Each statement is a document of its own, so that nothing is concluded from its neighbours. */
async function ownStatements(theme: Theme): Promise<void> {
  const rows = await read(join("data/judged", `${theme.id}.csv`));
  const list = tableToCsv({
    name: "list",
    fields: ["id", "document", "text"],
    rows: rows.map(({ id, text }) => ({ id, document: id, text })),
  });
  const corpus = await buildCorpus([{ file: "own.csv", bytes: new TextEncoder().encode(list) }]);
  const given = new Map(findAnchors(corpus, theme).statements.map(({ id, label, rules }) => [id, { label, rules }]));
  const labelOf = ({ id = "" }: Row): string => given.get(id)?.label ?? "geen";
  console.log(`${theme.id}: ${rows.length} statements of our own`);
  for (const set of [...new Set(rows.map((row) => row.set ?? ""))].sort()) {
    const own = rows.filter((row) => row.set === set);
    report(
      `set ${set} (${own.length})`,
      own.map(({ label = "" }) => label),
      own.map(labelOf),
    );
    if (!errors) continue;
    for (const row of own.filter((one) => labelOf(one) !== one.label)) {
      console.log(
        `  ${row.id} ${row.label} → ${labelOf(row)} ${given.get(row.id ?? "")?.rules.join(" ")}: ${row.text}`,
      );
    }
  }
  console.log();
}

async function sharedGold(): Promise<void> {
  const file = join(gold, "ankerpunten-001.csv");
  const rows = await read(file);
  const column = (name: string): string[] => rows.map((row) => row[name] ?? "");
  const list = findAnchors(await buildCorpus([{ file: "gold.csv", bytes: new Uint8Array(await readFile(file)) }]));
  const byId = new Map(list.statements.map((statement) => [statement.id, statement]));
  const given = rows.map((row) => byId.get(row.id ?? "")?.label ?? "geen");

  console.log(`${rows.length} statements judged by two readers, held against the first`);
  report("program", column("lezer1"), given);
  report(
    "four words: kern",
    column("lezer1"),
    column("text").map((text) => (KEYWORDS.test(text) ? "kern" : "geen")),
  );
  report("second reader", column("lezer1"), column("lezer2"));
  const marked = rows.filter((row, i) => row.lezer1 !== "geen" && given[i] !== "geen");
  const same = marked.filter((row) => row.partners === byId.get(row.id ?? "")?.partners.join(" "));
  console.log(`partners the same in ${same.length} of the ${marked.length} that both mark`);
  const none = rows.filter((row) => row.lezer1 === "geen");
  const wrong = none.filter((row) => byId.get(row.id ?? "")?.label !== "geen");
  console.log(`of ${none.length} geen, marked all the same: ${wrong.length} (${figure(wrong.length / none.length)})`);
}

async function documents(): Promise<void> {
  const names = (await readdir(sources)).filter((name) => name.endsWith(".txt") && !/^readme/i.test(name)).sort();
  const corpus = await buildCorpus(
    await Promise.all(
      names.map(async (name) => ({ file: name, bytes: new Uint8Array(await readFile(join(sources, name))) })),
    ),
  );
  const found = findAnchors(corpus);
  console.log("\nshare of statements and of werkprocessen (with statements) that carry the theme");
  for (const { id, kind } of corpus.dossiers) console.log(share(found, id, kind));
}

function share({ statements, units }: AnchorsResult, dossier: string, kind: string): string {
  const own = statements.filter((statement) => statement.dossier === dossier);
  const positive = own.filter(({ label }) => label !== "geen").length;
  const processes = units.filter(
    (unit) => unit.dossier === dossier && /-W\d+$/.test(unit.code ?? "") && unit.statements > 0,
  );
  const hit = processes.filter(({ label }) => label !== "geen").length;
  const text = processes.length === 0 ? "" : `; werkprocessen ${hit} of ${processes.length}`;
  return `  ${kind} ${dossier}: ${positive} of ${own.length} (${figure(positive / own.length)})${text}`;
}
