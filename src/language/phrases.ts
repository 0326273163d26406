/**
 * Phrases as data: a small language for word patterns that a researcher can write without code. A pattern is a row of
 * items, divided by spaces:
 *
 * - `kennis` is the word itself; an infinitive stands for all forms of its verb (`coördineren`);
 * - `=anderen` is the very word, though it looks like an infinitive;
 * - `op+stellen` is a separable verb: "opstellen", "opgesteld", "op te stellen", "stelt een plan op";
 * - `*kennis`, `standaard*` are words that end or begin so; `brede|ruime` is a choice;
 * - `@role` is a noun for a professional ("begeleider", "monteurs"), `@target` one for whom the work is done for;
 * - `_3` between two items allows up to three words there, without a comma or bracket.
 *
 * `a & b` means both, in either order, with at most six words between, without the end of a clause between them.
 * Everything is compared folded (no capitals, no accents), and no match crosses the end of a sentence or clause part
 * marked by `. ; : ! ?`.
 */

import { verbForms } from "./conjugation.js";
import { fold } from "./fold.js";
import { FUNCTION_WORDS } from "./functionwords.js";
import { isTargetGroup } from "./people.js";
import { isProfessional } from "./professionals.js";
import { type Token, tokenize } from "./tokens.js";

export interface Word extends Token {
  /** Number of the stretch between `. ; : ! ?` that it stands in. */
  stretch: number;
  /** What stands between this word and the next, without white space. */
  after: string;
}

/** Words of a text with the stretch each is in. */
export function phraseWords(text: string): Word[] {
  const tokens = tokenize(text);
  let stretch = 0;
  return tokens.map((token, i) => {
    const after = text.slice(token.end, tokens[i + 1]?.start ?? text.length).replace(/\s+/g, "");
    const word = { ...token, stretch, after };
    // "o.a." and "bijv." end no sentence: the next word begins small.
    const next = tokens[i + 1]?.text ?? "";
    if (/[;:!?]/.test(after) || (after.includes(".") && !/^\p{Ll}/u.test(next))) stretch++;
    return word;
  });
}

/** A part of a pattern. */
interface Matcher {
  /** Whether a word can be the first one of a match: quick, and true too often rather than too seldom. */
  opens: (word: string) => boolean;
  /** Indices of the words that a match from a word on takes, in order. */
  at: (words: readonly Word[], from: number) => number[] | null;
}

/** Words that a separable verb may be apart from its particle. */
const MAX_APART = 14;
const MAX_BETWEEN = 6;
const MODAL = new Set(["te", "kunnen", "laten", "moeten", "mogen", "willen", "zullen", "kan", "laat", "helpen"]);
/** After a particle a new phrase begins; a preposition is followed by its noun. */
const PREPOSITIONS = new Set(
  (
    "aan achter bij binnen buiten door in met na naar naast om onder op over per samen sinds te tegen tijdens tot tussen " +
    "uit vanaf vanuit van via volgens voor zonder conform en of dan dat die als zodat waarbij waarin waarmee waarvan wanneer " +
    "om omdat zo wat is wordt heeft kan moet"
  ).split(" "),
);

/** Whether the word at `i` can be the particle that closes a separable verb, and not a preposition before a noun. */
function closes(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  const next = words[i + 1];
  return next === undefined || word.after !== "" || PREPOSITIONS.has(next.norm);
}

/** All forms of a verb; without the first person ("plan", "onderzoek"), which is a noun where it stands by itself. */
function forms(infinitive: string, { apart }: { apart: boolean }): ReadonlySet<string> {
  const { finite, participles } = verbForms(infinitive);
  const own = apart ? [...finite] : [...finite].filter((form) => /[td]$|[tdn]e$|en$|aan$|zien$|doen$/.test(form));
  return new Set([...own, ...participles]);
}

function separable(particle: string, verb: string): Matcher {
  const own = forms(verb, { apart: true });
  const opens = (word: string): boolean =>
    word === particle || own.has(word) || (word.startsWith(particle) && own.has(word.slice(particle.length)));
  const at = (words: readonly Word[], from: number): number[] | null => {
    const word = words[from] as Word;
    if (word.norm.startsWith(particle) && own.has(word.norm.slice(particle.length))) return [from];
    if (word.norm === particle) {
      // "op te stellen", "uit kunnen voeren"
      for (let i = from + 1; i <= from + 3 && words[i]?.stretch === word.stretch; i++) {
        if (own.has((words[i] as Word).norm)) return i > from + 1 ? [from, i] : null;
        if (!MODAL.has((words[i] as Word).norm)) return null;
      }
      return null;
    }
    if (!own.has(word.norm) || word.norm.startsWith("ge")) return null;
    for (let i = from + 1; i <= from + MAX_APART && words[i]?.stretch === word.stretch; i++) {
      if ((words[i] as Word).norm === particle && closes(words, i)) return [from, i];
    }
    return null;
  };
  return { opens, at };
}

function single(item: string): Matcher {
  const [, particle, verb] = /^([\p{L}]+)\+([\p{L}]+)$/u.exec(item) ?? [];
  if (particle && verb) return separable(particle, verb);
  const folded = fold(item).replace(/’/g, "'");
  const opens = wordTest(folded);
  return { opens, at: (words, from) => (opens((words[from] as Word).norm) ? [from] : null) };
}

function wordTest(item: string): (word: string) => boolean {
  if (item === "@role") return isProfessional;
  if (item === "@target") return isTargetGroup;
  if (item.startsWith("=")) return (word) => word === item.slice(1);
  const [start, end] = [item.startsWith("*"), item.endsWith("*")];
  const core = item.slice(start ? 1 : 0, end ? -1 : undefined);
  if (start && end) return (word) => word.includes(core);
  if (start) return (word) => word.endsWith(core);
  if (end) return (word) => word.startsWith(core);
  if (!core.endsWith("en") || FUNCTION_WORDS.has(core)) return (word) => word === core;
  const own = forms(core, { apart: false });
  return (word) => own.has(word);
}

const choice = (item: string): Matcher => {
  const ways = item.split("|").map(single);
  return {
    opens: (word) => ways.some((way) => way.opens(word)),
    at: (words, from) => {
      for (const way of ways) {
        const match = way.at(words, from);
        if (match) return match;
      }
      return null;
    },
  };
};

function sequence(pattern: string): Matcher {
  const items: { match: Matcher; gap: number }[] = [];
  let gap = 0;
  for (const item of pattern.trim().split(/\s+/)) {
    const space = /^_(\d+)$/.exec(item);
    if (space) gap = Number(space[1]);
    else {
      items.push({ match: choice(item), gap });
      gap = 0;
    }
  }
  const follow = (words: readonly Word[], last: number, n: number): number[] | null => {
    const item = items[n];
    if (!item) return [];
    for (let i = last + 1; i <= last + 1 + item.gap; i++) {
      if (words[i]?.stretch !== words[last]?.stretch) return null;
      // Words skipped may not lie over a comma or bracket.
      if (i > last + 1 && words.slice(last, i).some(({ after }) => /[,()]/.test(after))) return null;
      const match = item.match.at(words, i);
      const rest = match && follow(words, match.at(-1) as number, n + 1);
      if (match && rest) return [...match, ...rest];
    }
    return null;
  };
  const first = items[0]?.match;
  if (!first) throw new Error(`an empty pattern: "${pattern}"`);
  return {
    opens: first.opens,
    at: (words, from) => {
      const match = first.at(words, from);
      const rest = match && follow(words, match.at(-1) as number, 1);
      return match && rest ? [...match, ...rest] : null;
    },
  };
}

const matches = (part: Matcher, words: readonly Word[]): number[][] =>
  words.map((_, i) => part.at(words, i)).filter((match) => match !== null);

/** Many patterns, looked up together: what a word can open is remembered, since texts repeat their words. */
export class PhraseBook {
  private readonly patterns: Matcher[][];
  private readonly openings = new Map<string, number[]>();

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => pattern.split("&").map(sequence));
  }

  /**
   * The matches of the patterns in a text's words.
   * @returns for each match the number of its pattern and the indices of the words it took, ascending; in order of the
   * first word of the pattern's first part, then of the patterns
   */
  find(words: readonly Word[]): { pattern: number; at: number[] }[] {
    const out: { pattern: number; at: number[] }[] = [];
    for (const [i, word] of words.entries()) {
      for (const pattern of this.openedBy(word.norm)) {
        const [first, ...rest] = this.patterns[pattern] as [Matcher, ...Matcher[]];
        let match = first.at(words, i);
        for (const part of rest) {
          const found = match;
          const near = found && matches(part, words).find((other) => between(words, found, other));
          match = found && near ? [...new Set([...found, ...near])].sort((a, b) => a - b) : null;
        }
        if (match) out.push({ pattern, at: match });
      }
    }
    return out;
  }

  private openedBy(word: string): readonly number[] {
    let list = this.openings.get(word);
    if (!list) {
      list = this.patterns.flatMap(([first], i) => (first?.opens(word) ? [i] : []));
      this.openings.set(word, list);
    }
    return list;
  }
}

/** Whether two matches stand in one stretch, apart by at most {@link MAX_BETWEEN} words, or inside each other. */
function between(words: readonly Word[], a: readonly number[], b: readonly number[]): boolean {
  if (words[a[0] as number]?.stretch !== words[b[0] as number]?.stretch) return false;
  if (a.some((i) => b.includes(i))) return false;
  const [aStart, aEnd] = [a[0] as number, a.at(-1) as number];
  const [bStart, bEnd] = [b[0] as number, b.at(-1) as number];
  return Math.max(bStart - aEnd, aStart - bEnd) - 1 <= MAX_BETWEEN;
}
