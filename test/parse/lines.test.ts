import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocks } from "../../src/parse/blocks.js";
import { collapse } from "../../src/parse/builder.js";
import { bareItems, linesOf, type Passage, passages } from "../../src/parse/lines.js";
import { requirements } from "../../src/parse/requirements.js";

const read = (text: string): ReturnType<typeof linesOf> =>
  linesOf(
    text,
    blocks(text, () => false),
  );
const texts = (text: string, list: readonly Passage[]): string[] =>
  list.map(({ start, end }) => collapse(text.slice(start, end)));
const paragraphs = (text: string): string[] => {
  const { lines, width } = read(text);
  return texts(text, passages(lines, width));
};

describe("linesOf", () => {
  it("gives lines with the blank lines before them, and knows Markdown's headings", () => {
    const { lines } = read("Eerste regel\n\n\n## Kop ##\ntekst\n");
    expect(lines.map(({ text, blanksBefore, heading }) => [text, blanksBefore, heading])).toEqual([
      ["Eerste regel", 0, false],
      ["Kop", 2, true],
      ["tekst", 0, false],
    ]);
  });

  it("starts where its dossier starts", () => {
    const text = "Een\n\nTwee\n\nDrie\n";
    const all = blocks(text, () => false);
    const { lines } = linesOf(text, all.slice(1));
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(["Twee", "Drie"]);
  });
});

describe("passages", () => {
  it("put the lines of a sentence together, over blank lines too", () => {
    expect(
      paragraphs(
        "De coach werkt met bewoners, hun buren en\n\nhun familie. De coach luistert en vraagt\ndoor.\n\nZij plant.\n",
      ),
    ).toEqual([
      "De coach werkt met bewoners, hun buren en hun familie. De coach luistert en vraagt door.",
      "Zij plant.",
    ]);
  });

  it("go on behind a word that no sentence ends with, also before a capital", () => {
    expect(paragraphs("De coach werkt met mensen van de\n\nGemeente Oosterhage.\n")).toEqual([
      "De coach werkt met mensen van de Gemeente Oosterhage.",
    ]);
  });

  it("part the items of a list, and leave a hyphen in its sentence", () => {
    expect(
      paragraphs(
        "De coach herkent de mogelijkheden en wensen van alle bewoners en\n-groepen in de wijk.\n\n- luistert\n-plant het werk\n\nvan de week\n• rondt af\n2. draagt over\n",
      ),
    ).toEqual([
      "De coach herkent de mogelijkheden en wensen van alle bewoners en -groepen in de wijk.",
      "luistert",
      "plant het werk van de week",
      "rondt af",
      "draagt over",
    ]);
  });

  it("see an item in a line that OCR gave another mark", () => {
    expect(paragraphs("- luistert\n= plant het werk\n")).toEqual(["luistert", "plant het werk"]);
  });

  it("hold every line once, in order", () => {
    const line = fc.constantFrom(
      "De coach werkt met",
      "bewoners.",
      "- luistert",
      ", en plant",
      "",
      "Zij rondt af.",
      "a)",
      "2. x",
      "# Kop",
    );
    fc.assert(
      fc.property(fc.array(line), (all) => {
        const { lines, width } = read(all.join("\n"));
        expect(passages(lines, width).flatMap((passage) => passage.lines)).toEqual(lines);
        expect(bareItems(lines, width).flatMap((passage) => passage.lines)).toEqual(lines);
      }),
    );
  });
});

describe("bareItems", () => {
  it("are lines, but for those that plainly go on", () => {
    const text = "kennis van de wijk\nkennis van regelingen,\ntoeslagen en schulden\nluisteren\n";
    const { lines, width } = read(text);
    expect(texts(text, bareItems(lines, width))).toEqual([
      "kennis van de wijk",
      "kennis van regelingen, toeslagen en schulden",
      "luisteren",
    ]);
  });
});

describe("requirements", () => {
  const split = (text: string): string[] => requirements(text).map(([start, end]) => text.slice(start, end));

  it("are sentences", () => {
    expect(split("Zij plant, o.a. met Jan. Zij rondt af.")).toEqual(["Zij plant, o.a. met Jan.", "Zij rondt af."]);
  });

  it("are parted where a full stop got lost, and only there", () => {
    expect(split("Zij werkt in de wijk Zij plant het werk.")).toEqual(["Zij werkt in de wijk", "Zij plant het werk."]);
    expect(split("Zij leest het boek Zij en Haar verhaal.")).toHaveLength(1);
  });

  it("stand in order, without overlap, and hold every word", () => {
    const word = fc.constantFrom("de", "coach", "Zij", "plant", "werkt.", "Ze", "(", "o.a.");
    fc.assert(
      fc.property(fc.array(word), (all) => {
        const text = all.join(" ");
        const ranges = requirements(text);
        expect(ranges.every(([start, end], i) => start < end && start >= (ranges[i - 1]?.[1] ?? 0))).toBe(true);
        expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
