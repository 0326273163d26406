/** The reader in the background of a page: the library itself, in a worker. */
import type { AlignOptions, Decision } from "../../src/compare/index.js";
import type { DossierKind } from "../../src/model.js";
import type { AnchorsFile } from "./anchor-types.js";
import { fileUrl } from "./data.js";
import type { LevelsFile } from "./level-types.js";
import type {
  Agreement,
  AlignedPairs,
  Answer,
  CoderAgreement,
  NamedBytes,
  OwnComparison,
  OwnDocument,
  Question,
  SharedGroups,
  Step,
  Thresholds,
} from "./own-types.js";
import type { Overview } from "./types.js";

/** What the library refuses to do; the message is its own line. */
export class Refused extends Error {
  override name = "Refused";
}

/** The worker did not start: an old browser, or files of the site that did not arrive. */
export class NotStarted extends Error {
  override name = "NotStarted";
  /** For the page. */
  readonly dutch =
    "Het rekenwerk in deze browser is niet gestart. Laad de pagina opnieuw. Helpt dat niet, neem dan een nieuwere browser.";
}

export type OnProgress = (step: Step, done: number, of: number) => void;

type Asked<Q> = Q extends Question ? Omit<Q, "call"> : never;

export interface Reader {
  read(name: string, bytes: ArrayBuffer, kind: DossierKind | null, onProgress: OnProgress): Promise<OwnDocument>;
  /** Gives a reader the way to another: each then has what the other has read, so that both can compare it. */
  link(port: MessagePort): Promise<null>;
  /** Gets ready for an own dossier, a little: with an example, held against a dossier of the site, by its id. */
  warm(other: string | null): Promise<null>;
  /** One own dossier against one of the site, by its id. */
  compare(sha256: string, dossier: number, other: string): Promise<OwnComparison>;
  /** Where a theme comes up in an own dossier. */
  anchors(sha256: string, dossier: number, theme: string): Promise<AnchorsFile>;
  /** The levels of an own dossier. */
  levels(sha256: string, dossier: number): Promise<LevelsFile>;
  file(sha256: string, as: "corpus" | "audit"): Promise<string>;
  /** The best one-to-one assignment of two dossiers of the site, by their ids. */
  align(a: string, b: string, options: AlignOptions, onProgress?: OnProgress): Promise<AlignedPairs>;
  /** How good the best counterpart of each statement is, so that a threshold can be tried. */
  thresholds(a: string, b: string): Promise<Thresholds>;
  /** What several dossiers share, or parts of them (`dossier-id/part`). */
  shared(chosen: readonly { dossier: string; part: string }[]): Promise<SharedGroups>;
  /** The decisions in a file, as the command line reads them. */
  decisions(bytes: ArrayBuffer): Promise<Decision[]>;
  agreement(mine: readonly Decision[], theirs: readonly Decision[]): Promise<Agreement>;
  /** How far the first two coders in some files agree: files with decisions, or coding sheets. */
  coders(files: readonly NamedBytes[]): Promise<CoderAgreement>;
}

/** Starts the reader in the background; its code and word lists are loaded meanwhile. */
export function startReader(overview: Overview): Reader {
  const code = fileUrl(overview, "generated/lezer/reader.js").href;
  // From a blob: such a worker has the policy of this page, so it too can fetch from this site only.
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(code)};`], { type: "text/javascript" }));
  const worker = new Worker(blob, { type: "module" });
  const calls = new Map<number, { done(result: unknown): void; fail(error: Error): void; onProgress: OnProgress }>();
  let last = 0;
  let broken: Error | null = null;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const call = calls.get(data.call);
    if (call === undefined) return;
    if (data.say === "progress") call.onProgress(data.step, data.done, data.of);
    else {
      calls.delete(data.call);
      if (data.say === "done") call.done(data.result);
      else call.fail(data.say === "refused" ? new Refused(data.reason) : new Error(data.reason));
    }
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    broken = new NotStarted(event.message || "the reader did not start");
    for (const { fail } of calls.values()) fail(broken);
    calls.clear();
  });
  const ask = <T>(
    question: Asked<Question>,
    onProgress: OnProgress = () => {},
    transfer: Transferable[] = [],
  ): Promise<T> =>
    new Promise((done, fail) => {
      if (broken !== null) throw broken;
      const call = ++last;
      calls.set(call, { done: done as (result: unknown) => void, fail, onProgress });
      worker.postMessage({ ...question, call }, transfer);
    });
  const others = overview.dossiers.map((d) => ({
    id: d.id,
    url: fileUrl(overview, `data/uittreksel/${d.key}.json`).href,
  }));
  const urlOf = (id: string): string => {
    const found = others.find((d) => d.id === id);
    if (found === undefined) throw new Error(`not in this site: ${id}`);
    return found.url;
  };
  const examples = [1, 2].map((n) => fileUrl(overview, `generated/lezer/voorbeeld-${n}.pdf`).href);
  return {
    read: (name, bytes, kind, onProgress) => ask({ ask: "read", name, bytes, kind }, onProgress, [bytes]),
    link: (port) => ask({ ask: "link", port }, undefined, [port]),
    warm: (other) => ask({ ask: "warm", examples, other: other === null ? null : urlOf(other) }),
    compare: (sha256, dossier, other) => ask({ ask: "compare", sha256, dossier, other, url: urlOf(other) }),
    anchors: (sha256, dossier, theme) => ask({ ask: "anchors", sha256, dossier, theme }),
    levels: (sha256, dossier) => ask({ ask: "levels", sha256, dossier }),
    file: (sha256, as) => ask({ ask: "file", sha256, as }),
    align: (a, b, options, onProgress) => ask({ ask: "align", a: urlOf(a), b: urlOf(b), options }, onProgress),
    shared: (chosen) =>
      ask({ ask: "shared", parts: chosen.map(({ dossier, part }) => ({ url: urlOf(dossier), part })) }),
    thresholds: (a, b) => ask({ ask: "thresholds", a: urlOf(a), b: urlOf(b) }),
    decisions: (bytes) => ask({ ask: "decisions", bytes }, undefined, [bytes]),
    agreement: (mine, theirs) => ask({ ask: "agreement", mine, theirs }),
    coders: (files) => ask({ ask: "coders", files }),
  };
}
