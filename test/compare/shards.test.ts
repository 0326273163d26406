import { describe, expect, test } from "vitest";
import { match } from "../../src/compare/match.js";
import type { MatchOptions } from "../../src/compare/matching.js";
import { mergeShards, readMatch, ShardError } from "../../src/compare/shards.js";
import { formatJson } from "../../src/export/index.js";
import { listCorpus } from "../helpers/corpora.js";

const corpus = await listCorpus({
  a: ["Overlegt met het team", "Maakt een planning", "Overlegt met het hele team"],
  b: ["Overlegt met het team", "Houdt de planning bij", "…"],
  c: ["Maakt de planning van het team"],
});
const other = await listCorpus({ a: ["Overlegt met het team"], b: ["Snoeit heggen"] });

const shards = (of: number, options: MatchOptions = {}) =>
  Array.from({ length: of }, (_, i) => match(corpus, undefined, { ...options, shard: { index: i + 1, of } }));

describe("shards", () => {
  test.each([
    [1, {}],
    [2, {}],
    [3, { signals: "words" as const, min: 0.1 }],
    [11, { top: 1 }],
  ])("%i of them make the whole, in whatever order", (of, options) => {
    const whole = formatJson(match(corpus, undefined, options));
    const parts = shards(of, options).map((part) => readMatch(formatJson(part)));
    expect(formatJson(mergeShards(parts.reverse() as ReturnType<typeof shards>))).toBe(whole);
  });

  test("of two corpora too", () => {
    const parts = [1, 2].map((index) => match(other, corpus, { shard: { index, of: 2 } }));
    expect(mergeShards(parts)).toEqual(match(other, corpus));
  });

  const [one, two, three] = shards(3) as [ReturnType<typeof match>, ReturnType<typeof match>, ReturnType<typeof match>];
  test.each([
    ["no shards", [], /no shards/],
    ["a missing shard", [one, three], /missing: 2$/],
    ["a shard that stands twice", [one, two, two], /both shard 2/],
    ["a whole", [match(corpus)], /not a shard/],
    ["other settings", [one, shards(3, { top: 2 })[1], three], /other settings/],
    ["another number", [one, shards(2)[1]], /another number of shards/],
    ["other inputs", [one, match(other, undefined, { shard: { index: 2, of: 3 } }), three], /other inputs/],
    ["another version", [one, { ...two, generator: { ...two.generator, version: "0" } }, three], /another version/],
  ])("%s is refused", (_, parts, message) => {
    expect(() => mergeShards(parts as ReturnType<typeof shards>)).toThrow(ShardError);
    expect(() => mergeShards(parts as ReturnType<typeof shards>)).toThrow(message);
  });
});

test("what is no match is refused with where it is wrong", () => {
  expect(readMatch("{")).toMatch(/not valid JSON/);
  expect(readMatch('{"schema": "ankerpunt/overlap@1"}')).toMatch(/not the output of match: schema/);
});
