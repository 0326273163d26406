import { codingSheet, tableToCsv, toXlsx } from "../../export/index.js";
import { writeAtomic } from "../../node/index.js";
import { UsageError } from "../errors.js";
import { load, type ReadFlags, refuseWithoutText } from "../load.js";
import { checkOutput } from "../output.js";
import { readTheme } from "../theme.js";

const FORMATS = ["csv", "xlsx"];
const NAME = /^[\p{L}\p{N}_]+$/u;

/** `ankerpunt code`: a sheet for each coder; with several coders, each in a file of their own. */
export async function codeCommand(
  paths: string[],
  flags: ReadFlags & { theme?: string; coders?: string; to?: string },
): Promise<void> {
  checkOutput(flags);
  const { out, to = /\.xlsx$/i.test(flags.out ?? "") ? "xlsx" : "csv" } = flags;
  if (!FORMATS.includes(to)) throw new UsageError(`--to ${to}: one of ${FORMATS.join(", ")}`);
  if (flags.json || flags.csv) throw new UsageError("code writes sheets: say --to csv or --to xlsx");
  if (out === undefined) throw new UsageError("code needs --out FILE");
  const coders = flags.coders === undefined ? [""] : flags.coders.split(",").map((name) => name.trim());
  const wrong = coders.find(
    (name, i) => flags.coders !== undefined && (!NAME.test(name) || coders.indexOf(name) !== i),
  );
  if (wrong !== undefined) throw new UsageError(`--coders ${flags.coders}: names of letters and digits, each once`);
  const theme = await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  refuseWithoutText(corpus, "code");
  const contents = await Promise.all(
    coders.map(async (coder) => {
      const { statements, codebook } = codingSheet(corpus, theme, coder);
      return to === "xlsx" ? await toXlsx([statements, codebook]) : tableToCsv(statements);
    }),
  );
  for (const [i, content] of contents.entries()) {
    const path = coders.length > 1 ? out.replace(/(?=\.[^./\\]*$)|$/, `-${coders[i]}`) : out;
    await writeAtomic(path, content);
  }
}
