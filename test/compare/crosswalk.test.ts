import { describe, expect, test } from "vitest";
import { crosswalk, type Decision, readDecisions } from "../../src/compare/index.js";
import { compareDecisions } from "../../src/evaluate/index.js";
import { ReadError } from "../../src/read/index.js";
import { unitCorpus } from "../helpers/corpora.js";

const read = (text: string): Decision[] => readDecisions(new TextEncoder().encode(text));

describe("a file of decisions", () => {
  const wanted: Decision[] = [
    { a: "x/1", b: "y/2", decision: "confirmed", remark: "zeker", relation: null, coder: "anna", date: "2026-01-02" },
    { a: "x/2", b: null, decision: "no-match", remark: "", relation: null, coder: null, date: null },
    { a: "x/3", b: "=y", decision: "rejected", remark: "", relation: "related", coder: null, date: null },
  ];
  test("CSV, with words in English or Dutch, and cells that were made harmless", () => {
    const csv = `a;b;besluit;opmerking;relation;coder;date
x/1;y/2;bevestigd;zeker;;anna;2026-01-02
x/2;;Geen tegenhanger;;;;
x/3;'=y;rejected;;related;;
x/4;y/4;candidate;;;;
`;
    expect(read(csv)).toEqual(wanted);
  });
  test("JSON, as a list or with its schema", () => {
    expect(read(JSON.stringify(wanted))).toEqual(wanted);
    expect(read(JSON.stringify({ schema: "ankerpunt/decisions@1", decisions: wanted }))).toEqual(wanted);
  });
  test.each([
    ["an unknown word", "a,b,decision\nx,y,misschien\n", 'line 2: "misschien" is none of'],
    ["no column", "a,b\nx,y\n", 'no column "decision"'],
    ["a pair without b", "a,b,decision\nx,,confirmed\n", "takes the ids of a and b"],
    ["no-match with two ids", "a,b,decision\nx,y,no-match\n", "not both"],
    ["a relation that is none", "a,b,decision,relation\nx,y,confirmed,gelijk\n", 'the relation "gelijk"'],
    ["broken JSON", '[{"a":\n\nx', "not valid JSON"],
    ["JSON of another shape", '{"pairs":[]}', "no decisions"],
    ["another schema", '{"schema":"iets","decisions":[]}', 'the schema is not "ankerpunt/decisions@1"'],
    ["a number for an id", '[{"a":1,"b":"y","decision":"confirmed"}]', "decision 1: a: "],
    ["a decision that is missing", '[{"a":"x","b":"y"}]', "decision 1: decision: "],
  ])("%s is one clear line", (_, text, message) => {
    expect(() => read(text)).toThrow(ReadError);
    expect(() => read(text)).toThrow(message);
    try {
      read(text);
    } catch (error) {
      expect((error as Error).message).not.toContain("\n");
    }
  });
});

describe("crosswalk", () => {
  const texts = { heg: ["Snoeit heggen in het voorjaar"], boek: ["Adviseert lezers over boeken"] };
  const a = unitCorpus("een", [
    { kind: "taak", code: "1", title: "Snoeien van heggen", texts: texts.heg },
    { kind: "taak", code: "2", title: "Adviseren over boeken", texts: texts.boek },
    { kind: "taak", code: "3", title: "Zingen", texts: ["Zingt in een koor"] },
  ]);
  const b = unitCorpus("twee", [
    { kind: "taak", code: "1", title: "Snoeit heggen", texts: texts.heg },
    { kind: "taak", code: "2", title: "Snoeit heggen en hagen", texts: ["Snoeit heggen en hagen in het najaar"] },
    { kind: "taak", code: "3", title: "Adviseert over boeken", texts: texts.boek },
  ]);
  const decide = (decision: Decision["decision"], left: number | null, right: number | null, more = {}): Decision => ({
    a: left === null ? null : `een/${left}`,
    b: right === null ? null : `twee/${right}`,
    decision,
    remark: "",
    relation: null,
    coder: null,
    date: null,
    ...more,
  });
  const codes = (pairs: readonly { aCode: string | null; bCode: string | null; mapping: string }[]) =>
    pairs.map(({ aCode, bCode, mapping }) => [aCode, bCode, mapping]);

  test("without decisions all is a candidate, what is left alone too", () => {
    const result = crosswalk(a, b, []);
    expect(codes(result.pairs)).toEqual([
      ["1", "1", "candidate"],
      ["2", "3", "candidate"],
    ]);
    expect(result.onlyA).toEqual([
      { id: "een/3", code: "3", title: "Zingen", mapping: "candidate", remark: "", coder: null, date: null },
    ]);
  });
  test("a rejected pair frees both: the assignment is made anew, and the pair stays to be seen", () => {
    const result = crosswalk(a, b, [decide("rejected", 1, 1, { remark: "ander seizoen" })]);
    expect(codes(result.pairs)).toEqual([
      ["1", "2", "candidate"],
      ["2", "3", "candidate"],
    ]);
    expect(result.rejected).toMatchObject([{ aCode: "1", bCode: "1", mapping: "rejected", remark: "ander seizoen" }]);
    expect(result.rejected[0]?.score).toBeGreaterThan(0.9);
  });
  test("a confirmed pair holds whatever its score, with the relation the person gave; one may have several", () => {
    const result = crosswalk(a, b, [
      decide("confirmed", 3, 1, { relation: "related", coder: "anna" }),
      decide("confirmed", 3, 2),
    ]);
    expect(codes(result.pairs)).toEqual([
      ["2", "3", "candidate"],
      ["3", "1", "confirmed"],
      ["3", "2", "confirmed"],
    ]);
    expect(result.pairs[1]).toMatchObject({ relation: "related", coder: "anna" });
  });
  test("what has no match stays alone, on either side", () => {
    const result = crosswalk(a, b, [decide("no-match", 1, null), decide("no-match", null, 3)]);
    expect(result.pairs).toEqual([]);
    expect(result.onlyA.map(({ mapping }) => mapping)).toEqual(["no-match", "candidate", "candidate"]);
    expect(result.onlyB.map(({ mapping }) => mapping)).toEqual(["candidate", "candidate", "no-match"]);
  });
  test("decisions about others are given back, not lost", () => {
    const stray = decide("confirmed", 1, 9);
    const result = crosswalk(a, b, [stray]);
    expect(result.unknown).toEqual([stray]);
    expect(result.settings.decisions).toEqual({ confirmed: 0, rejected: 0, noMatch: 0 });
    expect(result.pairs).toHaveLength(2);
  });
  test("decisions made with a and b the other way round count, their relation turned too", () => {
    const decisions = [
      decide("confirmed", 3, 1, { relation: "broader" }),
      decide("rejected", 1, 1),
      decide("no-match", null, 3),
    ];
    const result = crosswalk(b, a, decisions);
    expect(result.unknown).toEqual([]);
    expect(codes(result.pairs)).toEqual([
      ["1", "3", "confirmed"],
      ["2", "1", "candidate"],
    ]);
    expect(result.pairs[0]).toMatchObject({ relation: "narrower", decided: "narrower" });
    expect(codes(result.rejected)).toEqual([["1", "1", "rejected"]]);
    expect(result.onlyA.map(({ id, mapping }) => [id, mapping])).toEqual([["twee/3", "no-match"]]);
  });
  test("decisions that contradict each other are refused", () => {
    expect(() =>
      crosswalk(a, b, [decide("confirmed", 1, 1), { ...decide("rejected", 1, 1), a: "twee/1", b: "een/1" }]),
    ).toThrow("een/1 and twee/1 is both confirmed and rejected");
    expect(() => crosswalk(a, b, [decide("confirmed", 1, 1), decide("rejected", 1, 1)])).toThrow(
      "een/1 and twee/1 is both confirmed and rejected",
    );
    expect(() => crosswalk(a, b, [decide("confirmed", 1, 1), decide("no-match", 1, null)])).toThrow("een/1");
  });

  test("two people side by side: kappa over what both decided about, the differences and what is open", () => {
    const anna = [
      decide("confirmed", 1, 1),
      decide("rejected", 1, 2),
      decide("no-match", 2, null),
      decide("confirmed", 3, 2),
    ];
    const bert = [decide("confirmed", 1, 1), decide("rejected", 1, 2), decide("confirmed", 2, 3)];
    const { result, open } = compareDecisions([
      { coder: "anna", decisions: anna },
      { coder: "bert", decisions: bert },
    ]);
    const back = bert.map((one) => ({ ...one, a: one.b, b: one.a }));
    const other = compareDecisions([
      { coder: "anna", decisions: anna },
      { coder: "bert", decisions: back },
    ]);
    expect(other).toEqual({ ...other, result, open });
    // Equal on two of three; chance: (1·2 + 1·1 + 1·0)/9 = 1/3; kappa (2/3 − 1/3) / (2/3).
    expect(result.agreements[0]).toMatchObject({ n: 3, kappa: { value: 0.5 }, kappaQuadratic: null });
    expect(result.agreements[0]?.differences).toEqual([{ id: '["een/2","twee/3"]', a: "no-match", b: "confirmed" }]);
    expect(open).toEqual([{ coder: "anna", without: "bert", a: "een/3", b: "twee/2", decision: "confirmed" }]);
  });
});
