/**
 * The level that wording shows, apart from what it is about: depth of knowledge, kind of action, autonomy, responsibility
 * for the work of others, complexity. The scales are data (data/levels-scales.json); this reads them.
 */
import data from "../../data/levels-scales.json" with { type: "json" };
import { isFiniteVerb } from "./finite.js";
import { fold } from "./fold.js";
import { PhraseBook, phraseWords, type Word } from "./phrases.js";
import { actedByTarget } from "./subject.js";

export const LEVEL_SCALES = ["knowledge", "action", "autonomy", "responsibility", "complexity"] as const;
export type LevelScale = (typeof LEVEL_SCALES)[number];

export interface ScaleStep {
  /** Ordinal, from 1 (lowest). */
  step: number;
  id: string;
  /** Dutch. */
  title: string;
  /** First and last NLQF level whose descriptor has this wording; absent where the framework does not say. */
  nlqf?: [number, number];
}

export interface Scale {
  id: LevelScale;
  /** Dutch. */
  title: string;
  /** Where its words and their order come from. */
  source: string;
  /** In order, the lowest first. */
  steps: ScaleStep[];
}

export interface LevelHit {
  scale: LevelScale;
  /** Ordinal within the scale, from 1. */
  step: number;
  /** Half-open range in the text, from the first word that made it count to the last. */
  start: number;
  end: number;
  /** The words themselves, as ranges: a separable verb has two. */
  words: [number, number][];
  /** `scale/step: pattern`, with `not` before the pattern where a negation turned it round. */
  rule: string;
}

interface ScaleData {
  id: string;
  title: string;
  source: string;
  actor?: boolean;
  steps: { id: string; title: string; nlqf?: number[]; negated?: string; governs?: boolean; patterns: string[] }[];
  except: string[];
  qualifiers: string[];
}

interface Rule {
  /** Index of the scale. */
  scale: number;
  /** 0 for what does not count. */
  step: number;
  /** The step that its negation stands for. */
  negated: number | undefined;
  /** Whether what is helped with or contributed to, behind it, is another's act. */
  governs: boolean;
  rule: string;
  pattern: string;
}

const scalesData = data.scales as unknown as ScaleData[];

/** The scales, in the order of {@link LEVEL_SCALES}, without their patterns. */
export const SCALES: readonly Scale[] = LEVEL_SCALES.map((id) => {
  const scale = scalesData.find((one) => one.id === id) as ScaleData;
  const steps = scale.steps.map(({ id: step, title, nlqf }, i) => ({
    step: i + 1,
    id: step,
    title,
    ...(nlqf ? { nlqf: [nlqf[0], nlqf[1]] as [number, number] } : {}),
  }));
  return { id, title: scale.title, source: scale.source, steps };
});

/** Scales of what somebody does: what the person served does is not on them. */
const actorScales = new Set(scalesData.filter((scale) => scale.actor === true).map((scale) => scale.id));
const negations = new Set(data.negations);

let compiled: { rules: Rule[]; book: PhraseBook; exempt: PhraseBook } | undefined;

function compile(): NonNullable<typeof compiled> {
  const rules = SCALES.flatMap(({ id }, scale) => {
    const own = scalesData.find((one) => one.id === id) as ScaleData;
    const stepOf = (name: string | undefined): number | undefined =>
      name === undefined ? undefined : own.steps.findIndex((step) => step.id === name) + 1;
    return [
      ...own.steps.flatMap(({ id: step, negated, governs = false, patterns }, i) =>
        patterns.map((pattern) => ({
          scale,
          step: i + 1,
          negated: stepOf(negated),
          governs,
          rule: `${id}/${step}`,
          pattern,
        })),
      ),
      ...own.except.map((pattern) => ({
        scale,
        step: 0,
        negated: undefined,
        governs: false,
        rule: `${id}/except`,
        pattern,
      })),
    ];
  });
  const book = new PhraseBook(rules.map(({ pattern }) => pattern));
  return { rules, book, exempt: new PhraseBook(data.notNegated) };
}

/** Words before a phrase in which a negation still bears on it. */
const NEGATION_REACH = 3;

/** Whether a negation bears on a match: shortly before it, or right behind it at the end of its clause. */
function isNegated(words: readonly Word[], match: readonly number[], exempt: ReadonlySet<number>): boolean {
  const first = match[0] as number;
  const last = match.at(-1) as number;
  const stretch = words[first]?.stretch;
  const counts = (i: number): boolean =>
    words[i]?.stretch === stretch && negations.has((words[i] as Word).norm) && !exempt.has(i) && !match.includes(i);
  for (let i = first - 1; i >= Math.max(0, first - NEGATION_REACH); i--) {
    if (/[,()]/.test(words[i]?.after ?? "")) return false;
    // "zonder toezicht uitvoeren", "niet zonder toezicht uitvoeren": that bears on "toezicht" alone.
    const lacking = words[i]?.norm === "zonder" ? i : words[i + 1]?.norm === "zonder" ? i + 1 : -1;
    if (lacking !== -1 && lacking < first - 1 && !match.includes(lacking)) continue;
    if (counts(i)) return true;
  }
  // "draagt deze verantwoordelijkheid niet"; inside: "neemt geen besluiten".
  for (let i = first + 1; i < last; i++) if (counts(i)) return true;
  return counts(last + 1) && (words[last + 1]?.after !== "" || words[last + 2] === undefined);
}

/**
 * The words of a text that show a level, with the scale and the step. Where matches of one scale overlap, the one with
 * most words counts ("specialistische kennis van" over "kennis van"). What is negated counts as the step that the scale
 * names for it, or not at all; what the person served does ("de cliënt woont zelfstandig") does not count.
 * @returns hits in the order of the scales, then of place; none for a text without words
 */
export function levelHits(text: string): LevelHit[] {
  compiled ??= compile();
  const words = phraseWords(text);
  const found = compiled.book.find(words);
  if (found.length === 0) return [];
  const exempt = new Set(compiled.exempt.find(words).map(({ at }) => at[0] as number));
  const out: LevelHit[] = [];
  for (const [index, { id }] of SCALES.entries()) {
    const own = found
      .map((one) => ({ ...one, ...(compiled?.rules[one.pattern] as Rule) }))
      .filter(({ scale }) => scale === index);
    const excluded = new Set(own.filter(({ step }) => step === 0).flatMap(({ at }) => at));
    const actor = actorScales.has(id);
    const counted = own.flatMap(({ at, step, negated, governs, rule, pattern }) => {
      if (step === 0 || at.some((i) => excluded.has(i)) || (actor && actedByTarget(words, at[0] as number))) return [];
      if (!isNegated(words, at, exempt)) return [{ at, step, governs, rule: `${rule}: ${pattern}` }];
      return negated ? [{ at, step: negated, governs: false, rule: `${rule}: not ${pattern}` }] : [];
    });
    out.push(...ungoverned(words, longest(counted)).map(({ at, step, rule }) => hit(words, at, id, step, rule)));
  }
  return out;
}

function hit(
  words: readonly Word[],
  match: readonly number[],
  scale: LevelScale,
  step: number,
  rule: string,
): LevelHit {
  const range = (i: number): [number, number] => [(words[i] as Word).start, (words[i] as Word).end];
  const ranges = match.map(range);
  return {
    scale,
    step,
    start: (ranges[0] as number[])[0] as number,
    end: (ranges.at(-1) as number[])[1] as number,
    words: ranges,
    rule,
  };
}

/** How many words a match runs over, from its first to its last. */
const span = (at: readonly number[]): number => (at.at(-1) as number) - (at[0] as number);

/** Of matches that share words the one with most words, then the closest together, then the highest step; in order of place. */
function longest<T extends { at: number[]; step: number }>(found: T[]): T[] {
  const taken = new Set<number>();
  return found
    .sort(
      (a, b) =>
        b.at.length - a.at.length ||
        span(a.at) - span(b.at) ||
        b.step - a.step ||
        (a.at[0] as number) - (b.at[0] as number),
    )
    .filter(({ at }) => {
      if (at.some((i) => taken.has(i))) return false;
      for (const i of at) taken.add(i);
      return true;
    })
    .sort((a, b) => (a.at[0] as number) - (b.at[0] as number));
}

/**
 * "Levert een bijdrage aan het opstellen van plannen": what is contributed to is no act of its own. Leaves out what stands
 * behind a governing match in its stretch, as an infinitive or noun, up to the next finite verb.
 */
function ungoverned<T extends { at: number[]; governs: boolean }>(words: readonly Word[], list: T[]): T[] {
  const ends = list.filter(({ governs }) => governs).map(({ at }) => at.at(-1) as number);
  return list.filter(({ at, governs }) => {
    const first = at[0] as number;
    if (governs) return true;
    return !ends.some((end) => {
      if (end >= first || words[end]?.stretch !== words[first]?.stretch) return false;
      return !words.slice(end + 1, first + 1).some((word) => isFiniteVerb(word.text));
    });
  });
}

const qualifiers = new Map<string, LevelScale>(
  scalesData.flatMap((scale) => scale.qualifiers.map((word) => [fold(word), scale.id as LevelScale] as const)),
);

/**
 * The scale that a folded word states a level of, where the word states nothing else ("specialistische", "zelfstandig");
 * null for all other words. Such words belong to the level, not to the content of a requirement.
 */
export const depthScale = (word: string): LevelScale | null => qualifiers.get(word) ?? null;

/** All words of {@link depthScale}, folded, sorted. */
export const DEPTH_WORDS: readonly string[] = [...qualifiers.keys()].sort();
