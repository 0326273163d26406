/** Two readers in the background for documents of one's own: one reads, both compare, as most machines have two cores. */
import { type OnProgress, type Reader, startReader } from "./background.js";
import type { OwnComparison } from "./own-types.js";
import type { Overview } from "./types.js";

export interface OwnReaders extends Pick<Reader, "read" | "file" | "anchors" | "levels"> {
  /** An own dossier against every one of the site. @param onSome is given what was found so far, now and then */
  compare(
    sha256: string,
    dossier: number,
    onProgress: OnProgress,
    onSome: (found: OwnComparison[]) => void,
  ): Promise<OwnComparison[]>;
}

/** Milliseconds before what was found so far is shown, and by how much each next wait is longer: showing takes time too. */
const PAUSE = 1000;
const LONGER = 1.5;
/** Statements of the site that readers warm up with; the words of the others are mostly the same. */
const WARM = 4000;
/** How often each reader warms up at least: a browser compiles well what runs often. */
const TURNS = 30;
/** Milliseconds after which readers warm up where the browser does not say that it is idle, or never is. */
const SOON = 1500;

/** Whether the user has asked for little traffic: then nothing is done ahead. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export function startReaders(overview: Overview): OwnReaders {
  const readers = [startReader(overview), startReader(overview)] as const;
  const [first, second] = readers;
  const { port1, port2 } = new MessageChannel();
  void first.link(port1).catch(() => {});
  void second.link(port2).catch(() => {});
  let asked = false;
  /** Each reader warms up with its own half of the first dossiers, a little at a time, until it is asked something. */
  const warm = async (): Promise<void> => {
    let left = WARM;
    const ahead = overview.dossiers.filter(({ statements }) => {
      const before = left;
      left -= statements;
      return before > 0;
    });
    const half = async (reader: Reader, k: number): Promise<void> => {
      const own = ahead.filter((_, i) => i % readers.length === k);
      for (let turn = 0; turn < Math.max(TURNS, own.length) && !asked; turn++) await reader.warm(own[turn]?.id ?? null);
    };
    // Nothing is lost where this fails: what is wrong is said when it matters.
    await Promise.all(readers.map(half)).catch(() => {});
  };
  if (!savesData()) {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => void warm(), { timeout: SOON });
    else setTimeout(() => void warm(), SOON);
  }
  return {
    read: (name, bytes, kind, onProgress) => {
      asked = true;
      return first.read(name, bytes, kind, onProgress);
    },
    file: (sha256, as) => first.file(sha256, as),
    anchors: (sha256, place, theme) => second.anchors(sha256, place, theme),
    levels: (sha256, place) => second.levels(sha256, place),
    async compare(sha256, dossier, onProgress, onSome) {
      const found = new Map<string, OwnComparison>();
      // The largest first: what is left for the end is small, so both are done at the same time.
      const size = (i: number): number => overview.dossiers[i]?.statements ?? 0;
      const open = [...overview.dossiers.keys()].sort((i, j) => size(j) - size(i) || i - j);
      let told = performance.now();
      let pause = PAUSE;
      const inOrder = (): OwnComparison[] => overview.dossiers.flatMap(({ id }) => found.get(id) ?? []);
      const work = async (reader: Reader, k: number): Promise<void> => {
        while (open.length > 0) {
          // What this reader has warmed up with comes first.
          const own = open.findIndex((i) => i % readers.length === k);
          const [next = 0] = open.splice(Math.max(0, own), 1);
          const one = await reader.compare(sha256, dossier, overview.dossiers[next]?.id ?? "");
          found.set(one.other, one);
          onProgress("vergelijken", found.size, overview.dossiers.length);
          if (found.size < overview.dossiers.length && performance.now() - told > pause) {
            told = performance.now();
            pause *= LONGER;
            onSome(inOrder());
          }
        }
      };
      onProgress("vergelijken", 0, overview.dossiers.length);
      await Promise.all(readers.map(work));
      return inOrder();
    },
  };
}
