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

/** So many dossiers are compared before the next question is looked at. */
const CHUNK = 3;
/** Milliseconds before what was found so far is shown, and by how much each next wait is longer: showing takes time too. */
const PAUSE = 1000;
const LONGER = 1.5;
/** Statements of the site that readers warm up with; the words of the others are mostly the same. */
const WARM = 4000;
/** A reader's first sign of life on the page: who comes to choose a file moves something first. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "dragenter"] as const;

export function startReaders(overview: Overview): OwnReaders {
  const readers = [startReader(overview), startReader(overview)] as const;
  const [first, second] = readers;
  const { port1, port2 } = new MessageChannel();
  void first.link(port1).catch(() => {});
  void second.link(port2).catch(() => {});
  const chunks: string[][] = [];
  for (const [i, { id }] of overview.dossiers.entries()) {
    if (i % CHUNK === 0) chunks.push([]);
    chunks.at(-1)?.push(id);
  }
  let asked = false;
  /** Each reader warms up with its own half of the first dossiers, a little at a time, until it is asked something. */
  const warm = async (): Promise<void> => {
    for (const sign of SIGNS) removeEventListener(sign, warm);
    const sizes = new Map(overview.dossiers.map(({ id, statements }) => [id, statements]));
    let left = WARM;
    const ahead = chunks.filter((chunk) => {
      const before = left;
      left -= chunk.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
      return before > 0;
    });
    const half = async (reader: Reader, k: number): Promise<void> => {
      for (const [i, chunk] of ahead.entries()) {
        if (asked) return;
        if (i % readers.length === k) await reader.warm(chunk);
      }
    };
    // Nothing is lost where this fails: what is wrong is said when it matters.
    await Promise.all(readers.map(half)).catch(() => {});
  };
  for (const sign of SIGNS) addEventListener(sign, warm, { passive: true });
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
      const open = [...chunks.keys()];
      let told = performance.now();
      let pause = PAUSE;
      const inOrder = (): OwnComparison[] => overview.dossiers.flatMap(({ id }) => found.get(id) ?? []);
      const work = async (reader: Reader, k: number): Promise<void> => {
        while (open.length > 0) {
          // What this reader has warmed up with comes first.
          const own = open.findIndex((i) => i % readers.length === k);
          const [next = 0] = open.splice(Math.max(0, own), 1);
          for (const one of await reader.compare(sha256, dossier, chunks[next] ?? [])) found.set(one.other, one);
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
