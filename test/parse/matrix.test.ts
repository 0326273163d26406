import { describe, expect, it } from "vitest";
import type { Warning } from "../../src/model.js";
import { findAlphabet } from "../../src/parse/matrix-marks.js";
import { placeMarks, type RowEvidence } from "../../src/parse/matrix-place.js";
import { marksOf, readProfileText, rowsOf, withMatrix } from "../helpers/profiel.js";

interface Read {
  rows: [string, string][];
  warnings: Warning[];
  unparsed: number;
}

async function read(matrix: string, n: number): Promise<Read> {
  const dossier = await readProfileText(withMatrix(matrix, n));
  return { rows: rowsOf(dossier), warnings: dossier.warnings, unparsed: dossier.coverage.unparsed };
}

describe("the shapes that extraction leaves", () => {
  it("marks behind the text, on the next line, one a line, with white space for the empty cells", async () => {
    const { rows, warnings, unparsed } = await read(
      [
        "Proces Varianten",
        "",
        "de kok:",
        "",
        "wast de groente x x x x",
        "",
        "maakt de saus en bewaart die op de juiste ",
        "temperatuur ",
        " ",
        "",
        "x x x",
        "",
        "stelt het menu samen ",
        "   ",
        "",
        "(x)",
        " ",
        "",
        "x",
      ].join("\n"),
      4,
    );
    expect(rows).toEqual([
      ["wast de groente", "xxxx"],
      ["maakt de saus en bewaart die op de juiste temperatuur", "-xxx"],
      ["stelt het menu samen", "--ox"],
    ]);
    expect(warnings).toEqual([]);
    expect(unparsed).toBe(0);
  });

  it("a row that goes on after its marks, at the end of the matrix and before the next row", async () => {
    const { rows } = await read(
      "Proces Varianten\n\nwast de groente x x x\n\nmaakt schoon met middelen die veilig zijn voor de x x x\n gast en het milieu    \n\nkoelt het eten terug\n\nx x x\n\nruimt op, zodat iedereen in de x x x\n\n keuken verder kan",
      3,
    );
    expect(rows).toEqual([
      ["wast de groente", "xxx"],
      ["maakt schoon met middelen die veilig zijn voor de gast en het milieu", "xxx"],
      ["koelt het eten terug", "xxx"],
      ["ruimt op, zodat iedereen in de keuken verder kan", "xxx"],
    ]);
  });

  it("a row that ends with a comma is whole, where the next one has marks of its own", async () => {
    const { rows } = await read("Proces\n\nde kok:\nbewaakt de kwaliteit, x x\nis aanspreekpunt x x\n", 2);
    expect(rows).toEqual([
      ["bewaakt de kwaliteit,", "xx"],
      ["is aanspreekpunt", "xx"],
    ]);
  });

  it("heads on their side are headings, whatever is left of them", async () => {
    const { rows, unparsed } = await read(
      "Proces\n\n \nVarianten\n\nde kok:\n\nC\nh\n\nef\nk\no\n\nk\n b\n\ne\n kookt x x\n\nsnijdt x x",
      2,
    );
    expect(rows).toEqual([
      ["kookt", "xx"],
      ["snijdt", "xx"],
    ]);
    expect(unparsed).toBe(0);
  });

  it("rows with bullets, and rows that blank lines part, wherever the marks stand in them", async () => {
    expect(
      (await read("Proces\nde kok:\n- maakt soep x x\n  van groente\n- bakt brood\n  x x\n- snijdt vlees x x", 2)).rows,
    ).toEqual([
      ["maakt soep van groente", "xx"],
      ["bakt brood", "xx"],
      ["snijdt vlees", "xx"],
    ]);
    expect(
      (
        await read(
          "Proces\nde kok:\n\nmaakt soep van\ngroente    x x\nuit de tuin\n\nbakt brood x x\n\nsnijdt vlees x x",
          2,
        )
      ).rows,
    ).toEqual([
      ["maakt soep van groente uit de tuin", "xx"],
      ["bakt brood", "xx"],
      ["snijdt vlees", "xx"],
    ]);
  });
});

describe("where the marks stand", () => {
  it("warns where the white space tells another place, and keeps the ladder", async () => {
    const { rows, warnings } = await read("Proces\n\nde kok:\n\nkookt x x x\n\nsnijdt x x\n\nbakt  x x", 3);
    expect(rows).toEqual([
      ["kookt", "xxx"],
      ["snijdt", "-xx"],
      ["bakt", "-xx"],
    ]);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ["matrix-row", "1.1: the white space before 2 marks does not count 1 empty cells; read as -xx"],
    ]);
  });

  it("follows white space that accounts for every column against the ladder, where it is right everywhere else", async () => {
    const ladder = ["kookt", "bakt", "snijdt", "wast", "koelt"].map((verb) => `${verb} alles  x x`);
    const { rows, warnings } = await read(
      ["Proces", "de kok:", "kookt x x x", ...ladder, "helpt x  x", ""].join("\n\n"),
      3,
    );
    expect(rows.at(-1)).toEqual(["helpt", "x-x"]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toBe("1.1: a higher variant is left out, as the layout shows; read as x-x");
  });

  it("does not follow it where nothing shows that it can be trusted", async () => {
    const { rows, warnings } = await read("Proces\n\nde kok:\n\nkookt x x x\n\nhelpt x  x", 3);
    expect(rows.at(-1)).toEqual(["helpt", "-xx"]);
    expect(warnings).toHaveLength(1);
  });

  it("keeps the last marks of a row with too many, and says so", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${["kookt", "bakt", "snijdt"][i % 3]} ${"goed ".repeat(i + 1)}x x`,
    );
    const found = await read(["Proces", "de kok:", ...rows, "wast (x) x x"].join("\n\n"), 2);
    expect(found.rows.at(-1)).toEqual(["wast", "xx"]);
    expect(found.warnings.map(({ message }) => message)).toEqual(["1.1: 3 marks for 2 variants; read as xx"]);
  });

  it("gives no marks where the rows have more columns than there are variants", async () => {
    const { rows, warnings } = await read("Proces\n\nde kok:\n\nkookt x x x x\n\nbakt x x x x", 3);
    expect(rows).toEqual([
      ["kookt", "---"],
      ["bakt", "---"],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["matrix-columns"]);
  });

  it("takes the order of the columns from their heads", async () => {
    const { rows } = await read("Proces\tkeukenmanager\tchef-kok\nkookt\t\tx\nbeslist\tx\t\nproeft\tx\t(x)", 2);
    expect(rows).toEqual([
      ["kookt", "x-"],
      ["beslist", "-x"],
      ["proeft", "ox"],
    ]);
  });

  it("one row of a document has no columns to compare with", () => {
    const row: RowEvidence = { marks: [{ start: 9, end: 10, mark: "full" }], matrix: 0, columns: [9], white: null };
    expect(placeMarks([row], 3)).toEqual([{ cells: [null, null, "full"], doubt: null }]);
  });
});

describe("signs", () => {
  const marks = (lines: string[], line: string): string =>
    marksOf(
      findAlphabet(lines)
        ?.read(line)
        ?.marks.map(({ mark }) => mark) ?? [],
    );
  it.each([
    ["kookt x (x) X", "xox"],
    ["kookt ( x ) ×", "ox"],
    ["kookt ✓ (✓) ✓", "xox"],
    ["kookt ● ◐ ○", "xo-"],
    ["kookt + +/- -", "xo-"],
    ["kookt ++ ± +", "xox"],
    ["kookt v (v)", "xo"],
    ["kookt ja nee deels", "x-o"],
    ["kookt - - x x", "--xx"],
    ["kookt xxx", "xxx"],
    ["| kookt | x |  | (x) |", "xo"],
  ])("%s", (line, wanted) => {
    expect(marks([line, line], line)).toBe(wanted);
  });

  it("an open circle is partial where rows have empty cells, none where it fills them", () => {
    expect(marks(["kookt ● ●", "bakt ○"], "snijdt ○ ●")).toBe("ox");
    expect(marks(["kookt ● ○ ○", "bakt ○ ● ○"], "snijdt ○ ● ●")).toBe("-xx");
  });

  it("text has no marks: dashes, bullets, abbreviations and numbers of words", () => {
    const alphabet = findAlphabet(["kookt x x", "bakt (x) x"]);
    for (const line of ["werkt aan woon- ", "kookt -", "- kookt", "kent de x-as", "kookt voor max", "", "  "]) {
      expect(alphabet?.read(line) ?? null, line).toBeNull();
    }
    expect(findAlphabet(["• kookt", "• bakt", "kookt ja", "v"])).toBeNull();
  });

  it("a line that never ends takes no time", () => {
    const line = `${"x ".repeat(200_000)}y`;
    const started = performance.now();
    expect(findAlphabet([line])).toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
