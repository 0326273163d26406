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
import { corpusSettings } from "../../src/corpus/index.js";
import { compareDecisions } from "../../src/evaluate/index.js";
import { type AuditedDocument, auditPage, auditPassages, formatJson } from "../../src/export/index.js";
import { GENERATOR } from "../../src/generator.js";
import {
  CORPUS_SCHEMA,
  type Corpus,
  type Dossier,
  type DossierKind,
  type Features,
  type Settings,
} from "../../src/model.js";
import { auditDocument } from "../../src/parse/index.js";
import { type PageHelper, ReadError, readDocument } from "../../src/read/index.js";
import { repairText } from "../../src/repair/index.js";
import { dossierFeatures } from "../../src/text/index.js";
import { DEFAULT_THEME } from "../../src/themes/index.js";
import { anchorParts, anchorsFile } from "./anchors.js";
import { coderAgreement } from "./coders.js";
import { contents } from "./contents.js";
import { linkPages, pageHelper } from "./helper.js";
import { type Kept, keep, keptDossier, keptFile, linkKept, share } from "./kept.js";
import { levelsFile } from "./levels.js";
import { compact, known, summary } from "./summaries.js";

const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listener: (event: { data: Question }) => void): void;
};

/** Dossiers of the site, fetched once. */
const dossiers = new Map<string, Promise<Dossier>>();

scope.addEventListener("message", ({ data }) => {
  const progress = (step: Step, done: number, of: number): void =>
    scope.postMessage({ say: "progress", call: data.call, step, done, of });
  const start = performance.now();
  answer(data, progress).then(
    (result) => {
      scope.postMessage({ say: "done", call: data.call, result });
      // For whoever looks at what the time goes to: see scripts/site/measure-own.ts.
      performance.measure(data.ask, { start });
    },
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
      return readAndShare(question.name, new Uint8Array(question.bytes), question.kind, progress, pageHelper());
    case "compare":
      return compare(question.sha256, question.dossier, question.other, question.url);
    case "link":
      linkKept(question.port);
      linkPages(question.port);
      question.port.start();
      return Promise.resolve(null);
    case "warm":
      return warm(question.examples, question.other);
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
      return anchors(question.sha256, question.dossier, question.theme);
    case "levels":
      return levels(question.sha256, question.dossier);
    case "file":
      return file(question.sha256, question.as);
  }
}

async function readAndShare(...of: Parameters<typeof read>): Promise<OwnDocument> {
  const { document, file } = await read(...of);
  keep(document.sha256, file);
  share(document.sha256);
  return document;
}

async function read(
  name: string,
  bytes: Uint8Array,
  kind: DossierKind | null,
  progress: Progress,
  pages: PageHelper | null = null,
): Promise<{ document: OwnDocument; file: Kept }> {
  progress("lezen", 0, 3);
  const source = await readDocument(bytes, name, pages === null ? {} : { pages });
  if (source.format === "corpus") {
    const { corpus } = source;
    return { document: shown(source.sha256, name, corpus, null), file: { corpus, audit: null } };
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
  return { document: shown(source.sha256, name, corpus, audit), file: { corpus, audit } };
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

/** How often this reader warmed up: it takes the examples by turns. */
let warmed = 0;
const examplesAt = new Map<string, Promise<ArrayBuffer>>();
/** Dossiers of the site that it warmed up with. */
const met: Dossier[] = [];
/** Pairs of statements that are compared in one step of warming up: a file that comes meanwhile waits no longer. */
const MOST_PAIRS = 100_000;

/**
 * Does for an example what will be done for a document, and holds it against a dossier of the site, or two of those met
 * before against each other where none is given: the browser has then compiled this code, the better the more often, and
 * the words of the dossier have their vectors.
 */
async function warm(examples: readonly string[], url: string | null): Promise<null> {
  const example = examples[warmed++ % examples.length] as string;
  let bytes = examplesAt.get(example);
  if (bytes === undefined) {
    bytes = fetched(example).then((response) => response.arrayBuffer());
    examplesAt.set(example, bytes);
  }
  const { file, document } = await read("voorbeeld.pdf", new Uint8Array(await bytes), null, () => {});
  keep(document.sha256, file);
  await anchors(document.sha256, 0, DEFAULT_THEME);
  await levels(document.sha256, 0);
  let left: Dossier | undefined = await keptDossier(document.sha256, 0);
  let right: Dossier | undefined;
  if (url === null) [left, right] = [met[warmed % met.length], met[(warmed + 1) % met.length]];
  else {
    right = await dossierAt(url);
    met.push(right);
  }
  if (!left || !right || left === right || left.statements.length * right.statements.length > MOST_PAIRS) return null;
  const own = withFeatures(left);
  held(own, new IndexedDossier(own, compareSettings({})), right, {});
  return null;
}

/** Where a theme comes up in an own dossier. */
async function anchors(sha256: string, place: number, id: string): Promise<AnchorsFile> {
  const dossier = await keptDossier(sha256, place);
  const theme = themeById(id);
  return anchorsFile(dossier, theme, anchorParts(corpusOf(dossier), theme)[0] ?? null);
}

/** The levels of an own dossier, and those that its wording shows. */
async function levels(sha256: string, place: number): Promise<LevelsFile> {
  const dossier = await keptDossier(sha256, place);
  const places = new Map(dossier.statements.map(({ id }, i) => [id, i]));
  return levelsFile(dossier, dossierLevels(dossier, compareSettings({})), places);
}

/** The last own dossier that was compared, made ready for the next ones it is held against. */
let ready: { key: string; own: Dossier; indexed: IndexedDossier } | null = null;

async function readyFor(sha256: string, place: number): Promise<{ own: Dossier; indexed: IndexedDossier }> {
  const found = await keptDossier(sha256, place);
  const key = `${sha256} ${place} ${found.kind}`;
  if (ready?.key !== key) {
    const own = withFeatures(found);
    ready = { key, own, indexed: new IndexedDossier(own, compareSettings({})) };
  }
  return ready;
}

/** One own dossier against one of the site. */
async function compare(sha256: string, place: number, other: string, url: string): Promise<OwnComparison> {
  const coming = dossierAt(url); // on its way while the own dossier is made ready
  const { corpus } = await keptFile(sha256);
  const { own, indexed } = await readyFor(sha256, place);
  return { other, ...held(own, indexed, await coming, corpus.settings) };
}

/** One dossier, by its features alone, against another. */
function held(
  own: Dossier,
  indexed: IndexedDossier,
  other: Dossier,
  corpus: Settings,
): Pick<OwnComparison, "cell" | "found"> {
  const all = new Counterparts([own, other], compareSettings({}), indexed);
  const settings = asSettings(all.settings, corpus);
  const cell = overlapOf(all, settings, []).cells[0];
  if (cell === undefined) throw new Error("two dossiers have no pair");
  const { aStatements, bStatements, identical, near, bIdentical, bNear, aInB, bInA } = cell;
  return {
    cell: { aStatements, bStatements, identical, near, bIdentical, bNear, aInB, bInA },
    found: compact(own, other, counterpartsOf(all, 0, 1, settings)),
  };
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
  let promise = dossiers.get(url);
  if (promise === undefined) {
    promise = fetched(url).then((response) => response.json() as Promise<Dossier>);
    promise.catch(() => dossiers.delete(url));
    dossiers.set(url, promise);
  }
  return promise;
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** A file to download: what was read as a corpus, or the source with the class of each passage as a page. */
async function file(sha256: string, as: "corpus" | "audit"): Promise<string> {
  const { corpus, audit } = await keptFile(sha256);
  if (as === "corpus") return formatJson(corpus);
  if (audit === null) throw new ReadError("a corpus: it has no source text to show");
  return auditPage([audit]);
}
