// Prunes the background word frequencies to data/background/words.json: node scripts/background.mjs woorden.tsv
// Kept: every word of the curriculum texts, and the words of at least 200 sentences of legislation.
import { readFile, writeFile } from "node:fs/promises";

const MIN_LEGISLATION = 200;
const [path] = process.argv.slice(2);
if (!path) throw new Error("usage: node scripts/background.mjs woorden.tsv");
const rows = (await readFile(path, "utf8"))
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [word, legislation, curriculum] = line.split("\t");
    return { word, legislation: Number(legislation), curriculum: Number(curriculum) };
  })
  .filter((row) => row.curriculum > 0 || row.legislation >= MIN_LEGISLATION);
const out = {
  source:
    "Sentences that hold each word: Dutch legislation (1,617,698 sentences, no copyright); national curriculum texts (SLO, MIT) and ESCO skills in Dutch (European Commission, reuse with attribution) (24,224 sentences).",
  sentences: { legislation: 1617698, curriculum: 24224 },
  words: rows.map((row) => row.word).join(" "),
  legislation: rows.map((row) => row.legislation),
  curriculum: rows.map((row) => row.curriculum),
};
await writeFile("data/background/words.json", `${JSON.stringify(out)}\n`);
console.log(`${rows.length} words`);
