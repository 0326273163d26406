import { expect, test } from "vitest";
import { blockOf } from "../../docs/components/blocks.js";
import { inBlocks } from "../../scripts/site/data-file.js";

test("what is known beside other dossiers stands in the file that a page looks for, and nothing empty is kept", () => {
  const all = Object.fromEntries(Array.from({ length: 75 }, (_, place) => [place, place % 2 === 0 ? [place] : []]));
  const blocks = inBlocks(all, (list) => list.length > 0);
  expect(blocks.map(([block]) => block)).toEqual([0, 1, 2]);
  for (const [block, some] of blocks) for (const place of Object.keys(some)) expect(blockOf(Number(place))).toBe(block);
  expect(Object.assign({}, ...blocks.map(([, some]) => some))).toEqual(
    Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0)),
  );
  expect(inBlocks({ 40: [] }, (list: number[]) => list.length > 0)).toEqual([]);
});
