/** The marks of numbered lists, as they are shown. */

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

export function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let out = "";
  let rest = n;
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
}

/** 1 → "a", 27 → "aa" (as HTML counts; Word does the same up to 26). */
export function letters(n: number): string {
  let out = "";
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  return out === "" ? String(n) : out;
}

/** The mark of an item of an HTML list, by the list's `type`. */
export function listMarker(n: number, type: string): string {
  switch (type) {
    case "a":
      return `${letters(n)}.`;
    case "A":
      return `${letters(n).toUpperCase()}.`;
    case "i":
      return `${roman(n)}.`;
    case "I":
      return `${roman(n).toUpperCase()}.`;
    default:
      return `${n}.`;
  }
}
