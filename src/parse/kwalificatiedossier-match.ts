/** Which title of an overview a description without a heading goes with: by its words, and by the order of the titles. */
import { stemRarity } from "../language/background.js";
import { stemDutch } from "../language/snowball.js";
import { words } from "../language/tokens.js";

/** Words that say nothing about a task. */
const STOP = new Set(
  "de het een en of van in op te aan met bij voor door naar over uit tot om dat die zijn haar hun zich is wordt worden als ook dit deze er zo".split(
    " ",
  ),
);
/** Of a word that stands deeper in the text than its first sentences. */
const LATER = 0.7;
/** Of a word of another form, by its beginning. */
const RELATED = 0.7;
const MIN_PREFIX = 6;
/** How much of a word's weight goes where all descriptions hold it. */
const COMMON = 0.85;
/** What it costs to leave a description without a title, and a title without a description. */
const NO_TITLE = 0.3;
const NO_DESCRIPTION = 0.05;

/** A description by its stems: those of its opening weigh in full. */
export interface Described {
  opening: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

const stems = (text: string): string[] => words(text).flatMap((word) => (STOP.has(word) ? [] : [stemOf(word)]));

/** Stems met before: the descriptions of one dossier share most of their words. */
const known = new Map<string, string>();
const MAX_KNOWN = 20_000;
function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = stemDutch(word);
  if (known.size < MAX_KNOWN) known.set(word, stem);
  return stem;
}

/** @param opening its first sentences and what it results in */
export function described(opening: string, rest: string): Described {
  const first = new Set(stems(opening));
  return { opening: first, all: new Set([...first, ...stems(rest)]) };
}

/** Weighs stems by how rare they are in Dutch, and among the descriptions to tell apart. */
export class Weights {
  private readonly counts = new Map<string, number>();
  private readonly n: number;
  private readonly titles = new Map<string, ReadonlySet<string>>();

  constructor(list: readonly Described[]) {
    this.n = Math.max(1, list.length);
    for (const { all } of list) for (const stem of all) this.counts.set(stem, (this.counts.get(stem) ?? 0) + 1);
  }

  of(stem: string): number {
    return stemRarity(stem) * (1 - COMMON * ((this.counts.get(stem) ?? 0) / this.n));
  }

  /** 0..1: how much of a title's weight a description holds; 0 for a title without words. */
  fit(title: string, text: Described): number {
    let held = 0;
    let total = 0;
    let own = this.titles.get(title);
    if (!own) {
      own = new Set(stems(title));
      this.titles.set(title, own);
    }
    for (const stem of own) {
      const weight = this.of(stem);
      total += weight;
      held += weight * presence(stem, text);
    }
    return total === 0 ? 0 : held / total;
  }
}

function presence(stem: string, text: Described): number {
  if (text.opening.has(stem)) return 1;
  if (text.all.has(stem)) return LATER;
  if (stem.length < MIN_PREFIX) return 0;
  const start = stem.slice(0, MIN_PREFIX);
  for (const other of text.opening) if (other.startsWith(start)) return RELATED;
  for (const other of text.all) if (other.startsWith(start)) return RELATED * LATER;
  return 0;
}

/**
 * Pairs descriptions with titles, both in order, so that the sum of their fits is highest.
 * @param worth how well description i fits title j, 0..1; `null` where the two cannot be a pair
 * @returns for each description the number of its title, or null; and the score of the whole
 */
export function alignInOrder(
  n: number,
  m: number,
  worth: (i: number, j: number) => number | null,
): { pairs: (number | null)[]; score: number } {
  const best: number[][] = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0));
  const step: ("pair" | "text" | "title")[][] = Array.from({ length: n + 1 }, () => new Array(m + 1).fill("title"));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (i === 0 && j === 0) continue;
      const options: ["pair" | "text" | "title", number][] = [];
      const value = i > 0 && j > 0 ? worth(i - 1, j - 1) : null;
      if (value !== null) options.push(["pair", at(i - 1, j - 1) + value]);
      if (j > 0) options.push(["title", at(i, j - 1) - NO_DESCRIPTION]);
      if (i > 0) options.push(["text", at(i - 1, j) - NO_TITLE]);
      const [name, score] = options.reduce((a, b) => (b[1] > a[1] ? b : a));
      (best[i] as number[])[j] = score;
      (step[i] as string[])[j] = name;
    }
  }
  const pairs: (number | null)[] = new Array<number | null>(n).fill(null);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const name = step[i]?.[j];
    if (name === "pair") pairs[--i] = --j;
    else if (name === "text") i--;
    else j--;
  }
  return { pairs, score: at(n, m) };
}
