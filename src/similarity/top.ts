export interface Ranked {
  index: number;
  score: number;
}

/**
 * The best `k` of a list of scores, best first, ties by place.
 * @param min scores below it are left out
 * @param skip indexes that do not count
 */
export function topK(scores: ArrayLike<number>, k: number, min: number, skip: (index: number) => boolean): Ranked[] {
  const best: Ranked[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] as number;
    if (score < min || (best.length === k && score <= (best[k - 1] as Ranked).score) || skip(index)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Ranked).score < score) at--;
    best.splice(at, 0, { index, score });
    if (best.length > k) best.pop();
  }
  return best;
}
