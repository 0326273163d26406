/** One line of a text: `start..end` without its line end and without white space around it. */
export interface TextLine {
  start: number;
  end: number;
  text: string;
  /** Where the line begins, its white space included, and where the next one begins. */
  from: number;
  to: number;
}

/** The lines of a text; blank lines have an empty `text`. Form feeds end a line too. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  while (from < text.length) {
    let stop = from;
    while (stop < text.length && text[stop] !== "\n" && text[stop] !== "\f" && text[stop] !== "\r") stop++;
    let to = Math.min(stop + 1, text.length);
    if (text[stop] === "\r" && text[to] === "\n") to++;
    let start = from;
    let end = stop;
    while (start < end && /\s/.test(text[start] as string)) start++;
    while (end > start && /\s/.test(text[end - 1] as string)) end--;
    lines.push({ start, end, text: text.slice(start, end), from, to });
    from = to;
  }
  return lines;
}
