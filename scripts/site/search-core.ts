/**
 * Search over words: how text becomes the words of the index, and how a question is answered from it. The build makes
 * the index with it and the page searches with it (bundled into docs/generated/search.js), so that both fold alike.
 */
import { FUNCTION_WORDS } from "../../src/language/functionwords.js";
import { stemDutch } from "../../src/language/snowball.js";
import { tokenize } from "../../src/language/tokens.js";

/** One file of the index: words that begin alike, or whose stem does. */
export interface SearchShard {
  /**
   * Each word has the dossiers it stands in, and there the places, as differences from the one before:
   * `[dossier, place, +difference, …]`. Place 0 is the title of the dossier; then its units, then its statements.
   */
  words: Record<string, number[][]>;
  /** Stems of forms of verbs, which take the word list to know ("gemaakt" is of "maken"); others are Snowball's. */
  stems: Record<string, string>;
}

export interface SearchQuery {
  /** Folded. */
  words: string[];
  /** Words in the question that are not in the index, since nearly every statement has them. */
  ignored: string[];
}

export interface SearchResult {
  hits: SearchHit[];
  /** The words of the index that were found. */
  found: Set<string>;
}

export interface SearchHit {
  dossier: number;
  place: number;
  /** Higher where more words are there just as they were asked. */
  quality: number;
}

/** From this length on a word also finds the longer words that begin with it. */
const MIN_PREFIX = 3;

/** A word as it is, and where it has hyphens or apostrophes also its parts: "non-verbaal" is found by "verbaal". */
function forms(norm: string): string[] {
  const parts = norm.split(/[-']/).filter((part) => part !== "");
  return parts.length < 2 ? [norm] : [parts.join(""), ...parts];
}

const tokens = (text: string): string[] => tokenize(text.normalize("NFC")).map(({ norm }) => norm);

/** The words under which a text is found, each once: folded, without function words. */
export function searchTerms(text: string): string[] {
  return [...new Set(tokens(text).flatMap(forms))].filter((form) => !FUNCTION_WORDS.has(form));
}

/** The file of the index that has a word: its first two characters, written so that any name is safe as a file's. */
export function shardOf(norm: string): string {
  return [...norm]
    .slice(0, 2)
    .map((c) => (/[a-z0-9]/.test(c) ? c : `_${(c.codePointAt(0) ?? 0).toString(16)}`))
    .join("");
}

export function searchQuery(text: string): SearchQuery {
  const asked = [...new Set(tokens(text).flatMap((norm) => norm.split(/[-']/)))].filter((word) => word !== "");
  return {
    words: asked.filter((word) => !FUNCTION_WORDS.has(word)),
    ignored: asked.filter((word) => FUNCTION_WORDS.has(word)),
  };
}

const own = (record: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The words that answer a word of the question, and how well: 3 the same, 2 the same stem, 1 begins with it. */
function* answers(asked: string, { words, stems }: SearchShard): Generator<[word: string, quality: number]> {
  const stem = own(stems, asked) ?? stemDutch(asked);
  // Codes and numbers have no stem: "w1" is not "w10".
  const whole = asked.length < MIN_PREFIX || /\d/.test(asked);
  for (const word of Object.keys(words)) {
    if (word === asked) yield [word, 3];
    else if (whole) continue;
    else if ((own(stems, word) ?? stemDutch(word)) === stem) yield [word, 2];
    else if (word.startsWith(asked)) yield [word, 1];
  }
}

/**
 * Titles, units and statements that have every word of the question; best first, then in the order of the dossiers.
 * @param shards the files of the index, by the name that {@link shardOf} gives
 */
export function searchIndex(shards: ReadonlyMap<string, SearchShard>, { words }: SearchQuery): SearchResult {
  const found = new Set<string>();
  let all: Map<string, SearchHit> | null = null;
  for (const asked of words) {
    const here = new Map<string, SearchHit>();
    const shard = shards.get(shardOf(asked));
    for (const [word, quality] of shard === undefined ? [] : answers(asked, shard)) {
      found.add(word);
      for (const hit of hitsOf(shard?.words[word] ?? [], quality)) {
        const key = `${hit.dossier}/${hit.place}`;
        if ((here.get(key)?.quality ?? 0) < quality) here.set(key, hit);
      }
    }
    all = all === null ? here : both(all, here);
  }
  const hits = [...(all?.values() ?? [])];
  return { hits: hits.sort((x, y) => y.quality - x.quality || x.dossier - y.dossier || x.place - y.place), found };
}

function* hitsOf(postings: readonly number[][], quality: number): Generator<SearchHit> {
  for (const [dossier = 0, ...steps] of postings) {
    let place = 0;
    for (const step of steps) {
      place += step;
      yield { dossier, place, quality };
    }
  }
}

function both(some: Map<string, SearchHit>, others: Map<string, SearchHit>): Map<string, SearchHit> {
  const result = new Map<string, SearchHit>();
  for (const [key, hit] of some) {
    const other = others.get(key);
    if (other !== undefined) result.set(key, { ...hit, quality: hit.quality + other.quality });
  }
  return result;
}

/** A text in pieces, in turn as it is and (every second one) a word that was found. */
export function markedPieces(text: string, found: ReadonlySet<string>): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { norm, start, end } of tokenize(text)) {
    if (![norm, ...forms(norm)].some((form) => found.has(form))) continue;
    pieces.push(text.slice(at, start), text.slice(start, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
}
