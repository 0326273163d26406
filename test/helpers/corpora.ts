import { buildCorpus } from "../../src/corpus.js";
import type { Corpus } from "../../src/model.js";

const encoder = new TextEncoder();

/** A corpus of statement lists: one document of the given texts for each name. */
export function listCorpus(documents: Record<string, readonly string[]>): Promise<Corpus> {
  const inputs = Object.entries(documents).map(([name, texts]) => ({
    file: `${name}.csv`,
    bytes: encoder.encode(
      `id,text,document\n${texts.map((text, i) => `${name}-${i + 1},"${text.replace(/"/g, '""')}",${name}`).join("\n")}\n`,
    ),
  }));
  return buildCorpus(inputs);
}

/** A corpus of text files. */
export function textCorpus(files: Record<string, string>): Promise<Corpus> {
  return buildCorpus(Object.entries(files).map(([file, text]) => ({ file, bytes: encoder.encode(text) })));
}
