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
  weights: KappaWeights = "none",
): number {
  return kappaOf(confusion(a, b, labels), weights);
}

export type KappaWeights = "none" | "quadratic";

/**
 * How often a's label i met b's label j: table[i][j].
 * @throws RangeError if the codings differ in length, or a label is not listed
 */
export function confusion(a: readonly string[], b: readonly string[], labels: readonly string[]): number[][] {
  same(a, b);
  const at = new Map(labels.map((label, i) => [label, i]));
  const number = (label: string): number => {
    const i = at.get(label);
    if (i === undefined) throw new RangeError(`label "${label}" is not one of ${labels.join(", ")}`);
    return i;
  };
  const table = labels.map(() => labels.map(() => 0));
  for (const [i, label] of a.entries()) {
    const row = table[number(label)] as number[];
    const j = number(b[i] as string);
    row[j] = (row[j] ?? 0) + 1;
  }
  return table;
}

/** Kappa of a table of counts; see {@link cohenKappa}. */
export function kappaOf(table: readonly (readonly number[])[], weights: KappaWeights = "none"): number {
  const left = table.map((row) => row.reduce((sum, x) => sum + x, 0));
  const right = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const total = left.reduce((sum, x) => sum + x, 0);
  const cost = (i: number, j: number): number => (weights === "quadratic" ? (i - j) ** 2 : i === j ? 0 : 1);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      observed += cost(i, j) * count;
      expected += (cost(i, j) * (left[i] as number) * (right[j] as number)) / total;
    }
  }
  return total === 0 || expected === 0 ? Number.NaN : 1 - observed / expected;
}

function same(a: readonly string[], b: readonly string[]): void {
  if (a.length !== b.length) throw new RangeError(`codings of ${a.length} and ${b.length} things cannot be compared`);
}
