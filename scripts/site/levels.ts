/** Levels in the short form that the page loads. */
import type {
  EvidenceTuple,
  LevelsFile,
  LevelsOverview,
  OtherLevelFile,
  OtherLevelTuple,
  ThemeGrowth,
} from "../../docs/components/level-types.js";
import type { Counterparts } from "../../src/compare/index.js";
import {
  type DossierLevels,
  dossierLevels,
  findAnchors,
  type OtherLevelPair,
  otherLevelOf,
  themeByLevel,
} from "../../src/compare/index.js";
import { LEVEL_SCALES, SCALES } from "../../src/language/depth.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { ThemeError } from "../../src/themes/index.js";
import { type DataFile, inBlocks } from "./data-file.js";
import { known } from "./summaries.js";
import { themesInOrder } from "./themes.js";

export interface LevelFindings {
  overview: LevelsOverview;
  /** Per dossier. */
  files: LevelsFile[];
  others: OtherLevelFile[];
}

/** The profiles of all dossiers, a file for each, and what each has beside others. */
export function* levelFiles({ overview, files, others }: LevelFindings, keys: readonly string[]): Generator<DataFile> {
  yield ["niveaus.json", overview];
  for (const [i, key] of keys.entries()) {
    yield [`data/niveaus/${key}.json`, files[i]];
    for (const [block, some] of inBlocks(others[i] ?? {}, (pairs) => pairs.length > 0)) {
      yield [`data/niveaus/${key}.anders.${block}.json`, some];
    }
  }
}

/** @param all the counterparts of the dossiers that the site shows */
export function levelFindings(all: Counterparts, corpus: Corpus): LevelFindings {
  const { dossiers } = all;
  const found = dossiers.map((dossier) => dossierLevels(dossier, all.settings));
  const places = new Map(dossiers.map((dossier, i) => [dossier.id, i]));
  const statements = dossiers.map((dossier) => new Map(dossier.statements.map(({ id }, i) => [id, i])));
  const others = dossiers.map((): OtherLevelFile => ({}));
  const files = dossiers.map((dossier, i) => {
    const own = found[i] as DossierLevels;
    const file = levelsFile(dossier, own, statements[i] as Places);
    return { ...file, themes: growth({ ...corpus, dossiers: [dossier] }, own, statements[i] as Places) };
  });
  const round = (score: number): number => Math.round(score * 1000) / 1000;
  for (const pair of otherLevelOf(all)) {
    const [a, b] = [known(places, pair.a.dossier), known(places, pair.b.dossier)];
    const [left, right] = [known(statements[a] as Places, pair.a.id), known(statements[b] as Places, pair.b.id)];
    const score = round(pair.score);
    push(others[a], b, [left, right, score, pair.differences, pair.higher]);
    const turned = pair.differences.map((one) => ({ ...one, a: one.b, b: one.a }));
    const higher = pair.higher === "a" ? "b" : pair.higher === "b" ? "a" : "mixed";
    push(others[b], a, [right, left, score, turned, higher]);
  }
  for (const [i, file] of files.entries()) {
    file.others = Object.fromEntries(Object.entries(others[i] ?? {}).map(([other, pairs]) => [other, pairs.length]));
  }
  return {
    overview: {
      scales: SCALES,
      dossiers: found.map(({ dossier, variants, profile }, i) => ({
        id: dossier,
        level: dossiers[i]?.level ?? null,
        statements: dossiers[i]?.statements.length ?? 0,
        variants: variants.length,
        scales: profile?.scales ?? null,
      })),
    },
    files,
    others,
  };
}

/** How the themes that come with the program grow over the variants of a document. */
function growth(corpus: Corpus, own: DossierLevels, places: Places): LevelsFile["themes"] {
  if (own.variants.length === 0) return [];
  return themesInOrder().flatMap((theme) => {
    try {
      const levels = themeByLevel(findAnchors(corpus, theme), [own]).map(
        ({ of, variant, statements, core, marginal, added }): ThemeGrowth => ({
          of: of === "taken" ? "taken" : "matrix",
          variant: variant ?? "",
          statements,
          core,
          marginal,
          added: added.core.map((id) => known(places, id)),
        }),
      );
      return [{ id: theme.id, title: theme.title, levels }];
    } catch (error) {
      // A corpus without text that was labelled by another version of the theme: not known.
      if (error instanceof ThemeError) return [];
      throw error;
    }
  });
}

type Places = Map<string, number>;

function push(file: OtherLevelFile | undefined, other: number, pair: OtherLevelTuple): void {
  if (!file) return;
  const list = file[other];
  if (list) list.push(pair);
  else file[other] = [pair];
}

/** One dossier; what takes others is left empty. */
export function levelsFile(dossier: Dossier, found: DossierLevels, places: Places): LevelsFile {
  const at = (id: string): number => known(places, id);
  const { profile } = found;
  return {
    id: dossier.id,
    variants: found.variants,
    counts: found.counts,
    overlap: found.overlap,
    steps: found.progression.map(({ statements, ...step }) => ({
      ...step,
      keptPairs: statements.kept.map(({ from, to, marks, score = 1 }) => [
        at(from),
        at(to),
        score,
        marks?.[0] === "partial" && marks[1] === "full" ? 1 : 0,
      ]),
      newStatements: statements.new.map(at),
      droppedStatements: statements.dropped.map(at),
    })),
    exceptions: found.exceptions.map(({ statement }) => at(statement)),
    profile:
      profile === null
        ? null
        : {
            ...profile,
            evidence: profile.evidence.map(
              ({ statement, scale, step, part, words }): EvidenceTuple => [
                at(statement),
                LEVEL_SCALES.indexOf(scale),
                step,
                part === "lead" ? 1 : 0,
                words,
              ],
            ),
          },
    themes: [],
    inside: found.otherLevel.map((pair) => ({
      a: variantOf(pair.a, dossier),
      b: variantOf(pair.b, dossier),
      pair: [at(pair.a.id), at(pair.b.id), Math.round(pair.score * 1000) / 1000, pair.differences, pair.higher],
    })),
    others: {},
  };
}

/** The variant in the id of a part, `dossier/variant`. */
const variantOf = ({ dossier }: OtherLevelPair["a"], whole: Dossier): string => dossier.slice(whole.id.length + 1);
