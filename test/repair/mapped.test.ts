import { expect, test } from "vitest";
import { MappedText } from "../../src/repair/index.js";

const edit = (start: number, end: number, to: string) => ({ start, end, to, rule: "test", confidence: 1 });

test("every character keeps its place in the source, through one edit after another", () => {
  const source = "be-\nwaakt  de p1anning";
  const joined = MappedText.of(source).apply([edit(2, 4, ""), edit(9, 11, " ")]);
  const text = joined.apply([edit(joined.text.indexOf("1"), joined.text.indexOf("1") + 1, "l")]);
  expect(text.text).toBe("bewaakt de planning");
  const sourceOf = (word: string): string => {
    const start = text.text.indexOf(word);
    return source.slice(...text.toSource(start, start + word.length));
  };
  expect(["bewaakt", "de", "planning"].map(sourceOf)).toEqual(["be-\nwaakt", "de", "p1anning"]);
  expect(text.indexOf(source.indexOf("p1"))).toBe(text.text.indexOf("planning"));
});

test("no edits leave it as it is; an empty range has a place", () => {
  const text = MappedText.of("abc");
  expect(text.apply([])).toBe(text);
  expect([text.untouched, text.apply([edit(0, 1, "")]).untouched]).toEqual([true, false]);
  expect([text.toSource(1, 1), text.toSource(3, 3), MappedText.of("").toSource(0, 0)]).toEqual([
    [1, 1],
    [3, 3],
    [0, 0],
  ]);
});
