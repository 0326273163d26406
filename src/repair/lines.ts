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
    while (stop < text.length && !endsLine(text.charCodeAt(stop))) stop++;
    let to = Math.min(stop + 1, text.length);
    if (text[stop] === "\r" && text[to] === "\n") to++;
    let start = from;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    lines.push({ start, end, text: text.slice(start, end), from, to });
    from = to;
  }
  return lines;
}

const endsLine = (code: number): boolean => code === 0x0a || code === 0x0c || code === 0x0d;
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x80 && /\s/.test(String.fromCharCode(code)));
