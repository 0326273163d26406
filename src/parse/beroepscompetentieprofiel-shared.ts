/** What the readers of the parts of a beroepscompetentieprofiel share. */
import type { Mark } from "../model.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { readDeclarations } from "./declarations.js";
import { type Line, passages } from "./lines.js";
import { requirements } from "./requirements.js";

export interface Profile {
  builder: DossierBuilder;
  /** The width of a filled line. */
  width: number;
  /** Id of a variant by the key of its name, in the order of the document. */
  variantIds: ReadonlyMap<string, string>;
}

/** Marks a statement as holding for one variant. */
export const only = (id: string | null): { variants?: Record<string, Mark> } =>
  id === null ? {} : { variants: { [id]: "full" } };

/** Marks lines as one class. */
export function markLines(builder: DossierBuilder, lines: readonly Line[], name: CoverageClass): void {
  for (const line of lines) builder.coverage.mark(line.start, line.end, name);
}

/** Takes what a sentence declares about words; true if it declares anything. */
export function harvest(builder: DossierBuilder, text: string): boolean {
  const found = readDeclarations(collapse(text));
  for (const { term, members } of found ?? []) builder.declaredSynonyms.push({ term, members, statement: null });
  return found !== null;
}

/** Marks lines as background, and keeps what they declare about words. */
export function readBackground({ builder, width }: Profile, lines: readonly Line[]): void {
  for (const { start, end } of passages(lines, width)) {
    const text = builder.text.slice(start, end);
    for (const [a, b] of requirements(text)) harvest(builder, text.slice(a, b));
  }
  markLines(builder, lines, "background");
}
