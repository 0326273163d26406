import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder = "";
const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ankerpunt-"));
  await write("a.txt", "Wijkcoach\n\nDe wijkcoach overlegt met bewoners. Zij maakt afspraken.\n");
  await write("b.txt", "Tuincoach\n\nDe tuincoach overlegt met klanten. Zij plant heggen.\n");
  await write("lijst.csv", 'id,text,document\n=1+1,"Overlegt, en plant",x\n2,Overlegt vaak,y\n');
  await write("leeg.txt", "");
  await write(
    "binair.txt",
    new Uint8Array(4096).map((_, i) => (i * 7) % 32),
  );
  await write("geen-tekst.csv", "id,naam\n1,x\n");
  await write("dubbel.csv", "id,text\n1,a\n1,b\n");
});
afterAll(() => rm(folder, { recursive: true }));

/** The built command, as a user runs it: `npm test` builds it first, `npm run build:lib` does by hand. */
const COMMAND = join(process.cwd(), "dist/cli/main.js");

function run(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}
const at = (name: string) => join(folder, name);

/** What a built file loads before it runs, itself included. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";$/gm))
    loadedBy(join(dirname(file), name as string), found);
  return found;
}

/** The large data among that. */
const dataOf = (file: string): string[] =>
  [...loadedBy(join(process.cwd(), "dist", file))]
    .map((path) => basename(path, ".js"))
    .filter((name) => name.startsWith("data-"))
    .sort();

test("what is loaded has the large data that it works with, and no other", () => {
  expect(dataOf("index.js")).toEqual(["data-common", "data-nl", "data-thesaurus", "data-vectors", "data-words"]);
  const match = /import\("([^"]+)"\)\)\.matchCommand/.exec(readFileSync(COMMAND, "utf8"))?.[1] ?? "";
  // With the signal words a list is matched by no more than this.
  expect(dataOf(join("cli", match))).toEqual(["data-words"]);
  expect(dataOf("node/match-worker.js")).toEqual([]);
});

test("the command loads little code before it knows what is asked", () => {
  const size = [...loadedBy(COMMAND)].reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(50_000);
});

describe("ankerpunt", { timeout: 60_000 }, () => {
  test.each(["--json", "--csv"])("ends quietly where its reader stops reading (%s | head -1)", async (form) => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},Overlegt met buur ${i} over heg ${i}`);
    const child = spawn(process.execPath, [COMMAND, "parse", "-", form]);
    child.stdin.end(`id,text\n${rows.join("\n")}\n`);
    let said = "";
    child.stderr.on("data", (piece) => {
      said += piece;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((done) => child.on("close", done));
    expect([status, said]).toEqual([0, ""]);
  });

  test.each([["--help"], ["match", "--help"]])(
    "help ends quietly where nobody reads it (%s | true)",
    async (...args) => {
      const child = spawn(process.execPath, [COMMAND, ...args]);
      child.stdout.destroy();
      let said = "";
      child.stderr.on("data", (piece) => {
        said += piece;
      });
      const status = await new Promise((done) => child.on("close", done));
      expect([status, said]).toEqual([0, ""]);
    },
  );

  test("parse prints one JSON document and nothing else, whatever the order of the files", () => {
    const one = run(["parse", at("a.txt"), at("b.txt"), "--json"]);
    expect(one.status).toBe(0);
    expect(one.stderr).toBe("");
    const corpus = JSON.parse(one.stdout);
    expect(Object.keys(corpus).slice(0, 3)).toEqual(["schema", "generator", "settings"]);
    expect(corpus.schema).toBe("ankerpunt/corpus@1");
    expect(corpus.dossiers).toHaveLength(2);
    expect(run(["parse", at("b.txt"), at("a.txt"), "--json"]).stdout).toBe(one.stdout);
  });

  test("parse --without-text prints no sentence", () => {
    const { stdout } = run(["parse", at("a.txt"), "--json", "--without-text"]);
    expect(stdout).not.toContain("overlegt met");
    expect(JSON.parse(stdout).dossiers[0].statements[0].text).toBeNull();
  });

  test("CSV has its field names first and no live formulas, in ids neither", () => {
    const { stdout } = run(["parse", at("lijst.csv"), "--csv"]);
    expect(stdout.split("\n")[0]).toBe(
      "dossier,unit,code,section,id,text,lead,scope,start,end,unitTitle,statementCode,level",
    );
    expect(stdout).toContain("'=1+1");
    expect(stdout).toContain('"Overlegt, en plant"');
  });

  test("overlap and match print rows", () => {
    const overlap = JSON.parse(run(["overlap", folder, "--json"]).stdout);
    expect(overlap.schema).toBe("ankerpunt/overlap@1");
    expect(overlap.cells.length).toBe(6);
    const match = JSON.parse(run(["match", at("a.txt"), at("b.txt"), "--json", "--top", "1"]).stdout);
    expect(match.schema).toBe("ankerpunt/match@1");
    expect(match.rows[0]).toMatchObject({ rank: 1 });
  });

  test("levels prints a profile, and rows of marks", () => {
    const levels = JSON.parse(run(["levels", at("a.txt"), "--json"]).stdout);
    expect(levels.schema).toBe("ankerpunt/levels@1");
    expect(levels.dossiers[0]).toMatchObject({ variants: [], counts: [], profile: { level: null } });
    expect(run(["levels", at("a.txt"), "--csv"]).stdout.trim()).toBe("dossier,id,unit,of,variant,mark");
    expect(run(["levels", at("a.txt")]).stdout).toContain("knowledge");
  });

  test("match --shard and merge give what match gives, in every form", async () => {
    const lines = Array.from(
      { length: 600 },
      (_, i) => `s${i},overlegt over taak ${i % 50} met team ${i % 7},d${i % 3}`,
    );
    await write("veel.csv", `id,text,document\n${lines.join("\n")}\n`);
    const options = ["match", at("veel.csv"), "--signals", "words", "--top", "2"];
    for (const shard of ["1/2", "2/2"]) {
      const file = at(`deel-${shard[0]}.json`);
      expect(run([...options, "--shard", shard, "--json", "--out", file])).toMatchObject({ status: 0, stderr: "" });
    }
    const parts = [at("deel-2.json"), at("deel-1.json")];
    for (const form of [["--json"], ["--csv"], []]) {
      expect(run(["merge", ...parts, ...form]).stdout).toBe(run([...options, ...form]).stdout);
    }
    const missing = run(["merge", at("deel-2.json"), "--json"]);
    expect(missing).toMatchObject({ status: 1, stdout: "" });
    expect(missing.stderr).toMatch(/missing: 1\n$/);
    for (const name of ["veel.csv", "deel-1.json", "deel-2.json"]) await rm(at(name));
  });

  test("match in threads gives what one thread gives", async () => {
    // More candidates than are all scored.
    const lines = Array.from({ length: 5100 }, (_, i) => `s${i},overlegt over taak${i % 90} met team${i % 70},d`);
    await write("lang.csv", `id,text,document\n${lines.join("\n")}\n`);
    await write("kort.csv", "id,text,document\n1,Overlegt over taak7,x\n2,bespreekt team8,x\n3,plant taak9 in,y\n");
    const options = ["match", at("kort.csv"), at("lang.csv"), "--json"];
    const one = run([...options, "--workers", "1"]);
    expect(JSON.parse(one.stdout)).toMatchObject({ settings: { among: 500 } });
    expect(JSON.parse(one.stdout).rows).toHaveLength(30);
    expect(run([...options, "--workers", "3"])).toEqual(one);
    for (const name of ["lang.csv", "kort.csv"]) await rm(at(name));
  });

  test("anchors lists statements and units; unknown themes and codebooks that are wrong are wrong usage", async () => {
    const anchors = JSON.parse(run(["anchors", at("a.txt"), "--json"]).stdout);
    expect(anchors).toMatchObject({ schema: "ankerpunt/anchors@1", theme: "interprofessioneel-samenwerken" });
    expect(anchors.statements).toHaveLength(2);
    expect(run(["anchors", at("a.txt"), "--csv"]).stdout.split("\n")[0]).toContain("id,section,label,score");
    const unknown = run(["anchors", at("a.txt"), "--theme", "koken"]);
    expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toContain("digitale-vaardigheden, interprofessioneel-samenwerken");
    await write("thema.json", '{"schema":"ankerpunt/theme@1"}');
    expect(run(["anchors", at("a.txt"), "--theme", at("thema.json")])).toMatchObject({ status: 2, stdout: "" });
    await rm(at("thema.json"));
    expect(JSON.parse(run(["anchors", at("a.txt"), at("b.txt"), "--gaps", "--json"]).stdout).gaps).toHaveLength(2);
    const themed = JSON.parse(
      run(["overlap", at("a.txt"), at("b.txt"), "--theme", "digitale-vaardigheden", "--json"]).stdout,
    );
    expect(themed.cells[0]).toMatchObject({ aStatements: 0, aInB: null });
    expect(run(["align", at("a.txt"), at("b.txt"), "--theme", "koken"]).status).toBe(2);
  });

  test.each(["code", "train"])("%s refuses a corpus without text", (command) => {
    const bare = run(["parse", at("a.txt"), "--without-text", "--json"]).stdout;
    const { status, stderr } = run([command, "-", "--out", at("blad.csv")], bare);
    expect(status).toBe(1);
    expect(stderr).toContain("needs text");
  });

  test("code writes a sheet for each coder, and evaluate --theme reads them back", async () => {
    expect(run(["code", at("a.txt"), "--coders", "an,bo", "--out", at("blad.csv")])).toMatchObject({
      status: 0,
      stderr: "",
    });
    for (const coder of ["an", "bo"]) {
      const [head, ...rows] = (await readFile(at(`blad-${coder}.csv`), "utf8")).trim().split("\n");
      expect(head).toBe(`id,dossier,unit,section,lead,text,coder-${coder},remark`);
      await write(`blad-${coder}.csv`, `${head}\n${rows.map((row) => row.replace(/,,$/, ",geen,")).join("\n")}\n`);
    }
    const sheets = ["--gold", at("blad-an.csv"), "--gold", at("blad-bo.csv")];
    const { result, units } = JSON.parse(
      run(["evaluate", at("a.txt"), ...sheets, "--theme", "interprofessioneel-samenwerken", "--json"]).stdout,
    );
    expect(result.coders).toEqual(["coder-an", "coder-bo", "program"]);
    expect(units.agreements[0].agreement.value).toBe(1);
    expect(run(["code", at("a.txt"), "--coders", "an,an", "--out", at("blad.csv")]).status).toBe(2);
    for (const coder of ["an", "bo"]) await rm(at(`blad-${coder}.csv`));
  });

  test("align, crosswalk, versions and evaluate print their documents; bad decisions and gold are one line, status 1", async () => {
    const [a, b] = [at("a.txt"), at("b.txt")];
    const align = JSON.parse(run(["align", a, b, "--by", "statement", "--json"]).stdout);
    expect(Object.keys(align).slice(0, 3)).toEqual(["schema", "generator", "settings"]);
    expect(align).toMatchObject({ schema: "ankerpunt/align@1", onlyA: expect.any(Array), onlyB: expect.any(Array) });
    expect(run(["align", a, b])).toMatchObject({ status: 1, stdout: "" });
    const [id, other] = [align.pairs[0]?.a ?? align.onlyA[0].id, align.pairs[0]?.b ?? align.onlyB[0].id];
    await write("besluiten.csv", `a,b,decision,remark\n${id},${other},confirmed,=ja\nweg,,no-match,\n`);
    const decided = run(["crosswalk", a, b, "--by", "statement", "--decisions", at("besluiten.csv"), "--csv"]);
    expect(decided.stdout.split("\n")[1]).toMatch(/,confirmed,'=ja,/);
    expect(decided.stderr).toContain("weg");
    await write("besluiten.csv", "a,b,decision\nx,y,misschien\n");
    const bad = run(["crosswalk", a, b, "--decisions", at("besluiten.csv")]);
    expect(bad).toMatchObject({ status: 1, stdout: "" });
    expect(bad.stderr.trim().split("\n")).toHaveLength(1);
    await rm(at("besluiten.csv"));
    expect(JSON.parse(run(["versions", a, b, "--json"]).stdout).schema).toBe("ankerpunt/versions@1");
    await write("goud.csv", `vraag,kandidaat,graad\n${id},weg,2\n`);
    expect(run(["evaluate", a, b, "--gold", at("goud.csv")])).toMatchObject({ status: 1, stdout: "" });
    await rm(at("goud.csv"));
  });

  test("export writes files named after the dossiers into a folder", async () => {
    const out = at("uit");
    const { status } = run(["export", at("a.txt"), at("b.txt"), "--to", "case", "--out", out]);
    expect(status).toBe(0);
    expect(await readdir(out)).toEqual(["tuincoach.case.json", "wijkcoach.case.json"]);
    await rm(out, { recursive: true });
    expect(run(["export", at("a.txt"), "--to", "pdf", "--out", out])).toMatchObject({ status: 2 });
    expect(run(["export", at("a.txt"), "--to", "csv", "--out", join("nergens", "x")])).toMatchObject({ status: 2 });
  });

  test("export takes decisions made in either order, and names those about other ids", async () => {
    const [a, b, out] = [at("a.txt"), at("b.txt"), at("uit")];
    const { pairs } = JSON.parse(run(["align", a, b, "--by", "statement", "--json"]).stdout);
    await write("besluiten.csv", `a,b,decision\n${pairs[0].a},${pairs[0].b},confirmed\nx,y,confirmed\n`);
    const flags = ["--to", "skos", "--by", "statement", "--out", out, "--decisions", at("besluiten.csv")];
    const { status, stderr } = run(["export", a, b, ...flags]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^ankerpunt: --decisions .*: 1 decision is about ids that are not compared here: x and y\n$/,
    );
    // Dossiers go by the name of their file; here b comes before a.
    await rename(b, at("0.txt"));
    const turned = run(["export", a, at("0.txt"), ...flags]);
    await rename(at("0.txt"), b);
    expect(turned.stderr).toBe(stderr);
    expect(await readFile(join(out, "tuincoach--wijkcoach.ttl"), "utf8")).toContain("skos:exactMatch");
    await rm(out, { recursive: true });
    await rm(at("besluiten.csv"));
  });

  test("reads standard input, and extract gives back the text", () => {
    expect(run(["extract", "-"], "Één regel\n").stdout).toBe("Één regel\n");
  });

  test("takes standard input twice, with a dossier of it named, and with threads", async () => {
    const list = "id,text,document\n1,Snoeit heggen,x\n2,Snoeit hagen,y\n";
    const wanted = "a,b,score,rank\n1,2,";
    expect(run(["match", "--csv", "--", "-#x", "-#y"], list).stdout).toContain(wanted);
    await write("buiten.csv", list);
    expect(run(["match", "--csv", "--workers", "2", "--", "-#x", `${at("buiten.csv")}#y`], list).stdout).toContain(
      wanted,
    );
    await rm(at("buiten.csv"));
  });

  test.each([
    ["a missing file", "weg.txt", "no such file"],
    ["an empty file", "leeg.txt", "the file is empty"],
    ["binary data", "binair.txt", "not text"],
    ["a table without text", "geen-tekst.csv", "no text column"],
    ["an id twice", "dubbel.csv", 'the id "1" stands twice'],
  ])("%s: one clear line, status 1, nothing on standard output", (_, name, reason) => {
    const { status, stdout, stderr } = run(["parse", at(name), "--json"]);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(name);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });

  test("train makes vectors that match takes, and says what they were made of", () => {
    const list = "data/voorbeeld/stellingenlijst-gastvrij-werken.csv";
    const vectors = at("vectoren.json");
    expect(run(["train", list, "--dimensions", "3", "--out", vectors])).toMatchObject({
      status: 0,
      stdout: "",
    });
    const { stdout } = run(["match", list, "--signals", "vectors", "--vectors", vectors, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      settings: { signals: { vectors: 3 }, given: { vectors: { dimensions: 3, seed: 1 } } },
    });
  });

  test("with several files the rest is done and the bad one stands in skipped", () => {
    const { status, stdout, stderr } = run(["parse", at("a.txt"), at("leeg.txt"), "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).skipped).toEqual([{ file: "leeg.txt", reason: "the file is empty" }]);
    expect(stderr).toContain("leeg.txt");
  });

  test.each([
    ["an unknown option", ["parse", "x", "--onbekend"]],
    ["no files", ["parse"]],
    ["a number out of range", ["overlap", "x", "--threshold", "2"]],
    ["an unknown kind", ["parse", "x", "--kind", "brief"]],
    ["an unknown signal", ["match", "x", "--signals", "woorden"]],
    ["embeddings without a model", ["match", "x", "--signals", "ngrams,embeddings"]],
    ["stems of signals that have their own", ["match", "x", "--stems", "natural"]],
    ["a shard that is none", ["match", "x", "--json", "--shard", "3/2"]],
    ["a shard in a form that cannot be merged", ["match", "x", "--shard", "1/2"]],
    ["two forms of output", ["parse", "x", "--json", "--csv"]],
    ["--out into a folder that is not there", ["parse", "x", "--out", join("nergens", "x.json")]],
    ["--out into what is a file", ["parse", "x", "--out", join("package.json", "x.json")]],
    ["--out that is a folder", ["parse", "x", "--out", "src"]],
    ["decisions for a format without mappings", ["export", "x", "--to", "csv", "--out", "weg", "--decisions", "y"]],
    ["rows of what is no table", ["train", "x", "--out", "weg", "--csv"]],
    ["an unknown theme for export", ["export", "x", "--to", "csv", "--out", "weg", "--theme", "onbekend"]],
    ["an unknown theme for evaluate", ["evaluate", "--gold", "weg.csv", "--theme", "onbekend"]],
  ])("%s is wrong usage: status 2", (_, args) => {
    const { status, stdout } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  test.each([
    ["parse", []],
    ["parse", ["--audit"]],
    ["parse", ["--no-repair"]],
    ["extract", []],
  ])("an unknown #id is wrong usage and is named: %s %j", (command, more) => {
    const { status, stdout, stderr } = run([command, `${at("a.txt")}#niemand`, ...more]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("niemand");
  });

  test("--out writes the file whole and leaves nothing else", async () => {
    const before = (await readdir(folder)).length;
    expect(run(["parse", at("a.txt"), "--json", "--out", at("uit.json")])).toMatchObject({ status: 0, stdout: "" });
    expect((await readdir(folder)).length).toBe(before + 1);
    await rm(at("uit.json"));
  });

  test("--version and --help are no errors", () => {
    expect(run(["--version"])).toMatchObject({ status: 0 });
    expect(run(["--help"])).toMatchObject({ status: 0, stderr: "" });
  });
});
