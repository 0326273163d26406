import { roundScore } from "../similarity/index.js";
import { confusion, kappaOf, type LabelScores, labelScores } from "./agreement.js";
import { type BootstrapOptions, type Estimate, estimateCounts } from "./bootstrap.js";
import type { Coding } from "./gold.js";

/** How far two coders agree on what both have labelled. */
export interface Agreement {
  a: string;
  b: string;
  /** Statements labelled by both. */
  n: number;
  /** Share with the same label. */
  agreement: Estimate;
  kappa: Estimate;
  /** With quadratic weights over the order of the labels; null where they have no order. */
  kappaQuadratic: Estimate | null;
  /** Of b's labels held against a's, in the order of `labels`; null where there is nothing to divide by. */
  perLabel: (Omit<LabelScores, "precision" | "recall" | "f1"> & Record<"precision" | "recall" | "f1", number | null>)[];
  /** Means over the labels that a gives at least once. */
  macroF1: number | null;
  /** How often a's label (row) met b's (column). */
  confusion: number[][];
  /** Ids on which they differ, in the order of a, with both labels. */
  differences: { id: string; a: string; b: string }[];
}

export interface LabelEvaluation {
  of: "labels";
  /** All labels in their order; in order of first use where they have none. */
  labels: string[];
  ordered: boolean;
  coders: string[];
  agreements: Agreement[];
}

export interface LabelOptions extends BootstrapOptions {
  /** The labels in their order, for quadratic weights; known for geen, rand, kern and for numbers. */
  labels?: readonly string[];
  /** False where the order of `labels` means nothing. */
  ordered?: boolean;
}

/** Orders of labels that are known; numbers have their own. */
const ORDERS = [["geen", "rand", "kern"]];

function labelOrder(
  codings: readonly Coding[],
  { labels: given, ordered = true }: LabelOptions,
): { labels: string[]; ordered: boolean } {
  const used = [...new Set(codings.flatMap(({ labels }) => [...labels.values()]))];
  const orders = given ? [[...given]] : ORDERS;
  const order = orders.find((known) => used.every((label) => known.includes(label)));
  if (order) return { labels: order, ordered };
  if (used.every((label) => Number.isFinite(Number(label)))) {
    return { labels: used.sort((x, y) => Number(x) - Number(y)), ordered: true };
  }
  return { labels: given ? [...given, ...used.filter((label) => !given.includes(label))] : used, ordered: false };
}

/**
 * The agreement of every two coders: Cohen's kappa, plain and quadratic, and precision, recall and F1 of the second held
 * against the first. Statements that only one has labelled do not count for a pair.
 * @param codings two or more; a program's labels are a coding like any other
 */
export function evaluateLabels(codings: readonly Coding[], options: LabelOptions = {}): LabelEvaluation {
  const { labels, ordered } = labelOrder(codings, options);
  const agreements: Agreement[] = [];
  for (const [i, first] of codings.entries()) {
    for (const second of codings.slice(i + 1)) agreements.push(agreementOf(first, second, labels, ordered, options));
  }
  return { of: "labels", labels, ordered, coders: codings.map(({ coder }) => coder), agreements };
}

function agreementOf(
  first: Coding,
  second: Coding,
  labels: readonly string[],
  ordered: boolean,
  options: BootstrapOptions,
): Agreement {
  const ids = [...first.labels.keys()].filter((id) => second.labels.has(id));
  const a = ids.map((id) => first.labels.get(id) as string);
  const b = ids.map((id) => second.labels.get(id) as string);
  // A case counts once, in the cell of its two labels: then any sum of cases is a table again.
  const cases = ids.map((_, i) => confusion([a[i] as string], [b[i] as string], labels).flat());
  const table = (cells: readonly number[]): number[][] =>
    labels.map((_, i) => cells.slice(i * labels.length, (i + 1) * labels.length));
  const diagonal = (cells: readonly number[]): number => {
    const all = cells.reduce((sum, x) => sum + x, 0);
    return labels.reduce((sum, _, i) => sum + (cells[i * labels.length + i] ?? 0), 0) / all;
  };
  const scores = labelScores(a, b, labels);
  const given = scores.filter(({ support }) => support > 0);
  const shown = (value: number): number | null => (Number.isNaN(value) ? null : roundScore(value));
  return {
    a: first.coder,
    b: second.coder,
    n: ids.length,
    agreement: estimateCounts(cases, diagonal, options),
    kappa: estimateCounts(cases, (cells) => kappaOf(table(cells)), options),
    kappaQuadratic: ordered ? estimateCounts(cases, (cells) => kappaOf(table(cells), "quadratic"), options) : null,
    perLabel: scores.map(({ label, precision, recall, f1, support }) => ({
      label,
      precision: shown(precision),
      recall: shown(recall),
      f1: shown(f1),
      support,
    })),
    macroF1: given.length === 0 ? null : shown(given.reduce((sum, { f1 }) => sum + f1, 0) / given.length),
    confusion: confusion(a, b, labels),
    differences: ids.flatMap((id, i) => (a[i] === b[i] ? [] : [{ id, a: a[i] as string, b: b[i] as string }])),
  };
}
