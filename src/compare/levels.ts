/** `levels`: variants and their ladder, and the level that wording shows. */
import { GENERATOR } from "../generator.js";
import type { Corpus, Dossier, Generator, Level, Mark, Settings, Skipped, Variant } from "../model.js";
import { asSettings, type CompareOptions, type CompareSettings, compareSettings } from "./counterparts.js";
import { type OtherLevelPair, otherLevelOf, sameContentOtherLevel } from "./levels-content.js";
import {
  type Ladder,
  type LadderException,
  Ladders,
  ladderOf,
  type Progression,
  type VariantCount,
  type VariantOverlap,
} from "./levels-ladder.js";
import { type LevelProfile, levelProfile } from "./levels-profile.js";

export interface VariantStatement {
  id: string;
  unit: string;
  /** The ladder it stands on; null for what describes a variant (its typering, complexiteit …). */
  of: Ladder | null;
  variants: Record<string, Mark>;
}

export interface DossierLevels {
  /** Id of the dossier. */
  dossier: string;
  /** As the document states it. */
  level: Level | null;
  /** Lowest level first, as the document orders them; none in most documents, like the fields down to `exceptions`. */
  variants: Variant[];
  /** Those with marks, and those listed under a variant. */
  statements: VariantStatement[];
  counts: VariantCount[];
  overlap: VariantOverlap[];
  progression: Progression[];
  exceptions: LadderException[];
  /** Null for a corpus without text made before it carried level hits. */
  profile: LevelProfile | null;
  /** Taken of its variants that are alike in content and differ in level. */
  otherLevel: OtherLevelPair[];
}

export interface LevelsResult {
  schema: "ankerpunt/levels@1";
  generator: Generator;
  settings: Settings;
  dossiers: DossierLevels[];
  /** Statements of different dossiers alike in content at another level. */
  otherLevel: OtherLevelPair[];
  skipped: Skipped[];
}

/**
 * What changes from level to level: for every dossier its variants with counts, containment and progression, and the
 * level profile that its wording shows; and pairs of statements that ask the same at another level.
 */
export function compareLevels(corpus: Corpus, options: CompareOptions = {}): LevelsResult {
  const settings = compareSettings(options);
  return {
    schema: "ankerpunt/levels@1",
    generator: GENERATOR,
    settings: asSettings(settings, corpus.settings),
    dossiers: corpus.dossiers.map((dossier) => dossierLevels(dossier, settings)),
    otherLevel: sameContentOtherLevel(corpus.dossiers, settings),
    skipped: corpus.skipped,
  };
}

/** As {@link compareLevels}, for one dossier. */
export function dossierLevels(dossier: Dossier, settings: CompareSettings): DossierLevels {
  const ladders = new Ladders(dossier, settings);
  const variants = dossier.variants ?? [];
  return {
    dossier: dossier.id,
    level: dossier.level,
    variants,
    statements: dossier.statements.flatMap((statement) =>
      statement.variants === undefined
        ? []
        : [{ id: statement.id, unit: statement.unit, of: ladderOf(statement), variants: statement.variants }],
    ),
    counts: ladders.counts(),
    overlap: ladders.overlap(),
    progression: ladders.progression(),
    exceptions: ladders.exceptions(),
    profile: levelProfile(dossier),
    otherLevel: otherLevelOf(ladders.pairs),
  };
}
