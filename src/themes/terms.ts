/** The terms of a codebook, made ready to be found: see DESIGN.md for how a researcher writes them. */
import { verbForms } from "../language/conjugation.js";
import { fold } from "../language/fold.js";
import { nounForms } from "../language/noun-forms.js";
import { words } from "../language/tokens.js";

/** Tokens `start` up to `end` (exclusive) that belong to one find; separable verbs and loose phrases have several. */
export type Span = [start: number, end: number];

export interface Match {
  spans: Span[];
  /** Whether the term names only how a word begins or ends. */
  loose: boolean;
}

/** One word of a clause as matching sees it. */
export interface ClauseToken {
  norm: string;
  /** What stands between this word and the next is more than a space: a comma, a bracket, the end. */
  closed: boolean;
}

type WordTest = (norm: string) => boolean;

/** Finds a term in the tokens of one clause. */
interface Finder {
  /** Whether a word can be the first of a find: quick, and true too often rather than too seldom. */
  opens: WordTest;
  find: (tokens: readonly ClauseToken[], from: number, to: number) => Match[];
}

/** Particles that are no preposition: they need nothing behind them to be told from one. */
const PLAIN_PARTICLES = new Set(["samen", "terug", "deel", "mee", "af", "bij", "door", "toe", "kennis"]);
const LINKS = new Set("aan naar met tot en of in bij binnen tussen om voor van over dat zodat te waar".split(" "));

function wordTest(written: string): WordTest {
  const exact = written.startsWith("=");
  const word = fold(exact ? written.slice(1) : written).replace(/’/g, "'");
  if (exact) return (norm) => norm === word;
  if (word.startsWith("*")) {
    const endings = [...nounForms(word.slice(1))];
    return (norm) => endings.some((ending) => norm.endsWith(ending));
  }
  if (word.endsWith("*")) return (norm) => norm.startsWith(word.slice(0, -1));
  const forms = new Set(nounForms(word));
  if (isVerb(word)) {
    const { finite, participles } = verbForms(word);
    for (const form of [...finite, ...participles]) forms.add(form);
  }
  return (norm) => forms.has(norm);
}

const isVerb = (word: string): boolean => /(?:en|aan|ien|doen)$/.test(word) && word.length > 3;

/** A run of words: "multidisciplinair overleg". */
function sequence(written: readonly string[]): Finder {
  const tests = written.map(wordTest);
  const loose = written.some((word) => word.includes("*"));
  const find: Finder["find"] = (tokens, from, to) => {
    const out: Match[] = [];
    for (let i = from; i + tests.length <= to; i++) {
      if (tests.every((test, n) => test((tokens[i + n] as ClauseToken).norm))) {
        out.push({ spans: [[i, i + tests.length]], loose });
      }
    }
    return out;
  };
  return { opens: (norm) => tests[0]?.(norm) ?? false, find };
}

/** "af+stemmen": joined (afgestemd, afstemmen), with "te" (af te stemmen), and apart (stemt … af). */
function separable(particle: string, infinitive: string): Finder {
  const { finite, participles } = verbForms(infinitive);
  const joined = new Set([...finite, ...participles].map((form) => particle + form));
  const opensLater = (tokens: readonly ClauseToken[], at: number, to: number): boolean => {
    if (PLAIN_PARTICLES.has(particle) || at + 1 >= to) return true;
    const token = tokens[at] as ClauseToken;
    return token.closed || LINKS.has((tokens[at + 1] as ClauseToken).norm);
  };
  const find: Finder["find"] = (tokens, from, to) => {
    const out: Match[] = [];
    for (let i = from; i < to; i++) {
      const { norm } = tokens[i] as ClauseToken;
      const next = tokens[i + 1]?.norm ?? "";
      if (joined.has(norm)) out.push({ spans: [[i, i + 1]], loose: false });
      else if (norm === particle && i + 1 < to && next === "te" && finite.has(tokens[i + 2]?.norm ?? "")) {
        out.push({ spans: [[i, Math.min(to, i + 3)]], loose: false });
      } else if (norm === particle && i + 1 < to && (finite.has(next) || participles.has(next))) {
        out.push({ spans: [[i, i + 2]], loose: false });
      } else if (finite.has(norm)) {
        for (let j = i + 1; j < to; j++) {
          if ((tokens[j] as ClauseToken).norm !== particle || !opensLater(tokens, j, to)) continue;
          out.push({
            spans: [
              [i, i + 1],
              [j, j + 1],
            ],
            loose: false,
          });
          break;
        }
      }
    }
    return out;
  };
  return { opens: (norm) => norm === particle || joined.has(norm) || finite.has(norm), find };
}

/** All parts somewhere in the clause: "afspraken & maken". */
function together(parts: readonly Finder[]): Finder {
  const find: Finder["find"] = (tokens, from, to) => {
    const found = parts.map((part) => part.find(tokens, from, to));
    if (found.some((list) => list.length === 0)) return [];
    const spans = found.flatMap((list) => (list[0] as Match).spans).sort((a, b) => a[0] - b[0]);
    return [{ spans, loose: found.some((list) => list[0]?.loose) }];
  };
  return { opens: (norm) => parts[0]?.opens(norm) ?? false, find };
}

/** A term as a researcher writes it → what finds it. */
function finder(term: string): Finder {
  const parts = term.split(/\s+&\s+/);
  if (parts.length > 1) return together(parts.map(finder));
  const apart = /^(\p{L}+)\+(\p{L}+)$/u.exec(term.trim());
  if (apart) return separable(fold(apart[1] as string), fold(apart[2] as string));
  const written = term
    .trim()
    .split(/\s+/)
    .flatMap((word) => (/[*=]/.test(word) ? [word] : words(word)));
  return sequence(written);
}

/** The terms of one list, looked up together: which of them a word can open is remembered, since texts repeat words. */
export class Terms {
  private readonly finders: Finder[];
  private readonly openings = new Map<string, number[]>();

  constructor(terms: readonly string[]) {
    this.finders = terms.map(finder);
  }

  /** All finds in a clause, in the order of the terms. */
  find(tokens: readonly ClauseToken[], { start, end }: { start: number; end: number }): Match[] {
    const wanted = new Set<number>();
    for (let i = start; i < end; i++) for (const n of this.openedBy(tokens[i]?.norm ?? "")) wanted.add(n);
    return [...wanted].sort((a, b) => a - b).flatMap((n) => this.finders[n]?.find(tokens, start, end) ?? []);
  }

  private openedBy(norm: string): readonly number[] {
    let list = this.openings.get(norm);
    if (!list) {
      list = this.finders.flatMap(({ opens }, n) => (opens(norm) ? [n] : []));
      this.openings.set(norm, list);
    }
    return list;
  }
}
