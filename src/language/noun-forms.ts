/** The forms of a noun or an adjective by the rules of Dutch spelling; forms that do not exist do no harm in looking up. */
import { fold } from "./fold.js";

/** Folded: "afspraak" → afspraken, "bedrijf" → bedrijven, "extern" → externe, externen, "collega" → collega's. */
export function nounForms(word: string): ReadonlySet<string> {
  const base = fold(word).replace(/’/g, "'");
  const out = new Set([base, `${base}s`, `${base}'s`, `${base}n`, `${base}es`]);
  const roots = [base];
  if (/([aeou])\1[^aeiou]$/.test(base)) roots.push(base.replace(/([aeou])\1([^aeiou])$/, "$1$2"));
  if (/(?:^|[^aeiou])[aeiou][^aeiouwx]$/.test(base)) roots.push(base + base.at(-1));
  for (const root of roots) {
    for (const voiced of [root, root.replace(/f$/, "v").replace(/s$/, "z")]) {
      out.add(`${voiced}e`).add(`${voiced}en`);
    }
  }
  return out;
}
