import { expect, test } from "vitest";
import { type Outline, toMarkdown } from "../../docs/components/outline.js";

const member = (part: number, text: string | null, code: string) =>
  ({
    part,
    statement: { id: `${code}-${text}`, text, section: "gedrag", place: { code, title: "Overlegt" } },
  }) as unknown as Outline["groups"][number]["members"][number];

const outline: Outline = {
  title: "Samen <b>werken</b>",
  parts: [
    { letter: "A", title: "Wijkcoach", id: "wijkcoach" },
    { letter: "B", title: "Tuincoach", id: "tuincoach" },
  ],
  groups: [
    {
      title: "Overleggen",
      in: "all",
      members: [member(0, "Overlegt met het *team*.", "B1"), member(1, "Bespreekt met het team.", "T2")],
    },
    { title: "", in: "one", members: [member(1, null, "T3")] },
  ],
  made: "Gemaakt met ankerpunt.",
};

test("the outline leads each point back to its units, and says what it was made with", () => {
  const lines = toMarkdown(outline).split("\n");
  expect(lines.filter((line) => line.startsWith("## "))).toEqual([
    "## Profielen",
    "## Wat de module vraagt",
    "## Onderdelen die de module raakt",
    "## Herkomst",
  ]);
  expect(lines).toContain("- Overleggen");
  expect(lines).toContain("  - A: B1 Overlegt · gedrag: Overlegt met het \\*team\\*.");
  expect(lines).toContain("  - B: T2 Overlegt · gedrag: Bespreekt met het team.");
  expect(lines).toContain("- (tekst niet meegeleverd)");
  expect(lines.filter((line) => line === "- B: T2 Overlegt")).toHaveLength(1);
  expect(lines.at(-2)).toBe("Gemaakt met ankerpunt.");
});

test("in Markdown the text of a document stays text", () => {
  const markdown = toMarkdown(outline);
  expect(markdown).toContain("# Samen \\<b\\>werken\\</b\\>");
  expect(markdown).toContain("gedrag: Overlegt met het \\*team\\*.");
});
