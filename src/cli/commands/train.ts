import type { Row } from "../../export/index.js";
import { type TrainOptions, trainVectors, vectorsToJson } from "../../features/index.js";
import { fullText } from "../../text/index.js";
import { FailedError, UsageError } from "../errors.js";
import { load, type ReadFlags, refuseWithoutText } from "../load.js";
import { checkOutput, table, write } from "../output.js";

export interface TrainFlags extends ReadFlags {
  dimensions?: number;
  seed?: number;
}

const FIELDS = ["texts", "words", "dimensions"];

/** `ankerpunt train`: word vectors from the statements of files, for `--vectors`. */
export async function trainCommand(paths: string[], flags: TrainFlags): Promise<void> {
  checkOutput(flags);
  if (flags.csv) throw new UsageError("train writes vectors as JSON: leave out --csv");
  if (flags.out === undefined && !flags.json) throw new UsageError("train needs --out FILE, for the vectors");
  const corpus = await load(paths, flags);
  refuseWithoutText(corpus, "train");
  const texts = corpus.dossiers.flatMap(({ statements }) => statements.flatMap((one) => fullText(one) ?? []));
  const { dimensions, seed } = flags;
  const options: TrainOptions = {
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(seed === undefined ? {} : { seed }),
  };
  const trained = trainVectors(texts, options);
  if (trained.words.length === 0) throw new FailedError("nothing to train on: no word is met three times");
  const rows = [trained.settings as Row];
  await write(
    { json: vectorsToJson(trained), rows, fields: FIELDS, text: () => table(rows, FIELDS) },
    { ...flags, json: true },
  );
}
