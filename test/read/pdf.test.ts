import { describe, expect, it } from "vitest";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { lines, type Piece, pdf, pdfFrom } from "../helpers/pdf.js";

const read = async (pages: Piece[][], options = {}): Promise<SourceText> =>
  (await readDocument(pdf(pages, options), "x.pdf")) as SourceText;
const text = async (pieces: Piece[], options = {}): Promise<string> => (await read([pieces], options)).text;
/** The text without what is known to be furniture or a note. */
const body = ({ text: all, furniture = [], notes = [] }: SourceText): string => {
  let left = all;
  for (const [start, end] of [...furniture, ...notes].sort((a, b) => b[0] - a[0]))
    left = left.slice(0, start) + left.slice(end);
  return left;
};

const PROSE = [
  "De begeleider overlegt met de bewoner over wat er die dag nodig is en",
  "schrijft dat op in het plan. Daarna gaat zij aan het werk met de anderen,",
  "die elk hun eigen taak hebben.",
];

describe("lines and blocks", () => {
  it("lines of one paragraph follow each other, a gap makes a blank line", async () => {
    expect(await text([...lines(60, 100, PROSE), ...lines(60, 160, ["Een tweede alinea volgt hier."])])).toBe(
      `${PROSE.join("\n")}\n\nEen tweede alinea volgt hier.\n`,
    );
  });

  it("headings by their size, or by their font where the distance is the same", async () => {
    const pieces = [
      { text: "Taken", x: 60, y: 80, size: 16 },
      ...lines(60, 100, PROSE),
      { text: "Resultaat", x: 60, y: 142, bold: true },
      { text: "Het plan is uitgevoerd en de bewoner is er tevreden mee.", x: 60, y: 156 },
    ];
    expect(await text(pieces)).toBe(
      `Taken\n\n${PROSE.join("\n")}\n\nResultaat\n\nHet plan is uitgevoerd en de bewoner is er tevreden mee.\n`,
    );
  });

  it("pieces of a line in any order, words set letter by letter, text drawn twice", async () => {
    const pieces = [
      { text: "naar de klant.", x: 110, y: 100 },
      { text: "Zij luistert", x: 60, y: 100 },
      { text: "Zij luistert", x: 60.3, y: 100 },
      ..."helpt".split("").map((c, i) => ({ text: c, x: [60, 66.1, 72.2, 74.6, 80.7][i] as number, y: 114 })),
    ];
    expect(await text(pieces)).toBe("Zij luistert naar de klant.\nhelpt\n");
  });

  it("the bullet of an item may stand far before it", async () => {
    const items = ["helpt de bewoner", "overlegt met collega's"].flatMap((words, i) => [
      { text: "•", x: 60, y: 100 + i * 14 },
      { text: words, x: 80, y: 100 + i * 14 },
    ]);
    expect(await text(items)).toBe("• helpt de bewoner\n• overlegt met collega's\n");
  });

  it("a landscape page that is turned reads as it is shown", async () => {
    const objects = pdf([lines(60, 100, PROSE)]);
    const turned = Buffer.from(objects)
      .toString("latin1")
      .replace("/Type /Page /Parent", "/Type /Page /Rotate 90 /Parent");
    const upright = (await readDocument(new Uint8Array(Buffer.from(turned, "latin1")), "x.pdf")) as SourceText;
    // All text is turned now: it is kept, out of the running text.
    expect(upright.text.replace(/\s+/g, " ")).toContain("De begeleider overlegt met de bewoner");
  });
});

describe("columns", () => {
  const LEFT = [
    "De eerste kolom begint hier en loopt door",
    "over een aantal regels tekst die elk ver",
    "genoeg naar rechts gaan om de kolom te",
    "vullen, zoals dat in een folder of in een",
    "tijdschrift ook het geval is, totdat wij",
  ];
  const RIGHT = [
    "bovenaan rechts verder lezen. Daar gaat",
    "dezelfde zin door en komen er nog enkele",
    "regels bij die met de linker kolom niets",
    "te maken hebben maar wel op dezelfde",
    "hoogte staan als de regels aan die kant.",
  ];

  it.each([0, 5])("two columns are read one after the other, also %s points apart in height", async (shift) => {
    const wide = {
      text: "Boven de kolommen staat een regel over de hele breedte van de bladzijde, tot rechts.",
      x: 60,
      y: 80,
    };
    expect(await text([wide, ...lines(60, 110, LEFT), ...lines(320, 110 + shift, RIGHT)])).toBe(
      `${wide.text}\n\n${[...LEFT, ...RIGHT].join("\n")}\n`,
    );
  });

  it("a table whose cells are full of text is read row by row", async () => {
    const row = (y: number, left: string[], right: string[]) => [...lines(60, y, left), ...lines(320, y, right)];
    const pieces = [
      ...row(100, LEFT.slice(0, 3), RIGHT.slice(0, 2)),
      ...row(160, LEFT.slice(1, 3), RIGHT.slice(1, 4)),
      ...row(220, LEFT.slice(2, 5), RIGHT.slice(0, 3)),
    ];
    const cells = (await text(pieces)).split("\n\n");
    const expected = [LEFT[0], RIGHT[0], LEFT[1], RIGHT[1], LEFT[2], RIGHT[0]] as string[];
    expect(cells.map((cell, i) => cell.slice(0, expected[i]?.length))).toEqual(expected);
  });
});

describe("tables", () => {
  it("label and text on lines of their own, a broken label on one", async () => {
    const pieces = [
      ...lines(60, 100, ["Complexiteit"]),
      ...lines(200, 100, ["De medewerker heeft te maken met bewoners die", "elk iets anders willen."]),
      ...lines(60, 140, ["Verantwoordelijkheid en", "zelfstandigheid"]),
      ...lines(200, 140, ["Zij werkt zelfstandig.", "Bij twijfel vraagt zij raad."]),
    ];
    expect(await text(pieces)).toBe(
      "Complexiteit\n\nDe medewerker heeft te maken met bewoners die\nelk iets anders willen.\n\nVerantwoordelijkheid en zelfstandigheid\n\nZij werkt zelfstandig.\nBij twijfel vraagt zij raad.\n",
    );
  });

  const X = [400, 430, 460, 490];
  const marks = (y: number, cells: string[]): Piece[] =>
    cells.flatMap((cell, i) =>
      cell === "" ? [] : [{ text: cell, x: (X[i] as number) - (cell.length > 1 ? 6 : 3), y }],
    );

  it("marks keep their columns, also where one is empty on this page", async () => {
    const heads = ["Helper", "Medewerker", "Begeleider", "Leider"].map((word, i) => ({
      text: word,
      x: (X[i] as number) + 4,
      y: 90,
      turns: 1,
    }));
    const pages = [
      [
        { text: "Proces", x: 60, y: 85 },
        ...heads,
        ...lines(60, 110, ["Luistert naar bewoners en vat samen wat zij", "zeggen."]),
        ...marks(110, ["x", "x", "x", "x"]),
        ...lines(60, 150, ["Stelt een plan op."]),
        ...marks(150, ["", "(x)", "x", "x"]),
      ],
      [
        ...lines(60, 110, ["Leidt het overleg."]),
        ...marks(110, ["", "", "", "x"]),
        ...lines(60, 140, ["Schrijft een verslag."]),
        ...marks(140, ["", "", "(x)", "x"]),
      ],
    ];
    const { text: found } = await read(pages);
    expect(found.split("\n").filter((line) => line.includes("\t"))).toEqual([
      "Proces\tHelper\tMedewerker\tBegeleider\tLeider",
      "Luistert naar bewoners en vat samen wat zij zeggen.\tx\tx\tx\tx",
      "Stelt een plan op.\t\t(x)\tx\tx",
      "Leidt het overleg.\t\t\t\tx",
      "Schrijft een verslag.\t\t\t(x)\tx",
    ]);
  });

  it("rotated heads of two lines, read upwards or downwards", async () => {
    const head = (words: string[], at: number, turns: number): Piece[] =>
      words.map((text, i) => ({
        text,
        x: (X[at] as number) + (turns === 1 ? -1 + 11 * i : 4 - 11 * i),
        y: turns === 1 ? 90 : 40,
        size: 9,
        turns,
      }));
    for (const turns of [1, 3]) {
      const pieces = [
        ...head(["Helper"], 0, turns),
        ...head(["Persoonlijk", "begeleider"], 1, turns),
        ...head(["Eerste", "begeleider"], 2, turns),
        ...head(["Leider"], 3, turns),
        ...lines(60, 110, ["Luistert naar bewoners."]),
        ...marks(110, ["x", "x", "", "x"]),
        ...lines(60, 140, ["Stelt een plan op."]),
        ...marks(140, ["", "x", "", "x"]),
      ];
      expect(await text(pieces)).toBe(
        "\tHelper\tPersoonlijk begeleider\tEerste begeleider\tLeider\n\nLuistert naar bewoners.\tx\tx\t\tx\n\nStelt een plan op.\t\tx\t\tx\n",
      );
    }
  });

  it("a column without any mark is known by the even distance of the others", async () => {
    const rows = [
      ["x", "", "", "x"],
      ["x", "(x)", "", ""],
      ["", "x", "", "x"],
    ];
    const pieces = rows.flatMap((row, i) => [
      ...lines(60, 100 + 30 * i, [`Doet iets van soort ${i + 1}.`]),
      ...marks(100 + 30 * i, row),
    ]);
    expect(await text(pieces)).toBe(
      "Doet iets van soort 1.\tx\t\t\tx\n\nDoet iets van soort 2.\tx\t(x)\t\t\n\nDoet iets van soort 3.\t\tx\t\tx\n",
    );
  });
});

describe("what is drawn", () => {
  /** Rectangles with the given corners from the top of the page, filled. */
  const boxes = (...corners: [number, number, number, number][]): string =>
    corners.map(([x0, y0, x1, y1]) => `${x0} ${842 - y1} ${x1 - x0} ${y1 - y0} re f`).join("\n");
  const [XS, YS] = [
    [50, 170, 210, 250],
    [100, 116, 146, 162],
  ];
  /** The lines of a table of three columns and three rows. */
  const GRID = [
    ...XS.map((x): [number, number, number, number] => [x, 100, x + 0.5, 162]),
    ...YS.map((y): [number, number, number, number] => [50, y, 250, y + 0.5]),
  ];

  it("the lines of a table part cells that no gap parts", async () => {
    const found = await text(
      [
        { text: "Gedrag van de kok", x: 53, y: 112 },
        { text: "Kok", x: 176, y: 112 },
        { text: "Chef", x: 216, y: 112 },
        ...lines(53, 128, ["kookt voor gasten en", "hun kinderen"]),
        { text: "x", x: 186, y: 128 },
        { text: "x", x: 226, y: 128 },
        { text: "leidt anderen", x: 53, y: 158 },
        { text: "x", x: 226, y: 158 },
      ],
      { before: boxes(...GRID) },
    );
    expect(found).toBe(
      "Gedrag van de kok\tKok\tChef\n\nkookt voor gasten en hun kinderen\tx\tx\n\nleidt anderen\t\tx\n",
    );
  });

  it("the same where each cell is a frame of its own", async () => {
    const frames = YS.slice(0, -1)
      .flatMap((y, i) =>
        XS.slice(0, -1).map(
          (x, j) =>
            `${x} ${842 - (YS[i + 1] as number)} ${(XS[j + 1] as number) - x} ${(YS[i + 1] as number) - y} re S`,
        ),
      )
      .join("\n");
    const found = await text(
      [
        { text: "Naam", x: 53, y: 112 },
        { text: "rol in", x: 182, y: 112 },
        { text: "werk", x: 214, y: 112 },
        { text: "Kok", x: 53, y: 128 },
        { text: "kookt", x: 173, y: 128 },
        { text: "hier", x: 213, y: 128 },
      ],
      { before: frames },
    );
    expect(found.split("\n\n")).toEqual(["Naam", "rol in", "werk", "Kok", "kookt", "hier\n"]);
  });

  it("marks that are dots in the cells of a table", async () => {
    const found = await text(
      [
        { text: "Gedrag", x: 53, y: 112 },
        { text: "Kok", x: 176, y: 112 },
        { text: "Chef", x: 216, y: 112 },
        { text: "kookt", x: 53, y: 128 },
        { text: "leidt", x: 53, y: 158 },
      ],
      { before: boxes(...GRID, [186, 122, 190, 126], [226, 122, 230, 126], [226, 152, 230, 156]) },
    );
    expect(found).toContain("kookt\t●\t●\n\nleidt\t\t●\n");
  });

  it("bullets, and no dot in the middle of a line", async () => {
    const found = await text(lines(80, 100, ["overlegt met de gast;", "kookt het eten.", "De kok werkt"], 20), {
      before: boxes([68, 95, 71, 98], [68, 115, 71, 118], [90, 135, 93, 138]),
    });
    expect(found.split(/\n+/)).toEqual(["• overlegt met de gast;", "• kookt het eten.", "De kok werkt", ""]);
  });

  it("a picture of many lines is none", async () => {
    const many = Array.from({ length: 21_000 }, (_, i) => `${50 + (i % 500)} 200 m ${50 + (i % 500)} 260 l S`);
    expect(await text(lines(60, 600, ["De kok kookt."]), { before: many.join("\n") })).toBe("De kok kookt.\n");
  });
});

describe("what the page adds", () => {
  const page = (n: number, words: string[]): Piece[] => [
    { text: "Profiel Begeleider", x: 60, y: 40, size: 9 },
    ...lines(60, 100, words),
    { text: `Pagina ${n} van 3`, x: 260, y: 810, size: 9 },
  ];

  it("heads, feet and page numbers are furniture, and a sentence goes on over them", async () => {
    const found = await read([page(1, PROSE.slice(0, 1)), page(2, PROSE.slice(1, 2)), page(3, PROSE.slice(2))]);
    const added = found.furniture?.map(([a, b]) => found.text.slice(a, b)).join("");
    const running = [1, 2, 3].map((n) => `Profiel Begeleider\nPagina ${n} van 3\n`);
    expect(added).toBe(running.join("\f"));
    expect(body(found)).toBe(`${PROSE.join("\n")}\n`);
  });

  it("headings that count at the top of their pages are not", async () => {
    const pages = [1, 2, 3].map((n) => [
      { text: `Competentie ${n}`, x: 60, y: 60, size: 15 },
      ...lines(60, 100, PROSE),
    ]);
    expect((await read(pages)).text.match(/Competentie \d/g)).toHaveLength(3);
    expect(body(await read(pages)).match(/Competentie \d/g)).toHaveLength(3);
  });

  it("footnotes and their marks", async () => {
    const found = await read([
      [
        { text: "De begeleider helpt bewoners", x: 60, y: 100 },
        { text: "1", x: 203, y: 96, size: 6.5 },
        { text: "met hun huis van 20 m", x: 210, y: 100 },
        { text: "2", x: 318, y: 96, size: 6.5 },
        ...lines(60, 114, PROSE),
        { text: "1", x: 60, y: 757, size: 5.5 },
        { text: "Met bewoners worden ook familieleden bedoeld,", x: 65, y: 760, size: 8.5 },
        { text: "en wie hen vaak bezoekt.", x: 65, y: 771, size: 8.5 },
      ],
    ]);
    expect(found.notes?.map(([a, b]) => found.text.slice(a, b))).toEqual([
      "1 Met bewoners worden ook familieleden bedoeld,\nen wie hen vaak bezoekt.\n",
    ]);
    expect(body(found).split("\n")[0]).toBe("De begeleider helpt bewoners met hun huis van 20 m2");
  });
});

describe("what cannot be read", () => {
  it("a PDF without text needs OCR; a page without text is told", async () => {
    const picture = "q 500 0 0 700 40 40 cm 0.5 g 0 0 1 1 re f Q";
    await expect(readDocument(pdfFrom([picture, picture]), "scan.pdf")).rejects.toThrow(/without text.*OCR/);
    await expect(
      read([1, 2, 3].map((n) => [{ text: `Gescand op maandag, blad ${n}`, x: 60, y: 820, size: 8 }])),
    ).rejects.toThrow(/OCR/);
    const { warnings } = await read([lines(60, 100, PROSE), [], lines(60, 100, PROSE.slice(1))]);
    expect(warnings?.map(({ message }) => message)).toEqual(["page 2 has no text: blank, or a picture that needs OCR"]);
  });

  it("a PDF cut off is read as far as it goes, and told", async () => {
    const bytes = pdf([lines(60, 100, PROSE), lines(60, 100, PROSE.slice(1))]);
    const { warnings, text: found } = (await readDocument(bytes.subarray(0, bytes.length - 12), "x.pdf")) as SourceText;
    expect(found).toContain(PROSE[0]);
    expect(warnings?.map(({ code }) => code)).toContain("pdf-damaged");
  });
});
