// Prunes the background statistics to data/background/: node scripts/background.mjs FOLDER, with woorden.tsv and
// vectoren.int8 in it. Kept: every word of the curriculum texts, and the words of at least 60 sentences of legislation.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const MIN_LEGISLATION = 60;
const DIMENSIONS = 128;
/** Four bits a number, -7 … 7; the largest hundredth is cut off. Finer or coarser made no difference in the scores. */
const LEVELS = 7;
const CUT = 0.99;

const ORIGIN =
  "Dutch legislation (1,617,698 sentences, no copyright); national curriculum texts (SLO, MIT) and ESCO skills in Dutch (European Commission, reuse with attribution) (24,224 sentences).";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/background.mjs FOLDER");
const lines = (await readFile(join(folder, "woorden.tsv"), "utf8")).trim().split("\n").slice(1);
const vectors = new Int8Array((await readFile(join(folder, "vectoren.int8"))).buffer);
const rows = lines
  .map((line, row) => {
    const [word, legislation, curriculum] = line.split("\t");
    return { word, row, legislation: Number(legislation), curriculum: Number(curriculum) };
  })
  .filter((row) => row.curriculum > 0 || row.legislation >= MIN_LEGISLATION);

const words = {
  source: `Sentences that hold each word: ${ORIGIN}`,
  sentences: { legislation: 1617698, curriculum: 24224 },
  words: rows.map((row) => row.word).join(" "),
  legislation: rows.map((row) => row.legislation),
  curriculum: rows.map((row) => row.curriculum),
};
await writeFile("data/background/words.json", `${JSON.stringify(words)}\n`);

const unit = rows.map(({ row }) => {
  const own = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const norm = Math.hypot(...own) || 1;
  return Float64Array.from(own, (x) => x / norm);
});
const sizes = Float64Array.from(unit.flatMap((vector) => [...vector].map(Math.abs))).sort();
const scale = sizes[Math.floor(sizes.length * CUT)];
const nibble = (x) => Math.max(-LEVELS, Math.min(LEVELS, Math.round((x / scale) * LEVELS))) + 8;
const bytes = Buffer.alloc((rows.length * DIMENSIONS) / 2);
for (const [i, vector] of unit.entries()) {
  for (let d = 0; d < DIMENSIONS; d += 2) {
    bytes[(i * DIMENSIONS + d) / 2] = (nibble(vector[d]) << 4) | nibble(vector[d + 1]);
  }
}
const out = {
  source: `Skip-gram word vectors (word2vec, window 6) of the words of words.json, in its order, four bits a number: ${ORIGIN}`,
  dimensions: DIMENSIONS,
  data: bytes.toString("base64"),
};
await writeFile("data/background/vectors.json", `${JSON.stringify(out)}\n`);
console.log(`${rows.length} words, ${(bytes.length / 1e6).toFixed(1)} MB of vectors`);
