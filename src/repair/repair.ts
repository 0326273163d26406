import { findFurniture } from "./furniture.js";
import { findHyphenation } from "./hyphenation.js";
import { type Edit, MappedText } from "./mapped.js";
import { findNotes } from "./notes.js";

/** One repair, in offsets of the decoded source. */
export interface Repair {
  start: number;
  end: number;
  from: string;
  to: string;
  rule: string;
  confidence: number;
}

/** A text with its damage repaired; every character knows its place in the source. */
export interface RepairedText {
  source: string;
  mapped: MappedText;
  repairs: Repair[];
  /** Source ranges of what the page added (and the text no longer holds). */
  furniture: [number, number][];
  /** Source ranges of footnotes lifted out of the sentence they interrupted. */
  notes: [number, number][];
}

export interface RepairOptions {
  /** False leaves the text as it is but for page furniture, which is always taken out. */
  repair?: boolean;
  /** What reading already knows to be furniture or a footnote, from its place on the page or the file's own marks. */
  known?: { furniture?: readonly [number, number][]; notes?: readonly [number, number][] };
}

/** The rules in the order in which they run. Kept in the settings of a corpus. */
export const REPAIR_RULES = ["furniture", "footnote", "hyphenation"] as const;

/**
 * Repairs a decoded text: page furniture and footnotes are lifted out, words broken at line ends put together. Line
 * breaks stay, since the parser reads the layout from them.
 * @param source the decoded text; the empty string gives an empty result
 */
export function repairText(source: string, options: RepairOptions = {}): RepairedText {
  const repairs: Repair[] = [];
  const furniture: [number, number][] = [...(options.known?.furniture ?? [])];
  const known = options.known?.notes ?? [];
  const lifted = [...furniture, ...known].sort((a, b) => a[0] - b[0]);
  let mapped = MappedText.of(source).apply(lifted.map(([start, end]) => ({ start, end, to: "", rule: "known", confidence: 1 })));

  const found = findFurniture(mapped.text);
  const notes = [...known, ...found.notes.map(({ start, end }): [number, number] => mapped.toSource(start, end))];
  for (const edit of found.edits) {
    if (edit.rule !== "footnote" && edit.rule !== "furniture:gap") furniture.push(mapped.toSource(edit.start, edit.end));
  }
  mapped = mapped.apply(found.edits);

  const glued = findNotes(mapped.text);
  for (const { start, end } of glued.notes) notes.push(mapped.toSource(start, end));
  for (const edit of glued.edits) if (edit.rule !== "footnote") furniture.push(mapped.toSource(edit.start, edit.end));
  mapped = mapped.apply(glued.edits);

  if (options.repair !== false) mapped = run(mapped, findHyphenation(mapped.text), repairs, source);
  return { source, mapped, repairs, furniture, notes };
}

function run(mapped: MappedText, edits: Edit[], repairs: Repair[], source: string): MappedText {
  for (const edit of edits) {
    const [start, end] = mapped.toSource(edit.start, edit.end);
    repairs.push({ start, end, from: source.slice(start, end), to: edit.to, rule: edit.rule, confidence: edit.confidence });
  }
  return mapped.apply(edits);
}
