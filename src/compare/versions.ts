/** Two versions of one document: what was kept, moved, changed, and what is new or gone. */
import { type Change, diffWords } from "diff";
import { GENERATOR } from "../generator.js";
import { words } from "../language/tokens.js";
import type { Dossier, Features, Generator, Settings, Statement, Unit } from "../model.js";
import { roundScore, Scorer, type SignalWeights } from "../similarity/index.js";
import { dossierFeatures, features } from "../text/index.js";
import { assign, type Edge } from "./assignment.js";
import { type CompareOptions, compareSettings } from "./counterparts.js";
import { SelectionError } from "./selection-error.js";

/** `moved`: in the same words, under another unit. `changed`: in other words, wherever it stands. */
export const VERSION_STATUSES = ["kept", "moved", "changed", "new", "dropped"] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** A piece of a text that was changed: in both, only in the old, or only in the new. */
export interface WordChange {
  in: "both" | "old" | "new";
  text: string;
}

export interface VersionedStatement {
  status: VersionStatus;
  /** Whether it stands under another unit than before. */
  elsewhere: boolean;
  /** Ids; null where it is new, or gone. */
  old: string | null;
  new: string | null;
  oldUnit: string | null;
  newUnit: string | null;
  oldText: string | null;
  newText: string | null;
  /** How alike they are, 0..1; null where there is one. */
  score: number | null;
  /** The words that differ, where it was changed. */
  diff: WordChange[] | null;
}

export interface VersionedUnit {
  /** `changed`: another title or code. `moved`: neither, but under another unit. */
  status: VersionStatus;
  kind: string;
  old: string | null;
  new: string | null;
  oldCode: string | null;
  newCode: string | null;
  oldTitle: string | null;
  newTitle: string | null;
}

export interface VersionsResult {
  schema: "ankerpunt/versions@1";
  generator: Generator;
  settings: Settings;
  old: { id: string; title: string; version: string | null };
  new: { id: string; title: string; version: string | null };
  counts: Record<VersionStatus, number>;
  /** In the order of the new version, then what is gone in the order of the old one. */
  units: VersionedUnit[];
  statements: VersionedStatement[];
}

/** What standing under the same unit adds to a score: it decides between statements that are equally alike. */
const SAME_UNIT = 0.05;
/** Least likeness of two units of versions, and what the same code adds: codes are renumbered, titles reworded. */
const MIN_UNIT = 0.35;
const SAME_CODE = 0.1;

/**
 * Compares two versions of one document. Units are paired within their kind by titles, equal statements and codes;
 * statements by the best one-to-one assignment, in which equal words win and the same unit decides between equals.
 * @throws SelectionError for a corpus without text: it has no words to show the differences of
 */
export function compareVersions(before: Dossier, after: Dossier, options: CompareOptions = {}): VersionsResult {
  for (const { id, statements } of [before, after]) {
    if (statements.some(({ text }) => text === null)) {
      throw new SelectionError(`versions needs text: ${id} comes without`);
    }
  }
  const { threshold, weights } = compareSettings(options);
  const [left, right] = [dossierFeatures(before), dossierFeatures(after)];
  const unitOf = pairUnits(before, after, left, right, weights);
  const pairs = pairStatements(before, after, left, right, { threshold, weights, unitOf });
  const statements: VersionedStatement[] = [];
  const paired = new Map(pairs.map((edge) => [edge.b, edge]));
  const gone = new Set(before.statements.map((_, i) => i));
  for (const [j, statement] of after.statements.entries()) {
    const edge = paired.get(j);
    const old = edge && before.statements[edge.a];
    if (edge) gone.delete(edge.a);
    statements.push(old && edge ? both(old, statement, edge.score, unitOf) : one("new", statement));
  }
  for (const i of gone) statements.push(one("dropped", before.statements[i] as Statement));
  const counts = Object.fromEntries(
    VERSION_STATUSES.map((status) => [status, statements.filter((row) => row.status === status).length]),
  ) as Record<VersionStatus, number>;
  const about = ({ id, title, version }: Dossier) => ({ id, title, version: version ?? null });
  return {
    schema: "ankerpunt/versions@1",
    generator: GENERATOR,
    settings: { threshold, weights: { ...weights }, rarity: "background" },
    old: about(before),
    new: about(after),
    counts,
    units: versionedUnits(before, after, unitOf),
    statements,
  };
}

/** Old id of each new unit that was there before. */
type UnitMap = ReadonlyMap<string, string>;

function pairUnits(
  before: Dossier,
  after: Dossier,
  left: readonly Features[],
  right: readonly Features[],
  weights: SignalWeights,
): UnitMap {
  const hashes = (dossier: Dossier, all: readonly Features[]): Map<string, Set<string>> => {
    const out = new Map(dossier.units.map(({ id }) => [id, new Set<string>()]));
    for (const [i, { unit }] of dossier.statements.entries()) out.get(unit)?.add(all[i]?.hash ?? "");
    return out;
  };
  const [mine, theirs] = [hashes(before, left), hashes(after, right)];
  const titles = new Scorer(
    after.units.map(({ title }) => features(title)),
    weights,
  );
  const edges: Edge[] = [];
  for (const [a, unit] of before.units.entries()) {
    const query = features(unit.title);
    const scores = titles.scores(query);
    for (const [b, other] of after.units.entries()) {
      if (unit.kind !== other.kind) continue;
      const [x, y] = [mine.get(unit.id) as Set<string>, theirs.get(other.id) as Set<string>];
      const title = unit.title === other.title ? 1 : (scores[b] ?? 0);
      const shared = [...x].filter((hash) => hash !== "" && y.has(hash)).length;
      const dice = x.size + y.size === 0 ? title : (2 * shared) / (x.size + y.size);
      const code = unit.code !== null && unit.code === other.code ? SAME_CODE : 0;
      edges.push({ a, b, score: roundScore((title + dice) / 2 + code) });
    }
  }
  return new Map(
    assign(edges, MIN_UNIT).map(({ a, b }) => [(after.units[b] as Unit).id, (before.units[a] as Unit).id]),
  );
}

function pairStatements(
  before: Dossier,
  after: Dossier,
  left: readonly Features[],
  right: readonly Features[],
  { threshold, weights, unitOf }: { threshold: number; weights: SignalWeights; unitOf: UnitMap },
): Edge[] {
  const scorer = new Scorer(right, weights);
  const edges: Edge[] = [];
  const scoreOf = new Map<string, number>();
  for (const [a, query] of left.entries()) {
    const scores = scorer.scores(query);
    for (const [b, other] of right.entries()) {
      const score = query.hash !== "" && query.hash === other.hash ? 1 : (scores[b] as number);
      if (score < threshold) continue;
      const same = unitOf.get(after.statements[b]?.unit ?? "") === before.statements[a]?.unit;
      scoreOf.set(`${a} ${b}`, score);
      edges.push({ a, b, score: score + (same ? SAME_UNIT : 0) });
    }
  }
  return assign(edges, threshold).map(({ a, b }) => ({ a, b, score: scoreOf.get(`${a} ${b}`) ?? 0 }));
}

const whole = ({ lead, text }: Statement): string => [lead, text].filter(Boolean).join(" ");

function both(old: Statement, now: Statement, score: number, unitOf: UnitMap): VersionedStatement {
  const [from, to] = [whole(old), whole(now)];
  const elsewhere = unitOf.get(now.unit) !== old.unit;
  const changed = words(from).join(" ") !== words(to).join(" ");
  return {
    status: changed ? "changed" : elsewhere ? "moved" : "kept",
    elsewhere,
    old: old.id,
    new: now.id,
    oldUnit: old.unit,
    newUnit: now.unit,
    oldText: from,
    newText: to,
    score,
    diff: changed ? diffWords(from, to).map(piece) : null,
  };
}

const piece = ({ added, removed, value }: Change): WordChange => ({
  in: added ? "new" : removed ? "old" : "both",
  text: value,
});

function one(status: "new" | "dropped", statement: Statement): VersionedStatement {
  const [isNew, text] = [status === "new", whole(statement)];
  return {
    status,
    elsewhere: false,
    old: isNew ? null : statement.id,
    new: isNew ? statement.id : null,
    oldUnit: isNew ? null : statement.unit,
    newUnit: isNew ? statement.unit : null,
    oldText: isNew ? null : text,
    newText: isNew ? text : null,
    score: null,
    diff: null,
  };
}

function versionedUnits(before: Dossier, after: Dossier, unitOf: UnitMap): VersionedUnit[] {
  const olds = new Map(before.units.map((unit) => [unit.id, unit]));
  const row = (status: VersionStatus, old: Unit | null, now: Unit | null): VersionedUnit => ({
    status,
    kind: (now ?? old)?.kind ?? "",
    old: old?.id ?? null,
    new: now?.id ?? null,
    oldCode: old?.code ?? null,
    newCode: now?.code ?? null,
    oldTitle: old?.title ?? null,
    newTitle: now?.title ?? null,
  });
  const rows = after.units.map((now) => {
    const old = olds.get(unitOf.get(now.id) ?? "");
    if (!old) return row("new", null, now);
    olds.delete(old.id);
    if (old.code !== now.code || old.title !== now.title) return row("changed", old, now);
    const parent = now.parent === null ? null : unitOf.get(now.parent);
    return row(parent === old.parent ? "kept" : "moved", old, now);
  });
  return [...rows, ...[...olds.values()].map((old) => row("dropped", old, null))];
}
