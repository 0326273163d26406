/** A document as blocks in reading order, whatever it was written in. */

/** Text with the places of footnote marks in it. */
export interface Inline {
  text: string;
  marks: [number, number][];
}

export interface FlowCell {
  blocks: FlowBlock[];
  columns: number;
  rows: number;
}

export type FlowBlock = (
  | { type: "heading" | "paragraph"; inline: Inline }
  | { type: "item"; marker: string; depth: number; inline: Inline }
  | { type: "table"; rows: FlowCell[][] }
  | { type: "furniture"; text: string }
) & {
  /** Footnotes that belong to the block, each with its mark. */
  notes?: string[];
};
