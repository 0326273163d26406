// Writes invented dossiers, as many as asked: npm run generate -- FOLDER [DOSSIERS [STATEMENTS [SEED]]]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "./generated.js";

const [folder, ...numbers] = process.argv.slice(2);
const [dossiers = 200, statements = 30_000, seed = 1] = numbers.map(Number);
if (folder === undefined || ![dossiers, statements, seed].every((n) => Number.isInteger(n) && n >= 0)) {
  console.error("npm run generate -- FOLDER [DOSSIERS [STATEMENTS [SEED]]], whole numbers");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const { name, text } of generated({ dossiers, statements, seed })) writeFileSync(join(folder, name), text);
console.log(`${dossiers} dossiers, ${statements} statements in ${folder}`);
