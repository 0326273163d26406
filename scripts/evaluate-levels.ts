// How well the level scales read wording: npm run evaluate:levels [-- --errors], on data/judged/niveaus.csv: statements of
// our own with, for each scale, the highest step that one reader saw (empty for none), noted before the program ran.
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { LEVEL_SCALES, type LevelScale, levelHits, SCALES } from "../src/language/depth.js";

const errors = process.argv.includes("--errors");
const rows: Record<string, string>[] = parse(await readFile("data/judged/niveaus.csv"), { columns: true });
const figure = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(2));

/** The highest step of a scale in a text, by its id; "" for none. */
function highest(text: string, scale: LevelScale): string {
  const own = levelHits(text).filter((hit) => hit.scale === scale);
  const step = Math.max(0, ...own.map((hit) => hit.step));
  return SCALES.find(({ id }) => id === scale)?.steps[step - 1]?.id ?? "";
}

for (const set of [...new Set(rows.map((row) => row.set as string))].sort()) {
  const own = rows.filter((row) => row.set === set);
  console.log(`set ${set}: ${own.length} statements; found: the scale, whatever the step; right: the step too`);
  for (const scale of LEVEL_SCALES) {
    const pairs = own.map((row) => ({
      text: row.text ?? "",
      judged: row[scale] ?? "",
      given: highest(row.text ?? "", scale),
    }));
    const judged = pairs.filter((pair) => pair.judged !== "").length;
    const given = pairs.filter((pair) => pair.given !== "").length;
    const found = pairs.filter((pair) => pair.judged !== "" && pair.given !== "").length;
    const right = pairs.filter((pair) => pair.judged !== "" && pair.given === pair.judged).length;
    console.log(
      `  ${scale.padEnd(15)} judged ${judged}, given ${given} | found P ${figure(found / given)} R ${figure(found / judged)}` +
        ` | right P ${figure(right / given)} R ${figure(right / judged)}`,
    );
    if (!errors) continue;
    for (const { text, judged: j, given: g } of pairs)
      if (j !== g) console.log(`      ${j || "none"} → ${g || "none"}: ${text}`);
  }
}
