import {
  type Codings,
  type EvaluateOptions,
  type EvaluationResult,
  evaluate,
  evaluateTheme,
  type Gold,
  readGold,
} from "../../evaluate/index.js";
import type { Row } from "../../export/index.js";
import { readTable } from "../../read/index.js";
import type { Theme } from "../../themes/index.js";
import { UsageError } from "../errors.js";
import { load, type ReadFlags } from "../load.js";
import { evidenceWords, labelRows, MEASURES, row } from "../measures.js";
import { checkOutput, table, write } from "../output.js";
import { naming, readOption } from "../sheets.js";
import { asksGiven, type SignalFlags, signalOptions } from "../signals.js";
import { readTheme, refusing } from "../theme.js";

export interface EvaluateFlags extends ReadFlags, SignalFlags {
  gold?: string[];
  coders?: string;
  labels?: string;
  theme?: string;
  threshold?: number;
  seed?: number;
  draws?: number;
}

const list = (value: string): string[] => value.split(",").map((name) => name.trim());

/** `ankerpunt evaluate`: scores against judged pairs, or codings against each other. */
export async function evaluateCommand(paths: string[], flags: EvaluateFlags): Promise<void> {
  checkOutput(flags);
  const golds = flags.gold ?? [];
  if (golds.length === 0) throw new UsageError("evaluate needs --gold FILE: judged pairs, or labels");
  const theme = flags.theme === undefined ? null : await readTheme(flags.theme);
  const read = await Promise.all(golds.map((path) => readGoldFile(path, flags)));
  const gold = joined(read);
  if (theme !== null) return themeCommand(theme, gold, paths, flags);
  if (gold.of === "pairs" && paths.length === 0) {
    throw new UsageError("judged pairs need FILES that hold their statements");
  }
  asksGiven(flags); // wrong usage is told before any work is done
  const corpus = paths.length === 0 ? null : await load(paths, flags);
  const options: EvaluateOptions = {
    ...(await signalOptions(flags, corpus ? [corpus] : [])),
    ...(flags.threshold === undefined ? {} : { threshold: flags.threshold }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.draws === undefined ? {} : { draws: flags.draws }),
    ...(flags.labels === undefined ? {} : { labels: list(flags.labels) }),
  };
  const result = naming("--gold", golds.join(", "), () => evaluate(gold, corpus, options));
  const rows = measures(result);
  await write({ json: result, rows, fields: MEASURES, text: () => table(rows, MEASURES) }, flags);
}

/** Coders of a theme against each other and the program. */
async function themeCommand(theme: Theme, gold: Gold, paths: string[], flags: EvaluateFlags): Promise<void> {
  if (gold.of === "pairs") throw new UsageError("--theme goes with labels, not with judged pairs");
  if (paths.length === 0) throw new UsageError("--theme needs FILES that hold the coded statements");
  const corpus = await load(paths, flags);
  const { seed, draws } = flags;
  const options = { ...(seed === undefined ? {} : { seed }), ...(draws === undefined ? {} : { draws }) };
  const result = naming("--gold", (flags.gold ?? []).join(", "), () =>
    refusing(() => evaluateTheme(gold.codings, corpus, theme, options)),
  );
  const rows = [
    ...labelRows(result.result).map((row): Row => ({ on: "statements", ...row })),
    ...labelRows(result.units).map((row): Row => ({ on: "units", ...row })),
  ];
  const fields = ["on", ...MEASURES];
  const differences = result.differences.map(
    ({ id, labels, text, evidence }): Row => ({
      id,
      ...labels,
      "program's words": evidenceWords(text, evidence),
      text,
    }),
  );
  const shown = ["id", ...result.result.coders, "program's words", "text"];
  const text = (): string => [table(rows, fields), table(differences, shown)].join("\n\n");
  await write({ json: result, rows, fields, text }, flags);
}

async function readGoldFile(path: string, { coders }: EvaluateFlags): Promise<Gold> {
  const { file, bytes } = await readOption("--gold", path);
  const sheet = await readTable(bytes).catch((error: unknown) =>
    naming("--gold", path, () => {
      throw error;
    }),
  );
  return naming("--gold", path, () =>
    readGold(sheet, file.replace(/\.[^.]+$/, ""), coders === undefined ? undefined : list(coders)),
  );
}

/** Several files of labels are codings of the same statements; judged pairs stand in one file. */
function joined(golds: readonly Gold[]): Gold {
  const [first] = golds;
  if (first && golds.length === 1) return first;
  const codings = golds.filter((gold): gold is Codings => gold.of === "labels").flatMap((gold) => gold.codings);
  if (golds.some((gold) => gold.of === "pairs")) throw new UsageError("--gold: judged pairs stand in one file");
  const twice = codings.find(({ coder }, i) => codings.findIndex((other) => other.coder === coder) !== i);
  if (twice) throw new UsageError(`--gold: two codings are called "${twice.coder}"`);
  return { of: "labels", codings };
}

/** Every measure as a row. */
function measures({ result }: EvaluationResult): Row[] {
  if (result.of === "pairs") {
    const { ranking, overlap, same, kappa, kappaQuadratic } = result;
    return [
      row("ranking", "nDCG@10", ranking.ndcg10),
      row("ranking", "P@1", ranking.p1),
      row("ranking", "MRR", ranking.mrr),
      row("ranking", "average precision", ranking.ap),
      ...(["overlap", "same"] as const).flatMap((name) => {
        const { precision, recall, f1 } = name === "overlap" ? overlap : same;
        return [row(name, "precision", precision), row(name, "recall", recall), row(name, "F1", f1)];
      }),
      row("classes", "kappa", kappa),
      row("classes", "kappa, quadratic", kappaQuadratic),
    ];
  }
  return labelRows(result);
}
