/** A share (0..1) in whole percents, without the sign; what is not nothing reads "<1" at least, what is not all ">99" at most. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1";
  if (rounded === 100 && share < 1) return ">99";
  return String(rounded);
}
