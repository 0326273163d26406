// Finds what a family of dossiers carries over from its form: npx tsx scripts/templates.ts FILES…
// Prints the rows of words that stand in at least half of the dossiers and are not part of a longer such row, with the
// number of dossiers and statements that have them. A person decides what is form and puts it into data/templates.json:
// a phrase may as well be a requirement that all of them share.
import { words } from "../src/language/tokens.js";
import { loadCorpus } from "../src/node/index.js";

const SHORTEST = 4;
const LONGEST = 12;

const { dossiers } = await loadCorpus(process.argv.slice(2));
const found = new Map<string, { dossiers: Set<string>; statements: number }>();
for (const dossier of dossiers) {
  for (const { lead, text } of dossier.statements) {
    const list = words([lead, text].join(" "));
    const rows = new Set<string>();
    for (let n = SHORTEST; n <= LONGEST; n++) {
      for (let i = 0; i + n <= list.length; i++) rows.add(list.slice(i, i + n).join(" "));
    }
    for (const row of rows) {
      const known = found.get(row) ?? { dossiers: new Set(), statements: 0 };
      known.dossiers.add(dossier.id);
      known.statements++;
      found.set(row, known);
    }
  }
}
const frequent = [...found]
  .filter(([, { dossiers: own }]) => own.size >= Math.max(2, dossiers.length / 2))
  .map(([row, { dossiers: own, statements }]) => ({ row, dossiers: own.size, statements }));
const whole = frequent.filter(
  (one) =>
    !frequent.some(
      (other) => other.row !== one.row && ` ${other.row} `.includes(` ${one.row} `) && other.dossiers >= one.dossiers,
    ),
);
whole.sort((a, b) => b.dossiers - a.dossiers || b.statements - a.statements || (a.row < b.row ? -1 : 1));
for (const { row, dossiers: own, statements } of whole) console.log(`${own}\t${statements}\t${row}`);
