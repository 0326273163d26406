/** Which words of two passages differ: what a page marks where it shows two counterparts side by side. */
import { diffArrays } from "diff";

export interface Part {
  text: string;
  /** True where the other passage has no such word. */
  differs: boolean;
}

export interface Differences {
  a: Part[];
  b: Part[];
}

interface Token {
  /** What is compared: letters and digits, without case, whatever the form of an apostrophe. */
  word: string;
  /** What is shown before and after it, as written. */
  text: string;
  after: string;
}

/**
 * Compares word by word. Capitals and punctuation do not count; what is shown is exactly what was given, so the parts
 * of a side put together are that side's text.
 */
export function differences(a: string, b: string): Differences {
  const left = tokens(a);
  const right = tokens(b);
  const changes = diffArrays(left, right, { comparator: (x, y) => x.word === y.word });
  const parts: Differences = { a: [], b: [] };
  let i = 0;
  let j = 0;
  for (const { count, added, removed } of changes) {
    if (!added) {
      append(parts.a, left.slice(i, i + count), removed);
      i += count;
    }
    if (!removed) {
      append(parts.b, right.slice(j, j + count), added);
      j += count;
    }
  }
  return parts;
}

/** A run of differing words becomes one part; what follows its last word (a space, a full stop) is not marked. */
function append(parts: Part[], run: readonly Token[], differs: boolean): void {
  const last = run.at(-1);
  if (last === undefined) return;
  const body = run.slice(0, -1).map((t) => t.text + t.after);
  push(parts, body.join("") + last.text, differs);
  push(parts, last.after, false);
}

function push(parts: Part[], text: string, differs: boolean): void {
  if (text === "") return;
  const previous = parts.at(-1);
  if (previous?.differs === differs) previous.text += text;
  else parts.push({ text, differs });
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)) {
    const before = text.slice(end, match.index);
    const previous = found.at(-1);
    if (previous) previous.after = before;
    // Nothing stands before the first word to carry an opening mark.
    const opening = previous ? "" : before;
    found.push({
      word: match[0].normalize("NFC").replaceAll("’", "'").toLowerCase(),
      text: opening + match[0],
      after: "",
    });
    end = match.index + match[0].length;
  }
  const last = found.at(-1);
  if (last) last.after = text.slice(end);
  else if (text !== "") found.push({ word: "", text, after: "" });
  return found;
}
