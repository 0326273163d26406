/** Dossiers that share much, in groups small enough to be shown together. */

/** Least mean overlap of two groups that become one. */
const LEAST = 0.1;

/**
 * Agglomerative clustering with average linkage (Sokal and Michener 1958): the two groups with the highest mean overlap
 * join, as long as it is not low and the group stays small. Of equals the first pair joins.
 * @param overlap how much two dossiers share, 0..1, the same both ways
 * @param most members of a group
 * @returns places, in order; the largest group first. A dossier that joins nothing is in none.
 */
export function groupsOf(size: number, overlap: (a: number, b: number) => number, most: number): number[][] {
  const members: (number[] | null)[] = Array.from({ length: size }, (_, i) => [i]);
  /** Sum of the overlaps between members of two groups. */
  const sums = Array.from({ length: size }, (_, a) => Float64Array.from({ length: size }, (_, b) => overlap(a, b)));
  const mean = (a: number, b: number): number => {
    const [left, right] = [members[a], members[b]];
    if (!left || !right || a === b || left.length + right.length > most) return -1;
    return (sums[a]?.[b] ?? 0) / (left.length * right.length);
  };
  /** The group that each may best join, among those after it. */
  const bestAfter = (a: number): { with: number; mean: number } => {
    let best = { with: -1, mean: -1 };
    for (let b = a + 1; b < size; b++) {
      const here = members[a] && members[b] ? mean(a, b) : -1;
      if (here > best.mean) best = { with: b, mean: here };
    }
    return best;
  };
  const best = members.map((_, a) => bestAfter(a));
  for (;;) {
    const a = best.reduce((top, one, i) => (one.mean > (best[top]?.mean ?? -1) ? i : top), 0);
    const b = best[a]?.with ?? -1;
    if (b < 0 || (best[a]?.mean ?? -1) < LEAST) break;
    members[a] = [...(members[a] ?? []), ...(members[b] ?? [])].sort((x, y) => x - y);
    members[b] = null;
    for (let c = 0; c < size; c++) {
      const sum = (sums[a]?.[c] ?? 0) + (sums[b]?.[c] ?? 0);
      (sums[a] as Float64Array)[c] = sum;
      (sums[c] as Float64Array)[a] = sum;
    }
    for (let c = 0; c < size; c++) {
      const old = best[c]?.with;
      if (c === a || c === b || old === a || old === b) best[c] = bestAfter(c);
      else if (c < a && mean(c, a) > (best[c]?.mean ?? -1)) best[c] = { with: a, mean: mean(c, a) };
    }
  }
  return members
    .filter((group): group is number[] => group !== null && group.length > 1)
    .sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0));
}
