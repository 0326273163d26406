/** Edits → the list of repairs a person reads: whole words, in order, each place once. */
import { characterClasses, IN_WORD, MARK } from "./characters.js";
import type { MappedText } from "./mapped.js";

/** One repair, in offsets of the decoded source; where several rules mended one word, they are one repair. */
export interface Repair {
  start: number;
  end: number;
  from: string;
  to: string;
  /** The rule, or several joined by "+". */
  rule: string;
  confidence: number;
}

/** An edit in offsets of the source. */
export interface Change {
  start: number;
  end: number;
  rule: string;
  confidence: number;
}

const BETWEEN = new Set([..."'’\u00ad-"].map((c) => c.charCodeAt(0)));
/** No word is longer; what looks like one (a table of dashes) is not walked to its end. */
const MAX_WORD = 60;

export function summarise(changes: readonly Change[], mapped: MappedText, source: string): Repair[] {
  const widened = changes.map((change) => widen(change, source)).sort((a, b) => a.start - b.start || a.end - b.end);
  const out: Repair[] = [];
  let open: { start: number; end: number; rules: string[]; confidence: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const { start, end, rules, confidence } = open;
    const from = source.slice(start, end);
    const to = mapped.text.slice(mapped.indexOf(start), mapped.indexOf(end));
    if (from !== to) out.push({ start, end, from, to, rule: rules.join("+"), confidence });
  };
  for (const { start, end, rule, confidence } of widened) {
    if (open && (start < open.end || (start === open.start && end === open.end))) {
      open.end = Math.max(open.end, end);
      if (!open.rules.includes(rule)) open.rules.push(rule);
      open.confidence = Math.min(open.confidence, confidence);
    } else {
      close();
      open = { start, end, rules: [rule], confidence };
    }
  }
  close();
  return out;
}

/** The words that a change is in. */
function widen({ start, end, ...rest }: Change, source: string): Change {
  const classes = characterClasses();
  const inWord = (i: number): boolean => {
    if (i < 0 || i >= source.length) return false;
    const code = source.charCodeAt(i);
    return ((classes[code] as number) & (IN_WORD | MARK)) > 0 || BETWEEN.has(code);
  };
  let from = start;
  // What was put in stands where the character behind it stands.
  let to = Math.min(Math.max(end, start + 1), source.length);
  while (start - from < MAX_WORD && inWord(from - 1)) from--;
  if (end > start || inWord(to - 1)) while (to - end < MAX_WORD && inWord(to)) to++;
  return { start: from, end: to, ...rest };
}
