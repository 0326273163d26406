/** What holds for every text, read as any kind: nothing lost, everything in its place, ids that stay. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOSSIER_KINDS, type Dossier, type DossierKind } from "../../src/model.js";
import { parseDossiers } from "../../src/parse/index.js";
import type { SourceText } from "../../src/read/index.js";
import { type RepairedText, repairText } from "../../src/repair/index.js";
import { covered, nonWhite } from "../helpers/examples.js";

const KINDS = DOSSIER_KINDS.filter((kind) => kind !== "statement-list");

interface Read {
  source: SourceText;
  repaired: RepairedText;
  dossiers: Dossier[];
}

function read(
  text: string,
  kind?: DossierKind,
  format: SourceText["format"] = "text",
  repair = true,
  file = "x.txt",
): Read {
  const source: SourceText = { file, sha256: "", format, text };
  const repaired = repairText(text, { repair });
  return { source, repaired, dossiers: parseDossiers(source, repaired, kind ? { kind } : {}) };
}

/** More by hand: RUNS=20 runs twenty times as many. */
const RUNS = Number(process.env.RUNS ?? 1);
const TIMEOUT = 60_000 * RUNS;

const letters = (text: string): string => text.replace(/\s+/g, " ").trim();

function check({ source, dossiers }: Read): void {
  expect(dossiers.length).toBeGreaterThan(0);
  expect(covered(dossiers)).toBe(nonWhite(source.text));
  const ids = new Set<string>();
  for (const dossier of dossiers) {
    const units = new Map(dossier.units.map((unit) => [unit.id, unit]));
    for (const { id } of [dossier, ...dossier.units, ...dossier.statements]) {
      expect(ids.has(id), `${id} twice`).toBe(false);
      ids.add(id);
    }
    for (const [i, unit] of dossier.units.entries()) {
      // Units stand after the unit that holds them.
      if (unit.parent !== null) expect(dossier.units.findIndex(({ id }) => id === unit.parent)).toBeLessThan(i);
      expect(unit.code === null).toBe(unit.codeOrigin === null);
      expect([...unit.competencies].sort()).toEqual(unit.competencies);
    }
    let last = -1;
    for (const statement of dossier.statements) {
      const { start, end, parts } = statement.source;
      expect(units.has(statement.unit)).toBe(true);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(source.text.length);
      expect(start).toBeGreaterThanOrEqual(last);
      last = start;
      expect(statement.section).not.toBe("");
      for (const [i, [a, b]] of (parts ?? []).entries()) {
        expect(a).toBeLessThan(b);
        expect(a).toBeGreaterThanOrEqual(parts?.[i - 1]?.[1] ?? start);
        expect(b).toBeLessThanOrEqual(end);
      }
    }
  }
}

/** Without repairs the text of a statement is what stands in its place, white space made single. */
function checkSlices({ source, dossiers }: Read): void {
  for (const { statements } of dossiers) {
    for (const { text, source: at } of statements) {
      const raw = (at.parts ?? [[at.start, at.end]]).map(([a, b]) => source.text.slice(a, b)).join(" ");
      expect(letters(raw)).toBe(letters(text as string));
    }
  }
}

const word = fc.constantFrom(
  ..."de het een medewerker overlegt met collega's kennis van werk, groen Zij Hij plan klanten. (veilig) en/of B1-K1 2.1 x X * ** : ; 4 é ﬁ".split(
    " ",
  ),
);
const prose = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));
const title = fc.constantFrom(
  "Snoeit heggen",
  "Begeleidt leerlingen",
  "Werken in de wijk",
  "Overlegt",
  "Bereidt het werk voor",
);
const code = fc
  .tuple(
    fc.constantFrom("B", "P", "D"),
    fc.constantFrom("1", "2", "I", "l"),
    fc.constantFrom("", "-K1", "-K2", "-KI"),
    fc.constantFrom("", "-W1", "-w2", "-WS5", "-W?", "-wW3"),
  )
  .map((parts) => parts.join(""));
const line = fc.oneof(
  { weight: 6, arbitrary: prose },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("- ", "-", ". ", "• ", "1. ", "a. ", "] ", "§ ", "• 1 ", "• a. ", "1°. "), prose)
      .map(([mark, text]) => mark + text),
  },
  { weight: 3, arbitrary: fc.tuple(code, fc.constantFrom(": ", " ", ":"), title).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(code, title, code).map((parts) => parts.join(" ")) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        "Omschrijving",
        "Resultaat",
        "Gedrag",
        "Complexiteit",
        "Verantwoordelijkheid en zelfstandigheid",
        "Vakkennis en vaardigheden",
      ],
      ...[
        "Basisdeel",
        "Profieldeel",
        "Mbo-niveau",
        "4",
        "Typering van het beroep",
        "Context",
        "2. Generieke onderdelen",
        "Beroepsvereisten",
        "Nee",
      ],
      ...[
        "Voor Voorman geldt aanvullend:",
        "N.v.t.",
        "De onderliggende competenties zijn: Leren, Samenwerken en",
        "overleggen",
        "De hovenier:",
      ],
      ...[
        "Overzicht van het dossier",
        "Inhoud",
        "Leeswijzer",
        "KWALIFICATIEDOSSIER",
        "Keuzedeel mbo",
        "Hovenier (01/08/21)",
        "P1 Voorman 4",
      ],
      ...[
        "* Met plan wordt ook bestek bedoeld.",
        "Overal waar ‘zij’ staat, wordt ook ‘hij’ bedoeld.",
        "Artikel 3",
        "Artikel 4. Toezicht",
        "Hoofdstuk 2",
      ],
      ...[
        "Niveau 1",
        "Niveau 2: gevorderd",
        "Competentie 1: Leren",
        "Competentie 2",
        "3 Taken",
        "3.1 Werk",
        "A. Kennis",
        "KENNIS",
        "Kerndoel 4: Zij leren.",
      ],
      ...[
        "# Kop",
        "## Kop",
        "**Kop**",
        "| a | b |",
        "|---|---|",
        "Vakraad | pagina 3 van 7",
        "Vakraad | pagina 4 van 7",
        "12",
        "\f",
        "© 2020",
      ],
    ),
  },
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "binary" }) },
);
const document = fc.array(line, { maxLength: 60 }).map((lines) => lines.join("\n"));
const kind = fc.constantFrom(undefined, ...KINDS);
const format = fc.constantFrom<SourceText["format"]>("text", "markdown");

describe("any text, read as any kind", () => {
  it(
    "loses nothing and keeps everything in its place",
    () => {
      fc.assert(
        fc.property(document, kind, format, (text, as, written) => {
          if (nonWhite(text) === 0) return;
          check(read(text, as, written));
        }),
        { numRuns: 600 * RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    "has statements whose text stands in their place, where nothing is repaired",
    () => {
      fc.assert(
        fc.property(
          document,
          fc.constantFrom<DossierKind>("kwalificatiedossier", "ankerpunten", "keuzedeel", "generic"),
          (text, as) => {
            if (nonWhite(text) === 0) return;
            checkSlices(read(text, as, "text", false));
          },
        ),
        { numRuns: 400 * RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    "is read the same twice, whatever the file is called",
    () => {
      fc.assert(
        fc.property(document, kind, (text, as) => {
          if (nonWhite(text) === 0) return;
          const [first, again] = [read(text, as), read(text, as, "text", true, "other.txt")];
          expect(again.dossiers.map((own) => ({ ...own, source: null }))).toEqual(
            first.dossiers.map((own) => ({ ...own, source: null })),
          );
        }),
        { numRuns: 150 * RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    "takes any characters at all",
    () => {
      fc.assert(
        fc.property(fc.string({ minLength: 1, maxLength: 400, unit: "binary" }), kind, (text, as) => {
          if (nonWhite(text) > 0) check(read(text, as));
        }),
        { numRuns: 300 * RUNS },
      );
    },
    TIMEOUT,
  );
});

/** A dossier with the given number of werkprocessen, clean. */
const dossierOf = (n: number): string =>
  `Kwalificatiedossier Hovenier\n\nBasisdeel\n\nB1-K1: Groen onderhouden\n\n${Array.from(
    { length: n },
    (_, i) =>
      `B1-K1-W${i + 1}: Doet werk ${i + 1}\nOmschrijving\nZij doet ${"a".repeat(i + 1)} in de tuin.\nGedrag\nDe hovenier:\n-werkt ${"b".repeat(i + 1)};\n`,
  ).join("\n")}`;

describe("ids", () => {
  it(
    "stay where something else of the document changes",
    () => {
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (n, at) => {
          const text = dossierOf(n);
          const gone = (at % n) + 1;
          const changed = text.replace(`Zij doet ${"a".repeat(gone)} in`, "Zij doet iets anders in");
          const [before, after] = [text, changed].map(
            (own) => read(own).dossiers[0]?.statements.map(({ id }) => id) ?? [],
          );
          const differ = (before ?? []).filter((id) => !after?.includes(id));
          expect(differ).toHaveLength(1);
        }),
        { numRuns: 40 * RUNS },
      );
    },
    TIMEOUT,
  );
});

/** A line again and again, each time with another number. */
const many = (line: (i: number) => string, size: number): string => {
  const out: string[] = [];
  for (let length = 0; length < size; length += (out.at(-1) as string).length) out.push(line(out.length));
  return out.join("");
};

describe("hard inputs are read in time that grows with their size", () => {
  const SIZE = 150_000;
  const inputs: [name: string, kind: DossierKind | undefined, text: string][] = [
    [
      "codes",
      "kwalificatiedossier",
      many((i) => `B1-K${1 + (i % 9)}-W${1 + (i % 30)}: Titel ${i}\nOmschrijving\nZij doet ${i}.\n`, SIZE),
    ],
    [
      "an overview",
      "kwalificatiedossier",
      `Overzicht\n${many((i) => `P${i % 90}-K${i % 9}-W${i % 99} Titel ${i}\n`, SIZE)}`,
    ],
    [
      "titles without codes",
      "kwalificatiedossier",
      `Overzicht\nB1-K1 X B1-K1-W1\n${many((i) => `Titel ${i}\n`, SIZE)}B1-K1-W2\n`,
    ],
    [
      "lost headings",
      "kwalificatiedossier",
      `Overzicht\nP1-K1 X\nP1-K1-W1 Snoeit\nP1-K1-W2 Plant\nP1-K1-W3 Rooit\n${many(() => "Profieldeel\n\nOmschrijving\nZij snoeit.\n\n", SIZE)}`,
    ],
    [
      "scopes",
      "kwalificatiedossier",
      `B1-K1: X\nComplexiteit\n${many((i) => `Voor functie ${i} geldt aanvullend:\n- kan dit\n`, SIZE)}`,
    ],
    [
      "competencies",
      "kwalificatiedossier",
      `B1-K1-W1: X\nGedrag\n${many(() => "De onderliggende competenties zijn: Begeleiden, Leren,\n", SIZE)}`,
    ],
    [
      "dossiers",
      undefined,
      many((i) => `KWALIFICATIEDOSSIER\nBeroep ${i}\n\nB1-K1: Taak ${i}\nHij werkt hier.\n`, SIZE),
    ],
    ["lines", "generic", many((i) => `Plannen van werk ${i}\n`, SIZE)],
    ["nested lists", "generic", many(() => "- a:\n  - b\n1. c\n", SIZE)],
    ["one line", "generic", many((i) => `de medewerker overlegt met collega's over ${i} en `, SIZE)],
    ["labels", "generic", many((i) => `Woord${String.fromCharCode(97 + (i % 26))} ${i}: Titel\n`, SIZE)],
    ["a letter", undefined, "P".repeat(SIZE)],
  ];

  it.each(inputs)("%s", (_, kind, text) => check(read(text, kind)), TIMEOUT);

  it(
    "marks of Markdown that are never closed",
    () =>
      check(
        read(
          many(() => "*a *b [c `d ", SIZE / 5),
          "generic",
          "markdown",
        ),
      ),
    TIMEOUT,
  );
});
