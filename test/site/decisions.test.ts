import { expect, test } from "vitest";
import { aboutThese, Decisions } from "../../docs/components/decisions.js";
import { checkDecisions, type Decision, readDecisions, turned } from "../../src/compare/index.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { relation: null, coder: null, date: null };

test("the command line reads what the page saves, and the page takes it back unchanged", () => {
  const own = new Decisions("statement", []);
  own.decide("a/1", "b/1", "confirmed", 'zelfde <b>taak</b>; "let op"');
  own.decide("a/2", "b/2", "rejected", "");
  own.decide("a/3", "b/3", "no-match", "=1+1");
  own.decide(null, "b/4", "no-match", "");
  own.decide("a/5", "b/5", "confirmed", "");
  own.decide("a/5", "b/5", null, "");
  const read = readDecisions(bytes(own.toFile()));
  checkDecisions(read);
  expect(read).toEqual(own.all);
  expect(read.map(({ a, b, decision }) => [a, b, decision])).toEqual([
    [null, "b/4", "no-match"],
    ["a/1", "b/1", "confirmed"],
    ["a/2", "b/2", "rejected"],
    ["a/3", null, "no-match"],
  ]);
  const again = new Decisions("statement", []);
  again.add(read);
  expect(again.toFile()).toBe(own.toFile());
});

test("no decisions are a file that can be read", () => {
  expect(readDecisions(bytes(new Decisions("unit", []).toFile()))).toEqual([]);
});

test("who, when and which relation stay with a decision that is taken over", () => {
  const one: Decision = {
    a: "x",
    b: "y",
    decision: "confirmed",
    remark: "",
    relation: "broader",
    coder: "Jo",
    date: "2024",
  };
  const own = new Decisions("unit", []);
  own.add([one]);
  own.decide("x", "y", "confirmed", "toch");
  expect(readDecisions(bytes(own.toFile()))).toEqual([{ ...one, remark: "toch" }]);
  own.decide("x", "y", "rejected", "");
  expect(own.all).toEqual([{ a: "x", b: "y", decision: "rejected", remark: "", ...plain }]);
});

test("a later decision takes away what it contradicts, whether made or taken over", () => {
  const own = new Decisions("statement", []);
  own.decide("a", "b", "no-match", "");
  own.add([{ a: "a", b: "c", decision: "confirmed", remark: "", ...plain }]);
  expect(own.all.map(({ a, b }) => [a, b])).toEqual([["a", "c"]]);
  own.decide(null, "c", "no-match", "");
  expect(own.all.map(({ a, b }) => [a, b])).toEqual([[null, "c"]]);
  checkDecisions(own.all);
});

test("a file about the same two the other way round is turned, its relation too; what is about others is counted", () => {
  const has = (side: "a" | "b", id: string): boolean => id.startsWith(side);
  const file: Decision[] = [
    { a: "b1", b: "a1", decision: "confirmed", remark: "", ...plain, relation: "broader" },
    { a: "a2", b: null, decision: "no-match", remark: "", ...plain },
    { a: "weg", b: "b1", decision: "rejected", remark: "", ...plain },
  ];
  const { taken, left } = aboutThese(file, has);
  expect(left).toBe(1);
  expect(taken).toEqual([{ ...(file[0] as Decision), a: "a1", b: "b1", relation: "narrower" }, file[1]]);
  expect(taken.map(turned).map(turned)).toEqual(taken);
});
