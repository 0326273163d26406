import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLevels, findAnchors, sameContentOtherLevel, themeByLevel } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import type { Corpus, Dossier, Mark, Statement } from "../../src/model.js";
import { listCorpus, unitCorpus } from "../helpers/corpora.js";

const VARIANTS = ["hulp", "monteur", "chef"];

/** A document with a matrix (marks like `.xx`, `o` for in part) and taken of three variants. */
function ladder(marks: Record<string, string>, taken: Record<string, readonly string[]>): Corpus {
  const corpus = unitCorpus(
    "fiets",
    [{ kind: "competentie", code: "1.1", title: "Repareren" }],
    "beroepscompetentieprofiel",
  );
  const dossier = corpus.dossiers[0] as Dossier;
  const statement = (text: string, section: string, variants: Record<string, Mark>, i: number): Statement => ({
    id: `fiets/${section}-${i}`,
    unit: "fiets/1.1",
    section,
    text,
    source: { start: 0, end: 0 },
    variants,
  });
  const rows = Object.entries(marks).map(([text, row], i) => {
    const own = VARIANTS.flatMap((variant, v) =>
      row[v] === "." ? [] : [[variant, row[v] === "x" ? "full" : "partial"]],
    );
    return statement(text, "proces", Object.fromEntries(own), i);
  });
  const lists = VARIANTS.flatMap((variant) => (taken[variant] ?? []).map((text) => ({ variant, text })));
  dossier.statements = [
    ...rows,
    ...lists.map(({ variant, text }, i) => statement(text, "taak", { [variant]: "full" }, i)),
  ];
  dossier.variants = VARIANTS.map((id, i) => ({
    id,
    title: id,
    level: { mbo: i + 2, nlqf: i + 2, label: `mbo ${i + 2}` },
  }));
  return corpus;
}

const MATRIX = {
  "plakt een band": "xxx",
  "stelt de remmen af": "oxx",
  "plant de werkplaats": "..x",
  "veegt de vloer": "x..",
};
const TAKEN = {
  hulp: ["Plakt banden van fietsen.", "Assisteert de monteur bij grote reparaties."],
  monteur: ["Plakt banden van fietsen.", "Stelt remmen van fietsen af."],
  chef: ["Stelt remmen van fietsen af in complexe gevallen.", "Maakt het rooster van de week."],
};

describe("compareLevels", () => {
  const result = compareLevels(ladder(MATRIX, TAKEN));
  const own = result.dossiers[0];

  it("counts marks of the matrix and taken for each variant, in full and in part", () => {
    expect(own?.counts).toEqual([
      { of: "matrix", variant: "hulp", full: 2, partial: 1 },
      { of: "matrix", variant: "monteur", full: 2, partial: 0 },
      { of: "matrix", variant: "chef", full: 3, partial: 0 },
      { of: "taken", variant: "hulp", full: 2, partial: 0 },
      { of: "taken", variant: "monteur", full: 2, partial: 0 },
      { of: "taken", variant: "chef", full: 2, partial: 0 },
    ]);
    expect(own?.statements).toHaveLength(10);
    expect(own?.statements[1]).toEqual({
      id: "fiets/proces-1",
      unit: "fiets/1.1",
      of: "matrix",
      variants: { hulp: "partial", monteur: "full", chef: "full" },
    });
  });

  it("gives containment with its direction", () => {
    const cell = (of: string, a: string, b: string) => own?.overlap.find((o) => o.of === of && o.a === a && o.b === b);
    expect(own?.overlap).toHaveLength(6);
    expect(cell("matrix", "hulp", "monteur")).toMatchObject({ shared: 2, aInB: 0.666666667, bInA: 1 });
    expect(cell("matrix", "monteur", "chef")).toMatchObject({ shared: 2, aInB: 1, bInA: 0.666666667 });
    expect(cell("taken", "hulp", "monteur")).toMatchObject({ shared: 1, aInB: 0.5, bInA: 0.5 });
  });

  it("tells what is kept, grown, new and dropped at each step, with the statements", () => {
    const step = (of: string, from: string) => own?.progression.find((p) => p.of === of && p.from === from);
    expect(own?.progression).toHaveLength(4);
    expect(step("matrix", "hulp")).toMatchObject({ to: "monteur", kept: 2, grown: 1, new: 0, dropped: 1 });
    expect(step("matrix", "hulp")?.statements.dropped).toEqual(["fiets/proces-3"]);
    expect(step("matrix", "monteur")?.statements.new).toEqual(["fiets/proces-2"]);
    const taken = step("taken", "hulp")?.statements;
    expect(taken).toMatchObject({
      kept: [{ from: "fiets/taak-0", to: "fiets/taak-2", score: 1 }],
      new: ["fiets/taak-3"],
    });
  });

  it("names the rows on which the ladder is broken", () => {
    expect(own?.exceptions).toEqual([{ statement: "fiets/proces-3", variants: { hulp: "full" } }]);
  });

  it("finds the same task at another level among the variants", () => {
    const pairs = compareLevels(
      ladder(
        {},
        { hulp: ["Assisteert bij het onderhoud van fietsen."], chef: ["Coördineert het onderhoud van fietsen."] },
      ),
    ).dossiers[0]?.otherLevel;
    expect(pairs).toMatchObject([
      {
        a: { id: "fiets/taak-0" },
        b: { id: "fiets/taak-1" },
        differences: [{ scale: "action", a: 1, b: 5 }],
        higher: "b",
      },
    ]);
  });

  it("has a profile by variant, with what each level adds, beside the level stated", () => {
    const [, , chef] = own?.profile?.variants ?? [];
    expect(chef).toMatchObject({ variant: "chef", level: { mbo: 4 }, statements: 5, added: { statements: 3 } });
    expect(chef?.scales.complexity).toMatchObject({
      statements: 1,
      distribution: [0, 0, 0, 1, 0, 0],
      mean: 4,
      median: 4,
    });
    expect(chef?.scales.complexity?.stated).toEqual({ below: 0, at: 0, above: 1 });
    expect(chef?.scales.knowledge).toBeNull();
    expect(own?.profile?.level).toBeNull();
  });

  it("gives evidence whose offsets slice back to the words", () => {
    const evidence = own?.profile?.evidence.find(({ scale }) => scale === "complexity");
    expect(evidence).toMatchObject({
      statement: "fiets/taak-4",
      step: 4,
      part: "text",
      rule: "complexity/complex: complex|complexe|complexer|complexere|complexiteit",
    });
    expect(TAKEN.chef[0]?.slice(evidence?.start ?? 0, evidence?.end ?? 0)).toBe("complexe");
  });

  it("gives the same numbers for a corpus without text, and no place in it", () => {
    const bare = compareLevels(withoutText(ladder(MATRIX, TAKEN)));
    const shown = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, part) => (["start", "end", "words", "rule"].includes(key) ? undefined : part)),
      );
    expect(shown(bare)).toEqual(shown(result));
    expect(bare.dossiers[0]?.profile?.evidence.every(({ start, rule }) => start === null && rule === null)).toBe(true);
  });

  it("has no profile where a corpus without text carries no levels: not known is not none", () => {
    const bare = withoutText(ladder(MATRIX, TAKEN));
    for (const { features } of bare.dossiers[0]?.statements ?? []) delete features?.levels;
    expect(compareLevels(bare).dossiers[0]?.profile).toBeNull();
  });

  it("has a profile and an empty ladder for a document without variants", async () => {
    const corpus = await listCorpus({
      een: ["heeft brede kennis van fietsen", "heeft kennis van remmen", "fluit graag"],
    });
    const [plain] = compareLevels(corpus).dossiers;
    expect(plain).toMatchObject({
      variants: [],
      statements: [],
      counts: [],
      overlap: [],
      progression: [],
      exceptions: [],
    });
    expect(plain?.profile?.scales.knowledge).toMatchObject({
      statements: 2,
      distribution: [0, 0, 1, 1, 0, 0],
      mean: 3.5,
      stated: null,
    });
    expect(plain?.profile?.scales.autonomy).toBeNull();
  });

  it("takes the words of a lead for the item's own, and says that they stand in the lead", async () => {
    const corpus = unitCorpus("x", [{ kind: "werkproces", code: "W1", title: "t", texts: ["snoeien"] }]);
    const statement = corpus.dossiers[0]?.statements[0] as Statement;
    statement.lead = "heeft specialistische kennis van";
    const [hit] = compareLevels(corpus).dossiers[0]?.profile?.evidence ?? [];
    expect(hit).toMatchObject({ scale: "knowledge", step: 5, part: "lead", start: 6 });
  });
});

describe("sameContentOtherLevel", () => {
  it("pairs what is alike in content with its direction, and leaves equal levels out", async () => {
    const { dossiers } = await listCorpus({
      a: ["heeft kennis van bemesting van gazons", "snoeit zelfstandig hagen van klanten"],
      b: ["heeft specialistische kennis van bemesting van gazons", "snoeit zelfstandig heggen van klanten"],
    });
    const pairs = sameContentOtherLevel(dossiers);
    expect(pairs).toMatchObject([
      {
        a: { dossier: "a", id: "a-1" },
        b: { id: "b-1" },
        differences: [{ scale: "knowledge", a: 3, b: 5 }],
        higher: "b",
      },
    ]);
    expect(sameContentOtherLevel([...dossiers].reverse())).toMatchObject([{ a: { id: "b-1" }, higher: "a" }]);
    expect(sameContentOtherLevel(dossiers.slice(0, 1))).toEqual([]);
  });
});

describe("a ladder of any marks", () => {
  it("adds up: what is kept and new is the next level, what is kept and dropped the one before", () => {
    const rows = fc.array(fc.stringMatching(/^[xo.]{3}$/), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (marks) => {
        const corpus = ladder(Object.fromEntries(marks.map((row, i) => [`vraagt ${i}`, row])), {});
        const [own] = compareLevels(corpus).dossiers;
        const total = (variant: string): number =>
          own?.counts.filter((row) => row.variant === variant).reduce((sum, row) => sum + row.full + row.partial, 0) ??
          0;
        for (const step of own?.progression ?? []) {
          expect(step.kept + step.new).toBe(total(step.to));
          expect(step.kept + step.dropped).toBe(total(step.from));
        }
        for (const { a, b, aInB, bInA, shared } of own?.overlap ?? []) {
          for (const [share, all] of [
            [aInB, total(a)],
            [bInA, total(b)],
          ] as const) {
            if (all === 0) expect(share).toBeNull();
            else expect(share).toBeCloseTo(shared / all, 8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("themeByLevel", () => {
  const corpus = ladder(
    {
      "overlegt met collega's over de planning": "xxx",
      "plakt een band": "xxx",
      "stemt het werk af met de gemeente": "..x",
    },
    {},
  );
  const rows = themeByLevel(findAnchors(corpus), compareLevels(corpus).dossiers);

  it("counts the theme for each variant and names what a level adds", () => {
    expect(rows.map(({ variant, statements, core }) => [variant, statements, core])).toEqual([
      ["hulp", 2, 1],
      ["monteur", 2, 1],
      ["chef", 3, 2],
    ]);
    expect(rows[0]).toMatchObject({ of: "matrix", level: { mbo: 2 }, share: 0.5, added: { core: [], marginal: [] } });
    expect(rows[2]).toMatchObject({ added: { core: ["fiets/proces-2"] }, dropped: { core: [] } });
    expect(Object.keys(rows[2]?.partners ?? {}).length).toBeGreaterThan(0);
  });

  it("gives a document without variants one row at its own level", async () => {
    const plain = await listCorpus({ een: ["overlegt met collega's", "plakt een band"] });
    expect(themeByLevel(findAnchors(plain), compareLevels(plain).dossiers)).toMatchObject([
      { dossier: "een", of: "dossier", variant: null, level: null, statements: 2, core: 1, share: 0.5 },
    ]);
  });
});
