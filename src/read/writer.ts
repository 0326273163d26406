import type { Limits } from "./limits.js";

/** Builds a text together with what is known of its parts. */
export class TextWriter {
  readonly furniture: [number, number][] = [];
  readonly notes: [number, number][] = [];
  readonly pageStarts: number[] = [];
  private readonly limits: Limits;
  private readonly pieces: string[] = [];
  private size = 0;
  /** How many line ends the text closes with; a text not begun counts as a blank line. */
  private ends = 2;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  get length(): number {
    return this.size;
  }

  get text(): string {
    return this.pieces.join("");
  }

  add(text: string): void {
    if (text === "") return;
    this.pieces.push(text);
    this.size += text.length;
    this.limits.checkText(this.size);
    const closing = /\n*$/.exec(text.slice(-2)) as RegExpExecArray;
    this.ends = closing[0].length === text.length ? this.ends + closing[0].length : closing[0].length;
  }

  /** Ends the line, if one is open. */
  line(): void {
    if (this.ends === 0) this.add("\n");
  }

  /** Leaves a blank line, if there is none. */
  blank(): void {
    while (this.ends < 2) this.add("\n");
  }

  /** Text with marks in it (`marks`: ranges of the text), which become furniture. */
  marked(text: string, marks: readonly [number, number][]): void {
    for (const [start, end] of marks) this.furniture.push([this.size + start, this.size + end]);
    this.add(text);
  }

  /** Whole lines that the page adds; the line end belongs to them, so that nothing is left where they are lifted out. */
  furnitureLines(text: string): void {
    this.lines(text, this.furniture);
  }

  /** Whole lines of footnotes. */
  noteLines(text: string): void {
    this.lines(text, this.notes);
  }

  /** A new page begins here: a form feed, which is furniture. */
  page(): void {
    this.line();
    this.pageStarts.push(this.size);
    if (this.size === 0) return;
    const before = this.ends;
    this.add("\f");
    this.ends = before;
    this.furniture.push([this.size - 1, this.size]);
  }

  private lines(text: string, ranges: [number, number][]): void {
    this.line();
    const start = this.size;
    const before = this.ends;
    this.add(`${text}\n`);
    // For what follows they are not there.
    this.ends = before;
    const last = ranges.at(-1);
    if (last && last[1] === start) last[1] = this.size;
    else ranges.push([start, this.size]);
  }
}
