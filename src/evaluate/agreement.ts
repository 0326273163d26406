/** How far two codings of the same things agree. */

export interface LabelScores {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  /** How often the gold has it. */
  support: number;
}

/**
 * Precision, recall and F1 of each label. A ratio over nothing is NaN: a label that is never given has no precision.
 * @throws RangeError if the codings differ in length
 */
export function labelScores(
  gold: readonly string[],
  given: readonly string[],
  labels: readonly string[],
): LabelScores[] {
  same(gold, given);
  return labels.map((label) => {
    const support = gold.filter((g) => g === label).length;
    const positive = given.filter((g) => g === label).length;
    const hits = gold.filter((g, i) => g === label && given[i] === label).length;
    return {
      label,
      precision: hits / positive,
      recall: hits / support,
      f1: (2 * hits) / (support + positive),
      support,
    };
  });
}

/**
 * Cohen's kappa (1960), or with quadratic weights over the order of the labels (1968): 1 full agreement, 0 chance.
 * @param labels all labels, in their order
 * @returns NaN for codings of nothing, or where chance alone would agree fully
 * @throws RangeError if the codings differ in length, or a label is not listed
 */
export function cohenKappa(
  a: readonly string[],
  b: readonly string[],
  labels: readonly string[],
  weights: "none" | "quadratic" = "none",
): number {
  same(a, b);
  const at = new Map(labels.map((label, i) => [label, i]));
  const number = (label: string): number => {
    const i = at.get(label);
    if (i === undefined) throw new RangeError(`label "${label}" is not one of ${labels.join(", ")}`);
    return i;
  };
  const cost = (i: number, j: number): number => (weights === "quadratic" ? (i - j) ** 2 : i === j ? 0 : 1);
  const count = (list: readonly string[]): number[] => labels.map((label) => list.filter((x) => x === label).length);
  const [left, right] = [count(a), count(b)];
  let observed = 0;
  for (const [i, label] of a.entries()) observed += cost(number(label), number(b[i] as string));
  let expected = 0;
  for (const [i, x] of left.entries())
    for (const [j, y] of right.entries()) expected += (cost(i, j) * x * y) / a.length;
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

function same(a: readonly string[], b: readonly string[]): void {
  if (a.length !== b.length) throw new RangeError(`codings of ${a.length} and ${b.length} things cannot be compared`);
}
