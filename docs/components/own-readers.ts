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
const CHUNK = 4;
/** Milliseconds between two looks at what was found so far. */
const PAUSE = 1500;

export function startReaders(overview: Overview): OwnReaders {
  const first = startReader(overview);
  const second = startReader(overview);
  const ids = overview.dossiers.map(({ id }) => id);
  /** By the hash of the file: when the second reader has it too. */
  const given = new Map<string, Promise<unknown>>();
  const both = async (sha256: string): Promise<Reader> => {
    await given.get(sha256);
    return second;
  };
  return {
    async read(name, bytes, kind, onProgress) {
      const document = await first.read(name, bytes, kind, onProgress);
      const { sha256 } = document;
      given.set(
        sha256,
        first.corpus(sha256).then((corpus) => second.adopt(sha256, corpus)),
      );
      return document;
    },
    file: (sha256, as) => first.file(sha256, as),
    anchors: async (sha256, place, theme) => (await both(sha256)).anchors(sha256, place, theme),
    levels: async (sha256, place) => (await both(sha256)).levels(sha256, place),
    async compare(sha256, dossier, onProgress, onSome) {
      const found: OwnComparison[] = [];
      let next = 0;
      let done = 0;
      let told = performance.now();
      const work = async (reader: Reader): Promise<void> => {
        while (next < ids.length) {
          const start = next;
          next += CHUNK;
          const some = await reader.compare(sha256, dossier, ids.slice(start, next));
          for (const [i, one] of some.entries()) found[start + i] = one;
          done += some.length;
          onProgress("vergelijken", done, ids.length);
          if (done < ids.length && performance.now() - told > PAUSE) {
            told = performance.now();
            onSome(found.filter((one) => one !== undefined));
          }
        }
      };
      onProgress("vergelijken", 0, ids.length);
      await Promise.all([work(first), both(sha256).then(work)]);
      return found;
    },
  };
}
