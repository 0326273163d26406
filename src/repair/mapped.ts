/** One change to a text: the half-open range `start..end` becomes `to`. */
export interface Edit {
  start: number;
  end: number;
  to: string;
  rule: string;
  /** 0..1: how sure the rule is. */
  confidence: number;
}

/** A text whose every character remembers where in the source it came from. */
export class MappedText {
  /** The text as it is now. */
  readonly text: string;
  /** Source offset of each character of `text`, never decreasing; null where nothing was changed. */
  private readonly at: Int32Array | null;

  private constructor(text: string, at: Int32Array | null) {
    this.text = text;
    this.at = at;
  }

  static of(source: string): MappedText {
    return new MappedText(source, null);
  }

  /** The source range of `start..end`; an empty range gives the place where it would stand. */
  toSource(start: number, end: number): [number, number] {
    if (start >= end) {
      const { length } = this.text;
      const place = start < length ? this.offset(start) : length > 0 ? this.offset(length - 1) + 1 : 0;
      return [place, place];
    }
    return [this.offset(start), this.offset(end - 1) + 1];
  }

  /** True where the text is its source, character by character. */
  get untouched(): boolean {
    return this.at === null;
  }

  /** Source offset of one character. */
  offset(i: number): number {
    if (this.at) return this.at[i] ?? 0;
    return i < this.text.length ? i : 0;
  }

  /** Index of the first character that stands at or behind a source offset; the length of the text if there is none. */
  indexOf(source: number): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offset(middle) < source) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Applies edits, which must be sorted and must not overlap. Replaced characters keep the place of what they replace.
   */
  apply(edits: readonly Edit[]): MappedText {
    if (edits.length === 0) return this;
    let length = this.text.length;
    for (const edit of edits) length += edit.to.length - (edit.end - edit.start);
    const old = this.at ?? Int32Array.from({ length: this.text.length }, (_, i) => i);
    const at = new Int32Array(length);
    const pieces: string[] = [];
    let from = 0;
    let n = 0;
    for (const edit of edits) {
      pieces.push(this.text.slice(from, edit.start), edit.to);
      at.set(old.subarray(from, edit.start), n);
      n += edit.start - from;
      const [start, end] = this.toSource(edit.start, edit.end);
      for (let i = 0; i < edit.to.length; i++) at[n++] = Math.min(start + i, Math.max(start, end - 1));
      from = edit.end;
    }
    pieces.push(this.text.slice(from));
    at.set(old.subarray(from), n);
    return new MappedText(pieces.join(""), at);
  }
}
