/** What a person decided about counterparts. */
import * as v from "valibot";
import { ReadError, readJson, readSheet } from "../read/index.js";
import { RELATIONS, type Relation } from "./align-relation.js";

export const DECISIONS_SCHEMA = "ankerpunt/decisions@1";

/** A pair is a counterpart, or is not; or one of a, or of b, has no counterpart at all. */
export const DECISIONS = ["confirmed", "rejected", "no-match"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

export interface Decision {
  /** Ids of units or statements. With "no-match" one of the two is null. */
  a: string | null;
  b: string | null;
  decision: DecisionKind;
  remark: string;
  /** What b is to a, where the person says it. */
  relation: Relation | null;
  coder: string | null;
  /** As the person gave it. */
  date: string | null;
}

/** Words for the decisions that are understood, English and Dutch. */
const WORDS = new Map<string, DecisionKind | null>([
  ["confirmed", "confirmed"],
  ["bevestigd", "confirmed"],
  ["rejected", "rejected"],
  ["afgewezen", "rejected"],
  ["verworpen", "rejected"],
  ["no-match", "no-match"],
  ["geen-tegenhanger", "no-match"],
  // What the program proposed and nobody decided about.
  ["candidate", null],
  ["kandidaat", null],
  ["", null],
]);

const optional = v.optional(v.nullable(v.string()), null);
const entry = v.object({
  a: optional,
  b: optional,
  decision: v.string("the decision is missing"),
  remark: optional,
  relation: optional,
  coder: optional,
  date: optional,
});
const file = v.union([
  v.array(entry),
  v.pipe(
    v.object({ schema: v.literal(DECISIONS_SCHEMA), decisions: v.array(entry) }),
    v.transform(({ decisions }) => decisions),
  ),
]);

/**
 * Reads decisions: CSV or TSV with the columns a, b, decision (or mapping, so that the CSV of a crosswalk can be filled in)
 * and, if wanted, remark, relation, coder and date; or JSON, a list of such objects, by itself or as `decisions` beside
 * `schema: "ankerpunt/decisions@1"`. Rows that are candidates, or have no decision, are passed over.
 * @throws ReadError in one line that says where it is wrong
 */
export function readDecisions(bytes: Uint8Array): Decision[] {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, "")
    .trimStart();
  const entries = /^[[{]/.test(start) ? fromJson(bytes) : fromSheet(bytes);
  const decisions: Decision[] = [];
  for (const { at, value } of entries) {
    const found = decision(value, at);
    if (found) decisions.push(found);
  }
  return decisions;
}

type Entry = v.InferOutput<typeof entry>;

function fromJson(bytes: Uint8Array): { at: string; value: Entry }[] {
  const value = readJson(new TextDecoder().decode(bytes));
  const list = v.safeParse(v.union([v.array(v.unknown()), v.object({ decisions: v.array(v.unknown()) })]), value);
  if (!list.success) throw new ReadError('no decisions: a list of {"a", "b", "decision"} is expected');
  const all = v.safeParse(file, value);
  if (!all.success) {
    // The union says only that none fits: say where the first entry goes wrong.
    const items = Array.isArray(list.output) ? list.output : list.output.decisions;
    for (const [i, item] of items.entries()) {
      const one = v.safeParse(entry, item);
      if (!one.success) {
        const issue = one.issues[0];
        throw new ReadError(`decision ${i + 1}: ${v.getDotPath(issue) ?? "entry"}: ${issue.message}`);
      }
    }
    throw new ReadError(`the schema is not "${DECISIONS_SCHEMA}"`);
  }
  return all.output.map((one, i) => ({ at: `decision ${i + 1}`, value: one }));
}

function fromSheet(bytes: Uint8Array): { at: string; value: Entry }[] {
  const { columns, rows } = readSheet(bytes);
  const column = ["decision", "besluit", "mapping"].find((name) => columns.includes(name));
  const missing = ["a", "b"].find((name) => !columns.includes(name)) ?? (column ? undefined : "decision");
  if (missing) throw new ReadError(`there is no column "${missing}": a, b and decision are wanted`);
  return rows.map(({ line, cells }) => {
    const cell = (name: string): string | null => cells[name] || null;
    return {
      at: `line ${line}`,
      value: {
        a: cell("a"),
        b: cell("b"),
        decision: cells[column as string] ?? "",
        remark: cell("remark") ?? cell("opmerking"),
        relation: cell("relation"),
        coder: cell("coder"),
        date: cell("date"),
      },
    };
  });
}

/** @returns null where nothing was decided */
function decision(value: Entry, at: string): Decision | null {
  const word = value.decision.trim().toLowerCase().replace(/[ _]/g, "-");
  const kind = WORDS.get(word);
  if (kind === undefined) throw new ReadError(`${at}: "${value.decision}" is none of ${DECISIONS.join(", ")}`);
  if (kind === null) return null;
  const [a, b] = [value.a || null, value.b || null];
  if (kind === "no-match" ? (a === null) === (b === null) : a === null || b === null) {
    throw new ReadError(
      kind === "no-match"
        ? `${at}: "no-match" takes the id of a or of b, not ${a === null ? "neither" : "both"}`
        : `${at}: "${kind}" takes the ids of a and b`,
    );
  }
  const relation = value.relation ? RELATIONS.find((one) => one === value.relation) : null;
  if (relation === undefined)
    throw new ReadError(`${at}: the relation "${value.relation}" is none of ${RELATIONS.join(", ")}`);
  return {
    a,
    b,
    decision: kind,
    remark: value.remark ?? "",
    relation,
    coder: value.coder || null,
    date: value.date || null,
  };
}

/** The decision as it can be told in one line. */
const sides = ({ a, b }: Pick<Decision, "a" | "b">): string => [a, b].map((id) => id ?? "–").join(" and ");

/**
 * Checks that decisions do not contradict each other: one decision for a pair, and no counterpart for what has none.
 * A unit may be confirmed with several others. @throws ReadError naming the two that do not go together
 */
export function checkDecisions(decisions: readonly Decision[]): void {
  const seen = new Map<string, Decision>();
  const alone = { a: new Set<string>(), b: new Set<string>() };
  for (const one of decisions) {
    const key = JSON.stringify([one.a, one.b]);
    const other = seen.get(key);
    if (other && other.decision !== one.decision) {
      throw new ReadError(`${sides(one)} is both ${other.decision} and ${one.decision}`);
    }
    seen.set(key, one);
    if (one.decision === "no-match") {
      if (one.a !== null) alone.a.add(one.a);
      if (one.b !== null) alone.b.add(one.b);
    }
  }
  for (const one of decisions) {
    if (one.decision !== "confirmed") continue;
    const id = alone.a.has(one.a as string) ? one.a : alone.b.has(one.b as string) ? one.b : null;
    if (id !== null) throw new ReadError(`${id} has a confirmed counterpart and is marked no-match`);
  }
}
