/** The outline of a joint module, as Markdown and as a Word document. */
import type { Document as WordDocument } from "docx";
import type { DesignGroup } from "./design.js";
import { whereOf, wordsOf } from "./words.js";

export interface OutlinePart {
  letter: string;
  title: string;
  id: string;
}

export interface Outline {
  title: string;
  parts: readonly OutlinePart[];
  /** In order; a title that is empty stands for the words of the first statement. */
  groups: readonly (DesignGroup & { title: string })[];
  /** What it was made with: version and settings, so that it can be made again. */
  made: string;
}

/** A line of the outline: a heading (level 1–3), a point, or what a point leads back to. */
type Line = { kind: "title" | "head" | "item" | "source" | "text"; text: string };

/** The units that the statements stand in, each once: the werkprocessen that the module covers. */
function unitsCovered({ parts, groups }: Outline): string[] {
  const seen = new Set<string>();
  for (const { members } of groups) {
    for (const { part, statement } of members) {
      const unit = [statement.place?.code, statement.place?.title].filter((x) => x).join(" ");
      if (unit !== "") seen.add(`${parts[part]?.letter ?? ""}: ${unit}`);
    }
  }
  return [...seen].sort((x, y) => (x < y ? -1 : 1));
}

function outlineLines(outline: Outline): Line[] {
  const { title, parts, groups, made } = outline;
  const lines: Line[] = [
    { kind: "title", text: title },
    { kind: "head", text: "Profielen" },
    ...parts.map((p): Line => ({ kind: "item", text: `${p.letter}: ${p.title}` })),
  ];
  lines.push({ kind: "head", text: "Wat de module vraagt" });
  for (const group of groups) {
    const words = group.title || wordsOf(group);
    lines.push({ kind: "item", text: words });
    for (const { part, statement } of group.members) {
      const place = `${parts[part]?.letter ?? ""}: ${whereOf(statement)}`;
      const other = statement.text !== null && statement.text !== words;
      lines.push({ kind: "source", text: other ? `${place}: ${statement.text}` : place });
    }
  }
  lines.push({ kind: "head", text: "Onderdelen die de module raakt" });
  lines.push(...unitsCovered(outline).map((text): Line => ({ kind: "item", text })));
  lines.push({ kind: "head", text: "Herkomst" }, { kind: "text", text: made });
  return lines;
}

/** Text of a document stays text: nothing in it is taken for Markdown or HTML. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([+-])/, "\\$1");

export function toMarkdown(outline: Outline): string {
  const marks = { title: "# ", head: "\n## ", item: "- ", source: "  - ", text: "" } as const;
  return `${outlineLines(outline)
    .map(({ kind, text }) => `${marks[kind]}${escaped(text)}${kind === "head" || kind === "title" ? "\n" : ""}`)
    .join("\n")}\n`;
}

export async function toWord(outline: Outline): Promise<Blob> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import("npm:docx");
  const paragraphs = outlineLines(outline).map(({ kind, text }) => {
    switch (kind) {
      case "title":
        return new Paragraph({ text, heading: HeadingLevel.TITLE });
      case "head":
        return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
      case "item":
        return new Paragraph({ text, bullet: { level: 0 } });
      case "source":
        return new Paragraph({ children: [new TextRun({ text, size: 18, color: "555555" })], bullet: { level: 1 } });
      default:
        return new Paragraph({ text });
    }
  });
  const document: WordDocument = new Document({ title: outline.title, sections: [{ children: paragraphs }] });
  return Packer.toBlob(document);
}
