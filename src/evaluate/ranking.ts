/** How good rankings are, held against graded judgements. */

/** Judged grades by id: 0 (or not listed) is not relevant. */
export type Grades = ReadonlyMap<string, number>;

export interface RankingScores {
  /** Normalised discounted cumulative gain of the first k, gain 2^grade − 1 (Burges et al. 2005), 0..1. */
  ndcg: number;
  /** 1 if the first has the highest grade asked for, else 0. */
  p1: number;
  /** One over the rank of the first with that grade; 0 if none is ranked. */
  rr: number;
  /** Average precision over all with a grade of 1 or more, 0..1. */
  ap: number;
}

export interface RankingOptions {
  /** Cut-off of ndcg. */
  k?: number;
  /** Least grade that counts for p1 and rr. */
  top?: number;
}

const gain = (grade: number): number => 2 ** grade - 1;
const discount = (rank: number): number => Math.log2(rank + 1);

/**
 * Scores of one ranking, best first.
 * @returns NaN in every field where no id has a grade above 0: there was nothing to find
 */
export function scoreRanking(ranked: readonly string[], grades: Grades, options: RankingOptions = {}): RankingScores {
  const { k = 10, top = 2 } = options;
  const relevant = [...grades.values()].filter((grade) => grade > 0);
  if (relevant.length === 0) return { ndcg: Number.NaN, p1: Number.NaN, rr: Number.NaN, ap: Number.NaN };
  const grade = (id: string | undefined): number => (id === undefined ? 0 : (grades.get(id) ?? 0));
  const dcg = (list: readonly number[]): number =>
    list.slice(0, k).reduce((sum, g, i) => sum + gain(g) / discount(i + 1), 0);
  const first = ranked.findIndex((id) => grade(id) >= top);
  let found = 0;
  let precision = 0;
  for (const [i, id] of ranked.entries()) {
    if (grade(id) === 0) continue;
    found++;
    precision += found / (i + 1);
  }
  return {
    ndcg: dcg(ranked.map(grade)) / dcg(relevant.sort((a, b) => b - a)),
    p1: grade(ranked[0]) >= top ? 1 : 0,
    rr: first < 0 ? 0 : 1 / (first + 1),
    ap: precision / relevant.length,
  };
}
