import { findAbbreviations } from "./abbreviations.js";
import { findEncoding } from "./encoding.js";
import { findFurniture } from "./furniture.js";
import { findGlued } from "./glued.js";
import { findHyphenation } from "./hyphenation.js";
import { decideLetters, letterEdits } from "./letters.js";
import { type Edit, MappedText } from "./mapped.js";
import { findNotes } from "./notes.js";
import { findPunctuation } from "./punctuation.js";
import { type Change, type Repair, summarise } from "./record.js";
import { findSplit } from "./split.js";
import { isDutch, readVocabulary, type Vocabulary } from "./vocabulary.js";

/** A text with its damage repaired; every character knows its place in the source. */
export interface RepairedText {
  source: string;
  mapped: MappedText;
  /** In the order of the source, without overlaps. */
  repairs: Repair[];
  /** Source ranges of what the page added (and the text no longer holds). */
  furniture: [number, number][];
  /** Source ranges of footnotes lifted out of the sentence they interrupted. */
  notes: [number, number][];
}

export interface RepairOptions {
  /** False leaves the text as it is, with its page numbers and footnotes. */
  repair?: boolean;
  /** What reading already knows to be furniture or a footnote, from its place on the page or the file's own marks. */
  known?: { furniture?: readonly [number, number][]; notes?: readonly [number, number][] };
}

/** One rule can make way for another ("vancliénten"), and a repaired text must have nothing left to repair. */
const MAX_ROUNDS = 6;

/**
 * Repairs a decoded text: page furniture and footnotes are lifted out, words broken at line ends put together, damaged
 * letters and spaces mended where Dutch or the text itself says what the word was. A word that is right stays as it is.
 * Line breaks stay, since the parser reads the layout from them.
 * @param source the decoded text; the empty string gives an empty result
 */
export function repairText(source: string, options: RepairOptions = {}): RepairedText {
  const furniture: [number, number][] = [...(options.known?.furniture ?? [])];
  const notes: [number, number][] = [...(options.known?.notes ?? [])];
  const lifted = [...furniture, ...notes].sort((a, b) => a[0] - b[0]);
  let mapped = MappedText.of(source).apply(
    lifted.map(([start, end]) => ({ start, end, to: "", rule: "known", confidence: 1 })),
  );
  const changes: Change[] = [];
  if (options.repair === false) return { source, mapped, repairs: [], furniture, notes };

  const change = (edits: readonly Edit[]): boolean => {
    for (const edit of edits) {
      const [start, end] = mapped.toSource(edit.start, edit.end);
      changes.push({ start, end, rule: edit.rule, confidence: edit.confidence });
    }
    mapped = mapped.apply(edits);
    return edits.length > 0;
  };
  const lift = (result: { edits: Edit[]; notes: { start: number; end: number }[] }): boolean => {
    const edits = disjoint(result.edits);
    for (const { start, end } of result.notes) notes.push(mapped.toSource(start, end));
    for (const { start, end, rule } of edits) {
      if (rule !== "footnote" && rule !== "furniture:gap") furniture.push(mapped.toSource(start, end));
    }
    mapped = mapped.apply(edits);
    return edits.length > 0;
  };

  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = change(findEncoding(mapped.text));
    changed = lift(findFurniture(mapped.text)) || changed;
    changed = lift(findNotes(mapped.text)) || changed;
    changed = change(findHyphenation(mapped.text)) || changed;
    let vocabulary: Vocabulary = readVocabulary(mapped.text);
    if (isDutch(vocabulary)) {
      changed = change(findAbbreviations(mapped.text)) || changed;
      if (change(letterEdits(vocabulary, decideLetters(vocabulary)))) {
        changed = true;
        vocabulary = readVocabulary(mapped.text);
      }
      changed =
        change(inOrder([...findPunctuation(vocabulary), ...findGlued(vocabulary), ...findSplit(vocabulary)])) ||
        changed;
    }
    if (!changed) break;
  }
  furniture.sort((a, b) => a[0] - b[0]);
  notes.sort((a, b) => a[0] - b[0]);
  return { source, mapped, repairs: summarise(changes, mapped, source), furniture, notes };
}

/** Sorted; what an edit shares with the one before it is left to that one. */
function disjoint(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = out.at(-1)?.end ?? 0;
    if (edit.start >= from) out.push(edit);
    else if (edit.end > from) out.push({ ...edit, start: from });
  }
  return out;
}

/** Sorted; of edits in one place only the first is kept. */
function inOrder(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (!last || edit.start > last.end || (edit.start === last.end && edit.end > edit.start && last.end > last.start))
      out.push(edit);
  }
  return out;
}
