// @ts-check
// Compiles src/similarity/assembly/join.ts into src/similarity/join-kernel.ts: npm run kernel
// The code is kept as text among the others, so that it needs no file of its own in Node, in a browser or in a bundle.
// test/similarity/kernel.test.ts fails where the two differ.
import { readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const SOURCE = "src/similarity/assembly/join.ts";
const KERNEL = "src/similarity/join-kernel.ts";

/** @returns {Promise<string>} the text of the compiled module */
export async function compiled() {
  const { error, stderr, binary } = await asc.compileString(
    { "join.ts": readFileSync(SOURCE, "utf8") },
    { optimizeLevel: 3, runtime: "stub", importMemory: true, noAssert: true, use: ["abort="] },
  );
  if (error || !binary) throw new Error(`${SOURCE}: ${error?.message ?? ""}\n${stderr}`);
  return `// Made from assembly/join.ts by npm run kernel.
export const KERNEL =
  "${Buffer.from(binary).toString("base64")}";
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(KERNEL, await compiled());
