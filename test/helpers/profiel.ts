/** Prints a beroepscompetentieprofiel of our own as text extraction would leave it, with one kind of damage a row. */
import type { Dossier, Mark } from "../../src/model.js";
import { parseDossiers } from "../../src/parse/index.js";
import { readDocument } from "../../src/read/index.js";

const VARIANTS = ["hulpkok", "kok", "zelfstandig kok", "gespecialiseerd kok", "chef-kok", "keukenmanager"];
const LEVELS = ["mbo-niveau 1", "mbo-niveau 2", "mbo-niveau 3", "mbo-niveau 4", "associate degree", "hbo-bachelor"];

export interface Row {
  text: string;
  cells: (Mark | null)[];
  shape: Shape;
}

/** How the marks of a row stand to its text. */
export const SHAPES = [
  "behind",
  "next-line",
  "one-a-line",
  "over-page",
  "marks-over-page",
  "in-the-middle",
  "no-white-space",
] as const;
export type Shape = (typeof SHAPES)[number];

export interface PrintOptions {
  doubleSpaced: boolean;
  width: number;
  /** Letters of a head that stood on its side. */
  rotated: boolean;
  signs?: { full: string; partial: string };
}

/** "--xxx", "o" for a partial mark. */
export const marksOf = (cells: readonly (Mark | null)[]): string =>
  cells.map((cell) => (cell === "full" ? "x" : cell === "partial" ? "o" : "-")).join("");

/** Lines of at most a width, words whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function printRow({ text, cells, shape }: Row, { width, signs, doubleSpaced }: PrintOptions, page: number): string[] {
  const marks = cells.flatMap((cell) =>
    cell === null ? [] : [cell === "full" ? (signs?.full ?? "x") : (signs?.partial ?? "(x)")],
  );
  const empty = cells.length - marks.length;
  const lines = wrap(text, width);
  const last = lines.at(-1) as string;
  const before = lines.slice(0, -1);
  const gap = doubleSpaced ? [""] : [];
  switch (shape) {
    case "behind":
      return [...before, `${last} ${" ".repeat(empty)}${marks.join(" ")}`];
    case "next-line":
      return [...lines, " ".repeat(empty), ...gap, marks.join(" ")];
    case "one-a-line":
      return [...lines, " ".repeat(empty + 1), "", ...marks.flatMap((mark, i) => (i === 0 ? [mark] : [" ", "", mark]))];
    case "over-page": {
      // The page breaks between text and marks, where there is one line of text, and within the text otherwise.
      const at = before.length > 0 ? before.length : lines.length;
      const broken = ["", "", "", `${page}  `, "", ...lines.slice(at)];
      return [...lines.slice(0, at), ...broken, " ".repeat(empty), ...gap, marks.join(" ")];
    }
    case "marks-over-page": {
      const half = Math.ceil(marks.length / 2);
      const next = marks.length > half ? [marks.slice(half).join(" ")] : [];
      return [
        ...lines,
        " ".repeat(empty),
        ...gap,
        marks.slice(0, half).join(" "),
        "",
        "",
        "",
        `${page}  `,
        "",
        ...next,
      ];
    }
    case "in-the-middle": {
      // The text breaks off behind a word that nothing ends with.
      const cut = text.search(/(?<= (?:en|de|van|het)) /u);
      const [first, rest] = [text.slice(0, cut), text.slice(cut + 1)];
      const head = wrap(first, width);
      const top = head.pop() as string;
      return [...head, `${top} ${" ".repeat(empty)}${marks.join(" ")}`, ...gap, ...wrap(` ${rest}`, width)];
    }
    case "no-white-space":
      return [...lines, marks.join(" ")];
  }
}

/** Loose letters of names, as a head on its side leaves them. */
function letters(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    (name.match(/\p{L}{1,2}/gu) ?? []).flatMap((pair, i) => (i % 2 === 0 ? [pair, ""] : [pair])),
  );
}

/** A profile with one competency and its matrix, damaged row by row. */
export function printProfile(rows: readonly Row[], options: PrintOptions): string {
  const names = VARIANTS.slice(-(rows[0]?.cells.length ?? 0));
  let page = 20;
  const body = rows.map((row) => {
    if (row.shape.endsWith("over-page")) page++;
    return printRow(row, options, page).join("\n");
  });
  const head = options.rotated ? letters(names).join("\n") : "";
  return profile(names, ["Proces Varianten", "de kok:", ...(head ? [head] : []), ...body], options.doubleSpaced);
}

/** A profile whose matrix keeps its layout: columns of a printed page, tabs, or bars. */
export function printTable(
  rows: readonly Omit<Row, "shape">[],
  kind: TableKind,
  signs = { full: "x", partial: "(x)" },
): string {
  const names = VARIANTS.slice(-(rows[0]?.cells.length ?? 0));
  const sign = (cell: Mark | null): string => (cell === null ? "" : cell === "full" ? signs.full : signs.partial);
  const table = rows.flatMap(({ text, cells }) => {
    const signs = cells.map(sign);
    if (kind === "tabs") return [[text, ...signs].join("\t")];
    if (kind === "bars") return [`| ${[text, ...signs].join(" | ")} |`];
    // A cell of text of several lines, the marks beside its first or last one.
    const lines = wrap(text, 44);
    const at = kind === "columns-first" ? 0 : lines.length - 1;
    return lines.map((line, i) =>
      i === at ? `${line.padEnd(50)}${signs.map((own) => own.padEnd(8)).join("")}`.trimEnd() : line,
    );
  });
  const heads =
    kind === "bars" ? [`| Proces | ${names.join(" | ")} |`, `|---${"|---".repeat(names.length)}|`] : ["Proces"];
  return profile(names, [[...heads, ...(kind === "bars" ? [] : ["de kok:"]), ...table].join("\n")], false);
}

export const TABLES = ["columns-first", "columns-last", "tabs", "bars"] as const;
export type TableKind = (typeof TABLES)[number];

/** A profile around a matrix written out by hand, for the last `n` of the variants. */
export const withMatrix = (matrix: string, n: number): string => profile(VARIANTS.slice(-n), [matrix], false);

function profile(names: readonly string[], matrix: readonly string[], doubleSpaced: boolean): string {
  const gap = doubleSpaced ? "\n\n" : "\n";
  return [
    "1 Beroepsvarianten",
    `In dit beroepscompetentieprofiel staan de volgende varianten van het beroep:${gap}${names.map((name) => `- ${name}: werkt in de keuken;`).join(gap)}`,
    names.map((name) => `${name} ${LEVELS[VARIANTS.indexOf(name)]}`).join(gap),
    "2 Competenties",
    "Competentiegebied 1: Koken",
    "1.1 De kok is in staat om lekker te koken, zodat de gast voldaan is.",
    ...matrix,
    `Resultaat:${gap}- de gast is voldaan.`,
    "Competentiegebied 2: Werken",
    "2.1 De kok is in staat om veilig te werken.",
    "",
  ].join("\n\n");
}

export async function readProfileText(text: string): Promise<Dossier> {
  const source = await readDocument(new TextEncoder().encode(text), "profiel.txt");
  if (!("text" in source)) throw new Error("no text");
  return parseDossiers(source, undefined, { kind: "beroepscompetentieprofiel" })[0] as Dossier;
}

/** The rows of the matrices of a dossier, text and marks. */
export function rowsOf(dossier: Dossier): [string, string][] {
  return dossier.statements
    .filter(({ section }) => section === "proces")
    .map(({ text, variants }) => [
      text ?? "",
      marksOf((dossier.variants ?? []).map(({ id }) => variants?.[id] ?? null)),
    ]);
}
