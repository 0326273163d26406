/** The only composer of read → repair → parse → text → themes: files in, one corpus out, with its settings and what was skipped. */
import { GENERATOR } from "./generator.js";
import {
  CORPUS_SCHEMA,
  type Corpus,
  type Dossier,
  type DossierKind,
  type Features,
  type Settings,
  type Skipped,
  type Statement,
} from "./model.js";
import { type ParseOptions, parseDossiers, shownTitle } from "./parse/index.js";
import { ReadError, readDocument } from "./read/index.js";
import { REPAIR_RULES, repairText } from "./repair/index.js";
import { dossierFeatures, hasLevels, levelCounts } from "./text/index.js";
import { themeMarks } from "./themes/index.js";

export interface CorpusInput {
  /** Base name of the file, or the shortest path that tells it from another of the same name. */
  file: string;
  bytes: Uint8Array;
}

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

/** Byte order of UTF-16 units: the same on every machine, whatever its language. */
const byName = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/**
 * Reads, repairs and parses files into one corpus. Files that cannot be read stand in `skipped` with the reason.
 * @returns dossiers ordered by file name and place in the file, whatever the order of the input; no dossiers for no input
 */
export async function buildCorpus(inputs: readonly CorpusInput[], options: CorpusOptions = {}): Promise<Corpus> {
  const settings = corpusSettings(options);
  const dossiers: Dossier[] = [];
  const skipped: Skipped[] = [];
  const parseOptions: ParseOptions = options.kind ? { kind: options.kind } : {};
  for (const { file, bytes } of [...inputs].sort(byName)) {
    try {
      const source = await readDocument(bytes, file, options.maxMb === undefined ? {} : { maxMb: options.maxMb });
      if (source.format === "corpus") {
        if (JSON.stringify(source.corpus.settings) !== JSON.stringify(settings)) {
          throw new ReadError("a corpus made with other settings: make it anew with the settings of this run");
        }
        dossiers.push(...source.corpus.dossiers);
        skipped.push(...source.corpus.skipped);
      } else {
        // The rows of a statement list are taken as they are.
        const repaired = source.rows
          ? undefined
          : repairText(source.text, { repair: options.repair !== false, known: source });
        dossiers.push(...parseDossiers(source, repaired, parseOptions));
      }
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  return { schema: CORPUS_SCHEMA, generator: GENERATOR, settings, dossiers: uniqueIds(dossiers), skipped };
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

/** A statement's features with its level hits, without what its dossier declares; those of an older corpus without text stay unknown. */
function levelFeatures(statement: Statement, { declared: _, ...own }: Features): Features {
  return hasLevels(statement) ? { ...own, levels: levelCounts(statement) } : own;
}

/** Gives dossiers with equal ids a counter, in the ids of their units and statements too. */
function uniqueIds(dossiers: Dossier[]): Dossier[] {
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

/**
 * The corpus without its sentences, for sources under copyright: ids, codes, titles, sections and offsets stay, and
 * each statement carries features that do not show the order of its words. It compares like the corpus it came from.
 * A title or section that is a sentence itself keeps its first words only.
 */
export function withoutText(corpus: Corpus): Corpus {
  return {
    ...corpus,
    dossiers: corpus.dossiers.map((dossier) => {
      const features = dossierFeatures(dossier);
      const marks = themeMarks(dossier);
      return {
        ...dossier,
        title: shownTitle(dossier.title),
        units: dossier.units.map((unit) => ({ ...unit, title: shownTitle(unit.title) })),
        ...(dossier.variants
          ? { variants: dossier.variants.map((variant) => ({ ...variant, title: shownTitle(variant.title) })) }
          : {}),
        statements: dossier.statements.map((statement, i) => {
          const own = features[i];
          return {
            ...statement,
            section: shownTitle(statement.section),
            text: null,
            ...(statement.scope === undefined ? {} : { scope: shownTitle(statement.scope) }),
            ...(statement.lead === undefined ? {} : { lead: null }),
            ...(own ? { features: { ...levelFeatures(statement, own), themes: marks[i] ?? own.themes ?? {} } } : {}),
          };
        }),
        repairs: dossier.repairs.map((repair) => ({ ...repair, from: null, to: null })),
        warnings: dossier.warnings.map((warning) => ({
          ...warning,
          message: warning.message.replace(/"[^"]*"/g, "…"),
        })),
      };
    }),
  };
}
