import { readInputs, writeAtomic } from "../../node/index.js";
import { ReadError, readDocument } from "../../read/index.js";
import { FailedError } from "../errors.js";
import { checkSelections, corpusOptions } from "../load.js";
import { checkOutput, print, warnSkipped } from "../output.js";

/** `ankerpunt extract`: the decoded text that all offsets refer to. */
export async function extract(paths: string[], flags: { out?: string; maxMb?: number }): Promise<void> {
  checkOutput(flags);
  const { files, skipped } = await readInputs(paths);
  await checkSelections(files, corpusOptions(flags));
  const texts: string[] = [];
  for (const { file, bytes } of files) {
    try {
      const source = await readDocument(bytes, file, flags.maxMb === undefined ? {} : { maxMb: flags.maxMb });
      if (source.format === "corpus") throw new ReadError("a corpus: it has no source text");
      texts.push(source.text);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  warnSkipped(skipped);
  if (texts.length === 0) throw new FailedError("nothing could be read");
  const content = texts.join("\n");
  if (flags.out === undefined) await print(content);
  else await writeAtomic(flags.out, content);
}
