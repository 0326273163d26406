import { GENERATOR } from "../generator.js";
import { CORPUS_SCHEMA, type Corpus, type Dossier, type DossierKind, type Settings } from "../model.js";
import { ReadError } from "../read/index.js";
import { REPAIR_RULES } from "../repair/rules.js";

export interface CorpusOptions {
  /** False leaves damaged text as it is. */
  repair?: boolean;
  /** Overrides the detected kind of every document. */
  kind?: DossierKind;
  /** Refuse files with more text than this, in megabytes. */
  maxMb?: number;
}

/** Settings of a corpus made with these options. */
export function corpusSettings(options: CorpusOptions): Settings {
  return {
    repair: options.repair !== false,
    repairRules: options.repair === false ? [] : [...REPAIR_RULES],
    kind: options.kind ?? null,
  };
}

/**
 * The settings that corpora were made with.
 * @returns undefined for no corpora
 * @throws ReadError if they differ: their numbers may not be combined
 */
export function sharedSettings(corpora: readonly Corpus[]): Settings | undefined {
  const [first, ...others] = corpora.map(({ settings }) => settings);
  if (others.some((settings) => JSON.stringify(settings) !== JSON.stringify(first))) {
    throw new ReadError(
      "corpora made with different settings cannot be combined: make them anew with the same settings",
    );
  }
  return first;
}

/**
 * Puts corpora together, in the order given; equal ids get a counter.
 * @throws ReadError if they were made with different settings, whose numbers may not be combined
 */
export function mergeCorpora(corpora: readonly Corpus[], options: CorpusOptions = {}): Corpus {
  return {
    schema: CORPUS_SCHEMA,
    generator: GENERATOR,
    settings: sharedSettings(corpora) ?? corpusSettings(options),
    dossiers: uniqueIds(corpora.flatMap((corpus) => corpus.dossiers)),
    skipped: corpora.flatMap((corpus) => corpus.skipped),
  };
}

/** Gives dossiers with equal ids a counter, in the ids of their units and statements too. */
export function uniqueIds(dossiers: Dossier[]): Dossier[] {
  const taken = new Set<string>();
  return dossiers.map((dossier) => {
    let id = dossier.id;
    for (let n = 2; taken.has(id); n++) id = `${dossier.id}-${n}`;
    taken.add(id);
    return id === dossier.id ? dossier : renamed(dossier, id);
  });
}

function renamed(dossier: Dossier, id: string): Dossier {
  const move = (old: string): string => (old.startsWith(`${dossier.id}/`) ? id + old.slice(dossier.id.length) : old);
  return {
    ...dossier,
    id,
    units: dossier.units.map((unit) => ({
      ...unit,
      id: move(unit.id),
      parent: unit.parent === null ? null : move(unit.parent),
    })),
    statements: dossier.statements.map((statement) => ({
      ...statement,
      id: move(statement.id),
      unit: move(statement.unit),
    })),
    declaredSynonyms: dossier.declaredSynonyms.map((declared) => ({
      ...declared,
      statement: declared.statement === null ? null : move(declared.statement),
    })),
  };
}
