/** A share (0..1) as a whole percentage; what is not nothing never reads 0, what is not all never reads 100. */
export function percent(share: number): number {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 1;
  if (rounded === 100 && share < 1) return 99;
  return rounded;
}
