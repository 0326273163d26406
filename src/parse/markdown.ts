/** The inline marks of Markdown, taken off the text they dress: emphasis, code, links. */
import type { Edit, RepairedText } from "../repair/index.js";

/** Emphasis within a line; a line that is emphasised as a whole is a heading and keeps its marks. */
const EMPHASIS = /(?<![\p{L}\p{N}*_])(\*\*|__|\*|_)(?=[^\s*_])([^\n]{0,500}?[^\s*_])\1(?![\p{L}\p{N}*_])/gu;
const LINK = /!?\[([^\]\n]+)\]\([^)\s\n]*\)/gu;
const CODE = /`([^`\n]+)`/gu;
const WHOLE_LINE = /^[ \t]*\*\*[^*\n]+\*\*:?[ \t]*$/u;

/**
 * A repaired Markdown text without its inline marks, and where in the source they stood.
 * @param keepLines whether a line that is bold as a whole keeps its marks, for a reader that takes it for a heading
 */
export function liftMarks(
  repaired: RepairedText,
  keepLines: boolean,
): { repaired: RepairedText; marks: [number, number][] } {
  let { mapped } = repaired;
  const marks: [number, number][] = [];
  for (const pattern of [LINK, CODE, EMPHASIS]) {
    const edits: Edit[] = [];
    for (const match of mapped.text.matchAll(pattern)) {
      const inner = (pattern === EMPHASIS ? match[2] : match[1]) as string;
      const lineStart = mapped.text.lastIndexOf("\n", match.index) + 1;
      const lineEnd = mapped.text.indexOf("\n", match.index);
      if (
        keepLines &&
        pattern === EMPHASIS &&
        WHOLE_LINE.test(mapped.text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd))
      )
        continue;
      const at = match.index + match[0].indexOf(inner);
      const end = match.index + match[0].length;
      const off = (start: number, stop: number): void => {
        if (stop === start) return;
        edits.push({ start, end: stop, to: "", rule: "markdown", confidence: 1 });
        marks.push(mapped.toSource(start, stop));
      };
      off(match.index, at);
      off(at + inner.length, end);
    }
    mapped = mapped.apply(edits);
  }
  return { repaired: mapped === repaired.mapped ? repaired : { ...repaired, mapped }, marks };
}
