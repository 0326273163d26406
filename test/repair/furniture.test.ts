import { describe, expect, it } from "vitest";
import { repairText } from "../../src/repair/index.js";

const RULE = " ".repeat(40);
const lifted = (text: string): { text: string; notes: string[] } => {
  const { mapped, notes, source } = repairText(text, { repair: true });
  return { text: mapped.text, notes: notes.map(([start, end]) => source.slice(start, end)) };
};

describe("footnotes whose marks stand on lines of their own", () => {
  it("leave a sentence whole, its punctuation at its word", () => {
    const { text, notes } = lifted(
      `Zij\n\n1\n werkt met bewoners\n\n2\n, en plant.\n${RULE}\n1\n Met zij wordt ook hij bedoeld.\n\n2\n Met bewoners worden huurders bedoeld.\n`,
    );
    expect(text).toMatch(/^Zij\nwerkt met bewoners, en plant\.\s*$/u);
    expect(notes).toEqual(["Met zij wordt ook hij bedoeld.", "Met bewoners worden huurders bedoeld."]);
  });

  it("may stand behind a sentence, if their note stands at the foot of the page", () => {
    const { text, notes } = lifted(
      `Zij werkt\n1\n samen. Zij maakt een plan.\n2\n Daarna rondt zij af.\n${RULE}\n1\n Met collega’s.\n2\n Met plan wordt ook leefplan bedoeld.\n`,
    );
    expect(text).toMatch(/^Zij werkt\nsamen\. Zij maakt een plan\.\s+Daarna rondt zij af\.\s*$/u);
    expect(notes).toHaveLength(2);
  });

  it("are not seen in numbers that no note answers to", () => {
    const text = "Het aantal is\n7\n en dat is veel.\nVan de tien.\n";
    expect(lifted(text).text).toBe(text);
  });

  it("let a sentence run on where they stood between its halves", () => {
    const { text } = lifted(
      `Zij werkt\n1\n samen met kennis van\n\n${RULE}\n1\n Met collega’s.\n\n\n\n\ngroepen en wijken.\n`,
    );
    expect(text.replace(/[ \t]+\n/g, "\n")).toBe("Zij werkt\nsamen met kennis van\ngroepen en wijken.\n");
  });
});

describe("pages", () => {
  it("do not take the levels of profiles for their numbers, though these count up", () => {
    const body = Array.from({ length: 12 }, (_, i) => `Regel ${"abcdefghijkl"[i]} van de tekst.`).join("\n");
    const profile = (label: string, n: number): string => `Profiel ${n}\n${label}\n${n}\n${body}\n`;
    const text = (label: string): string => [2, 3, 4].map((n) => profile(label, n)).join("\n");
    expect(lifted(text("Mbo-niveau")).text).toBe(text("Mbo-niveau"));
    expect(lifted(text("Dijkwacht")).text).not.toContain("\n3\n");
  });

  it("part no sentence with their number and head", () => {
    const page = (n: number): string => `\n\n\n${n}\nAddendum Wijkcoach\n© Vakgroep 2021\n\n\n\n\n`;
    const { text } = lifted(`De coach werkt samen met${page(4)}bewoners.${page(5)}Zij rondt af.`);
    expect(text).toMatch(/^De coach werkt samen met\nbewoners\.\s+Zij rondt af\.$/u);
  });
});
