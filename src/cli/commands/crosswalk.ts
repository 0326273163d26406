import {
  type CrosswalkLone,
  type CrosswalkResult,
  crosswalk,
  type Decision,
  SelectionError,
} from "../../compare/index.js";
import { compareDecisions } from "../../evaluate/index.js";
import type { Row } from "../../export/index.js";
import { type DecisionFile, readDecisionFile, warnUnknown } from "../decisions.js";
import { FailedError, UsageError } from "../errors.js";
import { labelRows, MEASURES } from "../measures.js";
import { checkOutput, table, write } from "../output.js";
import { naming } from "../sheets.js";
import { loadThemed } from "../theme.js";
import { type AlignFlags, alignOptions } from "./align.js";

const FIELDS = [
  "a",
  "b",
  "aCode",
  "bCode",
  "aTitle",
  "bTitle",
  "score",
  "relation",
  "mapping",
  "remark",
  "coder",
  "date",
];

/** `ankerpunt crosswalk`: an alignment with decisions in it, or the decisions of several people side by side. */
export async function crosswalkCommand(
  a: string | undefined,
  b: string | undefined,
  flags: AlignFlags & { decisions?: string[] },
): Promise<void> {
  checkOutput(flags);
  const paths = flags.decisions ?? [];
  const files = await Promise.all(paths.map(readDecisionFile));
  if (a === undefined) return sideBySide(files, flags);
  if (b === undefined) throw new UsageError("crosswalk takes A and B, or decisions alone to compare them");
  if (files.length > 1) {
    throw new UsageError("--decisions: with A and B one file is taken; several are compared without A and B");
  }
  const options = alignOptions(flags);
  const [left, right] = [await loadThemed([a], flags), await loadThemed([b], flags)];
  const decisions = files[0]?.decisions ?? [];
  let result: CrosswalkResult;
  try {
    result = naming("--decisions", paths[0] ?? "", () => crosswalk(left, right, decisions, options));
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
  warnUnknown(paths, result.unknown);
  const statements = options.by === "statement";
  const rows = crosswalkRows(result);
  const fields = statements ? [...FIELDS, "aText", "bText"] : FIELDS;
  const shown = statements
    ? ["mapping", "a", "b", "score", "relation", "remark"]
    : ["mapping", "aCode", "aTitle", "bCode", "bTitle", "score", "relation", "remark"];
  await write({ json: result, rows, fields, text: () => table(rows, shown) }, flags);
}

async function sideBySide(files: readonly DecisionFile[], flags: AlignFlags): Promise<void> {
  const coders = new Map<string, Decision[]>();
  for (const { file, decisions } of files) {
    for (const one of decisions) {
      const coder = one.coder ?? file.replace(/\.[^.]+$/, "");
      coders.set(coder, [...(coders.get(coder) ?? []), one]);
    }
  }
  if (coders.size < 2) {
    throw new UsageError(
      "crosswalk takes A and B, or --decisions of two people or more (two files, or a column coder)",
    );
  }
  const result = compareDecisions([...coders].map(([coder, decisions]) => ({ coder, decisions })));
  const rows = labelRows(result.result);
  const text = (): string => {
    const differences = result.result.agreements.flatMap(({ a, b, differences: all }) =>
      all.map(({ id, a: first, b: second }): Row => {
        const [left, right] = JSON.parse(id) as [string | null, string | null];
        return { a: left, b: right, [a]: first, [b]: second };
      }),
    );
    return [
      table(rows, MEASURES),
      ...(differences.length > 0 ? [table(differences, ["a", "b", ...result.result.coders])] : []),
      ...(result.open.length > 0 ? [table(result.open, ["coder", "without", "a", "b", "decision"])] : []),
    ].join("\n\n");
  };
  await write({ json: result, rows, fields: MEASURES, text }, flags);
}

/** Every pair, rejected pair and lone one as a row; a row can be filled in and given back as a decision. */
function crosswalkRows(result: CrosswalkResult): Row[] {
  const alone = (side: "a" | "b", list: readonly CrosswalkLone[]): Row[] =>
    list.map(({ id, mapping, remark, coder, date, ...one }) => ({
      [side]: id,
      ...("title" in one ? { [`${side}Code`]: one.code, [`${side}Title`]: one.title } : { [`${side}Text`]: one.text }),
      mapping,
      remark,
      coder,
      date,
    }));
  return [
    ...[...result.pairs, ...result.rejected].map(({ evidence: _, decided: __, ...pair }): Row => ({ ...pair })),
    ...alone("a", result.onlyA),
    ...alone("b", result.onlyB),
  ];
}
