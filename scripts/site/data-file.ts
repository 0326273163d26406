import { blockOf } from "../../docs/components/blocks.js";

/** A file of the site by its path in the folder of the findings, and what is written to it: bytes, or else JSON. */
export type DataFile = readonly [path: string, content: unknown];

/** What is known of other dossiers by their place, in the files that a page loads one at a time; none that is empty. */
export function inBlocks<T>(
  all: Readonly<Record<number, T>>,
  holds: (one: T) => boolean,
): [block: number, some: Record<number, T>][] {
  const blocks = new Map<number, Record<number, T>>();
  for (const [place, one] of Object.entries(all)) {
    if (!holds(one)) continue;
    const block = blockOf(Number(place));
    const some = blocks.get(block) ?? {};
    some[Number(place)] = one;
    blocks.set(block, some);
  }
  return [...blocks];
}
