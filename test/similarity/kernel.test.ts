import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { compiled } from "../../scripts/kernel.mjs";
import { tfidfRows } from "../../src/features/index.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const TEXTS = ["plant het werk", "plant al het werk", "het werk", "meet water", "plant werk", "meet het water"];

/** The rows of a join of the texts with each other, each in a group of its own; and whether the kernel made them. */
async function joined(): Promise<{ byKernel: boolean; rows: string[] }> {
  vi.resetModules();
  const { joinPlan, joinTop } = await import("../../src/similarity/join-top.js");
  const rows = tfidfRows(TEXTS);
  const groups = Int32Array.from(TEXTS.keys());
  const statements = { queries: rows.rowOf, candidates: rows.rowOf, queryGroups: groups, candidateGroups: groups };
  const plan = joinPlan({ rows, ...statements }, { top: 3, min: 0.2 });
  const { neighbours } = joinTop(plan, 0, TEXTS.length);
  return {
    byKernel: "all" in plan.index,
    rows: TEXTS.flatMap((_, query) =>
      Array.from({ length: neighbours.countOf(query) }, (_, rank) => {
        const { index, score } = neighbours.at(query, rank);
        return `${query} ${index} ${score}`;
      }),
    ),
  };
}

test("the kernel is the compiled source", async () => {
  expect(readFileSync("src/similarity/join-kernel.ts", "utf8")).toBe(await compiled());
});

test("where no kernel can be compiled the join is made without, with the same rows", async () => {
  const usual = await joined();
  expect(usual.byKernel).toBe(true);
  expect(usual.rows.length).toBeGreaterThan(5);
  vi.stubGlobal("WebAssembly", {
    Module: class {
      constructor() {
        throw new EvalError("refused by the policy of the page");
      }
    },
  });
  expect(await joined()).toEqual({ byKernel: false, rows: usual.rows });
});

test("where the kernel's memory can't be had the join is made without, with the same rows", async () => {
  const usual = await joined();
  const { Module, Instance } = WebAssembly;
  class Memory {
    constructor() {
      throw new RangeError("could not allocate memory");
    }
  }
  vi.stubGlobal("WebAssembly", { Module, Instance, Memory });
  expect(await joined()).toEqual({ byKernel: false, rows: usual.rows });
});
