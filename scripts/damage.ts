// Damages clean text in many ways, repairs it, and prints how much was undone: npx tsx scripts/damage.ts [FILE]
// What counts: damaged words that are right again (at least 90%), right words that were changed (at most 1 in 2,000).
// The kind marked * was left out while the rules were made.
import { readFileSync } from "node:fs";
import { diffArrays } from "diff";
import { seeded } from "../src/evaluate/index.js";
import { repairText } from "../src/repair/index.js";
import { DAMAGES, type Score } from "../test/helpers/damage.js";

const RATES = [0.005, 0.02, 0.05, 0.1];
const SEEDS = [1, 2, 3, 4, 5];
const [file = "test/fixtures/schoon.txt", only] = process.argv.slice(2);
const clean = readFileSync(file, "utf8");

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
const cleanWords = wordsOf(clean);

/** For each word of the clean text whether the other text has it in its place; and how many words that one has besides. */
function found(text: string): { words: boolean[]; extra: number } {
  const words: boolean[] = [];
  let extra = 0;
  for (const part of diffArrays(cleanWords, wordsOf(text))) {
    if (part.added) extra += part.value.length;
    else for (const _ of part.value) words.push(!part.removed);
  }
  return { words, extra };
}

function measure(damaged: string, adds = false): Score & { missed: string[]; broken: string[] } {
  const repaired = repairText(damaged).mapped.text;
  const [before, after] = [found(damaged), found(repaired)];
  const score = { damaged: 0, undone: 0, right: 0, changed: 0, missed: [] as string[], broken: [] as string[] };
  for (const [i, word] of cleanWords.entries()) {
    if (before.words[i]) {
      score.right++;
      if (!after.words[i]) {
        score.changed++;
        score.broken.push(word);
      }
    } else {
      score.damaged++;
      if (after.words[i]) score.undone++;
      else score.missed.push(word);
    }
  }
  if (adds) {
    score.damaged += before.extra;
    score.undone += Math.max(0, before.extra - after.extra);
  }
  return score;
}

const percent = (part: number, all: number): string => (all === 0 ? "-" : `${((100 * part) / all).toFixed(1)}%`);
console.log(`${cleanWords.length} words, ${SEEDS.length} seeds each; undone / damaged, and right words changed`);
const untouched = measure(clean);
console.log(
  `${"(none)".padEnd(17)} ${untouched.changed} of ${untouched.right} right words changed ${untouched.broken.join(" ")}`,
);
let [allDamaged, allUndone, allRight, allChanged] = [0, 0, 0, 0];
for (const kind of DAMAGES) {
  if (only && !kind.name.includes(only)) continue;
  const cells = RATES.map((rate) => {
    const sum: Score = { damaged: 0, undone: 0, right: 0, changed: 0 };
    for (const seed of SEEDS) {
      const score = measure(kind.apply(clean, rate, seeded(seed)), kind.adds);
      sum.damaged += score.damaged;
      sum.undone += score.undone;
      sum.right += score.right;
      sum.changed += score.changed;
      if (process.env.SHOW && seed === 1)
        console.log("  ", rate, "missed:", score.missed.join(" "), "| broken:", score.broken.join(" "));
    }
    allDamaged += sum.damaged;
    allUndone += sum.undone;
    allRight += sum.right;
    allChanged += sum.changed;
    return `${percent(sum.undone, sum.damaged).padStart(6)} of ${String(sum.damaged).padStart(4)}, ${String(sum.changed).padStart(2)} changed`;
  });
  console.log(`${(kind.name + (kind.heldOut ? " *" : "")).padEnd(17)} ${cells.join("  |  ")}`);
}
console.log(
  `all: ${percent(allUndone, allDamaged)} of ${allDamaged} undone; ${allChanged} of ${allRight} right words changed (1 in ${allChanged === 0 ? "∞" : Math.round(allRight / allChanged)})`,
);
