/** Judged queries and candidates in CSV, for the scripts that measure and fit. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Features } from "../src/model.js";
import { features, learnRoles } from "../src/text/index.js";

export interface Judged {
  queries: { id: string; text: string; features: Features; grades: Map<string, number> }[];
  candidates: { id: string; text: string; features: Features }[];
}

type Row = Record<string, string>;

/** Reads match-vragen.csv, match-kandidaten.csv and match-oordelen.csv; queries without a judged pair are left out. */
export async function readJudged(folder: string): Promise<Judged> {
  const read = async (file: string): Promise<Row[]> =>
    parse(await readFile(join(folder, file), "utf8"), { columns: true });
  const [queries, candidates, judgements] = await Promise.all([
    read("match-vragen.csv"),
    read("match-kandidaten.csv"),
    read("match-oordelen.csv"),
  ]);
  const grades = new Map<string, Map<string, number>>();
  for (const { vraag = "", kandidaat = "", graad } of judgements) {
    const own = grades.get(vraag) ?? new Map<string, number>();
    grades.set(vraag, own.set(kandidaat, Number(graad)));
  }
  const roles = learnRoles(queries.map(({ text = "" }) => text));
  return {
    queries: queries.flatMap(({ id = "", text = "" }) => {
      const own = grades.get(id);
      return own ? [{ id, text, features: features(text, roles), grades: own }] : [];
    }),
    candidates: candidates.map(({ id = "", text = "" }) => ({ id, text, features: features(text) })),
  };
}
