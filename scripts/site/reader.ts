/**
 * Reads and compares documents in the background of a page. It is bundled for the browser and runs in a worker: the
 * same library code as on the command line, and nothing of a document leaves the browser.
 */
import type { AnchorsFile } from "../../docs/components/anchor-types.js";
import type { LevelsFile } from "../../docs/components/level-types.js";
import type {
  Agreement,
  AlignedPairs,
  Answer,
  OwnComparison,
  OwnDocument,
  Question,
  SharedGroups,
  Step,
  Thresholds,
} from "../../docs/components/own-types.js";
import {
  type AlignOptions,
  alignment,
  asSettings,
  Counterparts,
  checkDecisions,
  compareSettings,
  counterpartsOf,
  type Decision,
  dossierLevels,
  IndexedDossier,
  overlapOf,
  readDecisions,
  SelectionError,
  selectPart,
  themeById,
} from "../../src/compare/index.js";
import { corpusSettings } from "../../src/corpus.js";
import { compareDecisions } from "../../src/evaluate/index.js";
import { type AuditedDocument, auditPage, auditPassages, formatJson } from "../../src/export/index.js";
import { GENERATOR } from "../../src/generator.js";
import { CORPUS_SCHEMA, type Corpus, type Dossier, type DossierKind, type Features } from "../../src/model.js";
import { auditDocument } from "../../src/parse/index.js";
import { ReadError, readDocument } from "../../src/read/index.js";
import { repairText } from "../../src/repair/index.js";
import { dossierFeatures } from "../../src/text/index.js";
import { anchorParts, anchorsFile } from "./anchors.js";
import { coderAgreement } from "./coders.js";
import { contents } from "./contents.js";
import { levelsFile } from "./levels.js";
import { compact, known, summary } from "./summaries.js";

interface Kept {
  corpus: Corpus;
  audit: AuditedDocument | null;
}

const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listener: (event: { data: Question }) => void): void;
};

const kept = new Map<string, Kept>();
/** Dossiers of the site, fetched once. */
const fetched = new Map<string, Promise<Dossier>>();

scope.addEventListener("message", ({ data }) => {
  const progress = (step: Step, done: number, of: number): void =>
    scope.postMessage({ say: "progress", call: data.call, step, done, of });
  answer(data, progress).then(
    (result) => scope.postMessage({ say: "done", call: data.call, result }),
    (error: unknown) =>
      scope.postMessage({
        say: error instanceof ReadError || error instanceof SelectionError ? "refused" : "failed",
        call: data.call,
        reason: error instanceof Error ? error.message : String(error),
      }),
  );
});

type Progress = (step: Step, done: number, of: number) => void;

function answer(question: Question, progress: Progress): Promise<unknown> {
  switch (question.ask) {
    case "read":
      return read(question.name, new Uint8Array(question.bytes), question.kind, progress);
    case "compare":
      return compare(question.sha256, question.dossier, question.others, progress);
    case "corpus":
      return Promise.resolve(keptFile(question.sha256).corpus);
    case "adopt":
      kept.set(question.sha256, { corpus: question.corpus, audit: null });
      return Promise.resolve(null);
    case "align":
      return aligned(question.a, question.b, question.options);
    case "thresholds":
      return thresholds(question.a, question.b);
    case "shared":
      return shared(question.parts);
    case "decisions":
      return decisions(new Uint8Array(question.bytes));
    case "agreement":
      return agreement(question.mine, question.theirs);
    case "coders":
      return Promise.resolve().then(() => coderAgreement(question.files));
    case "anchors":
      return Promise.resolve(anchors(question.sha256, question.dossier, question.theme));
    case "levels":
      return Promise.resolve(levels(question.sha256, question.dossier));
    case "file":
      return file(question.sha256, question.as);
  }
}

async function read(
  name: string,
  bytes: Uint8Array,
  kind: DossierKind | null,
  progress: Progress,
): Promise<OwnDocument> {
  progress("lezen", 0, 3);
  const source = await readDocument(bytes, name);
  if (source.format === "corpus") {
    kept.set(source.sha256, { corpus: source.corpus, audit: null });
    return shown(source.sha256, name, source.corpus, null);
  }
  progress("herstellen", 1, 3);
  const repaired = repairText(source.text, { repair: !source.rows, known: source });
  progress("ontleden", 2, 3);
  const found = auditDocument(source, repaired, kind === null ? {} : { kind });
  const audit: AuditedDocument = { file: name, text: source.text, ...found };
  const corpus: Corpus = {
    schema: CORPUS_SCHEMA,
    generator: GENERATOR,
    settings: corpusSettings(kind === null ? {} : { kind }),
    dossiers: found.dossiers,
    skipped: [],
  };
  kept.set(source.sha256, { corpus, audit });
  return shown(source.sha256, name, corpus, audit);
}

function shown(sha256: string, name: string, { dossiers }: Corpus, audit: AuditedDocument | null): OwnDocument {
  return {
    sha256,
    name,
    dossiers: dossiers.map((d, i) => ({
      summary: summary(d, `${sha256.slice(0, 8)}-${i}`, "eigen"),
      file: contents(d, audit?.text),
    })),
    passages: audit === null ? null : auditPassages(audit),
  };
}

function keptFile(sha256: string): Kept {
  const found = kept.get(sha256);
  if (found === undefined) throw new Error(`a file that was not read: ${sha256}`);
  return found;
}

function keptDossier(sha256: string, place: number): Dossier {
  const dossier = keptFile(sha256).corpus.dossiers[place];
  if (dossier === undefined) throw new Error(`a dossier that is not in the file: ${place}`);
  return dossier;
}

/** Where a theme comes up in an own dossier. */
function anchors(sha256: string, place: number, id: string): AnchorsFile {
  const dossier = keptDossier(sha256, place);
  const theme = themeById(id);
  return anchorsFile(dossier, theme, anchorParts(corpusOf(dossier), theme)[0] ?? null);
}

/** The levels of an own dossier, and those that its wording shows. */
function levels(sha256: string, place: number): LevelsFile {
  const dossier = keptDossier(sha256, place);
  const places = new Map(dossier.statements.map(({ id }, i) => [id, i]));
  return levelsFile(dossier, dossierLevels(dossier, compareSettings({})), places);
}

/** The last own dossier that was compared, made ready for the next ones it is held against. */
let ready: { key: string; own: Dossier; indexed: IndexedDossier } | null = null;

function readyFor(sha256: string, place: number): { own: Dossier; indexed: IndexedDossier } {
  const found = keptDossier(sha256, place);
  const key = `${sha256} ${place} ${found.kind}`;
  if (ready?.key !== key) {
    const own = withFeatures(found);
    ready = { key, own, indexed: new IndexedDossier(own, compareSettings({})) };
  }
  return ready;
}

/** One own dossier against dossiers of the site, in their order. */
async function compare(
  sha256: string,
  place: number,
  others: readonly { id: string; url: string }[],
  progress: Progress,
): Promise<OwnComparison[]> {
  const { corpus } = keptFile(sha256);
  const options = compareSettings({});
  const results: OwnComparison[] = [];
  // On their way while the own dossier is made ready.
  const coming = others.map(({ url }) => dossierAt(url));
  const { own, indexed } = readyFor(sha256, place);
  for (const [i, { id }] of others.entries()) {
    progress("vergelijken", i, others.length);
    const other = await (coming[i] as Promise<Dossier>);
    const all = new Counterparts([own, other], options, indexed);
    const settings = asSettings(all.settings, corpus.settings);
    const cell = overlapOf(all, settings, []).cells[0];
    if (cell === undefined) throw new Error("two dossiers have no pair");
    const { aStatements, bStatements, identical, near, bIdentical, bNear, aInB, bInA } = cell;
    results.push({
      other: id,
      cell: { aStatements, bStatements, identical, near, bIdentical, bNear, aInB, bInA },
      found: compact(own, other, counterpartsOf(all, 0, 1, settings)),
    });
  }
  return results;
}

/** The dossier by its features alone: computed once, and not anew beside each other dossier. */
function withFeatures(dossier: Dossier): Dossier {
  const features = dossierFeatures(dossier);
  return {
    ...dossier,
    statements: dossier.statements.map((s, i) => ({ ...s, text: null, features: features[i] as Features })),
  };
}

const corpusOf = (dossier: Dossier): Corpus => ({
  schema: CORPUS_SCHEMA,
  generator: GENERATOR,
  settings: corpusSettings({}),
  dossiers: [dossier],
  skipped: [],
});

async function aligned(a: string, b: string, options: AlignOptions): Promise<AlignedPairs> {
  const [left, right] = await Promise.all([dossierAt(a), dossierAt(b)]);
  const { result, pair } = alignment(corpusOf(left), corpusOf(right), options);
  return { ...result, rejected: (options.forbidden ?? []).flatMap(([x, y]) => pair(x, y) ?? []) };
}

async function thresholds(a: string, b: string): Promise<Thresholds> {
  const all = new Counterparts(await Promise.all([dossierAt(a), dossierAt(b)]), compareSettings({}));
  const scores = (from: number, to: number): number[] => all.of(from, to).map((best) => best.score);
  return { a: scores(0, 1), b: scores(1, 0) };
}

async function shared(chosen: readonly { url: string; part: string }[]): Promise<SharedGroups> {
  const dossiers = await Promise.all(
    chosen.map(async ({ url, part }) => {
      const dossier = await dossierAt(url);
      return part === "" ? dossier : selectPart(dossier, part);
    }),
  );
  const all = new Counterparts(dossiers, compareSettings({}));
  const place = new Map(dossiers.map((d, i) => [d.id, i]));
  return {
    parts: dossiers.map(({ id, title, statements }) => ({ id, title, statements: statements.length })),
    groups: overlapOf(all, {}, []).shared.map((group) => ({
      in: group.in,
      statements: group.statements.map(({ dossier, id }) => ({ part: known(place, dossier), id })),
    })),
  };
}

async function decisions(bytes: Uint8Array): Promise<Decision[]> {
  const found = readDecisions(bytes);
  checkDecisions(found);
  return found;
}

async function agreement(mine: readonly Decision[], theirs: readonly Decision[]): Promise<Agreement> {
  const [found] = compareDecisions([
    { coder: "mine", decisions: mine },
    { coder: "theirs", decisions: theirs },
  ]).result.agreements;
  if (found === undefined) throw new Error("two people have no agreement");
  const confirmed = (all: readonly Decision[]): string[] =>
    all.filter((d) => d.decision === "confirmed").map((d) => JSON.stringify([d.a, d.b]));
  const [left, right] = [new Set(confirmed(mine)), new Set(confirmed(theirs))];
  const both = [...left].filter((pair) => right.has(pair)).length;
  return {
    both: found.n,
    same: found.n - found.differences.length,
    kappa: found.kappa,
    confirmed: { both, either: left.size + right.size - both },
    differences: found.differences.map(({ id, a, b }) => {
      const [left, right] = JSON.parse(id) as [string | null, string | null];
      return { a: left, b: right, mine: a, theirs: b };
    }),
  };
}

function dossierAt(url: string): Promise<Dossier> {
  let promise = fetched.get(url);
  if (promise === undefined) {
    promise = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response.json() as Promise<Dossier>;
    });
    promise.catch(() => fetched.delete(url));
    fetched.set(url, promise);
  }
  return promise;
}

/** A file to download: what was read as a corpus, or the source with the class of each passage as a page. */
async function file(sha256: string, as: "corpus" | "audit"): Promise<string> {
  const { corpus, audit } = keptFile(sha256);
  if (as === "corpus") return formatJson(corpus);
  if (audit === null) throw new ReadError("a corpus: it has no source text to show");
  return auditPage([audit]);
}
