import { LEVEL_SCALES, type LevelHit, type LevelScale, levelHits } from "../language/depth.js";
import type { Statement } from "../model.js";

/** A place in a statement that shows a level. */
export interface StatementLevel {
  scale: LevelScale;
  /** Ordinal within the scale, from 1. */
  step: number;
  /** Which part of the statement the offsets are in; a phrase that begins in the lead and goes on counts in the text. */
  part: "text" | "lead";
  /** Half-open range; null in a corpus without text, like the words and the rule. */
  start: number | null;
  end: number | null;
  words: [number, number][] | null;
  rule: string | null;
}

/** Whether a statement's levels can be known: it has its text, or a corpus without text carries them. */
export const hasLevels = ({ text, features }: Statement): boolean => text !== null || features?.levels !== undefined;

/**
 * Where a statement, with the lead that opens its list, shows a level; in the order of the scales, then of place.
 * Without text what its features hold: as many places, without the words.
 */
export function statementLevels(statement: Statement): StatementLevel[] {
  if (statement.text === null) {
    return (statement.features?.levels ?? []).flatMap(([scale, step, count]) =>
      Array.from({ length: count }, () => ({
        scale: scale as LevelScale,
        step,
        part: "text" as const,
        start: null,
        end: null,
        words: null,
        rule: null,
      })),
    );
  }
  const lead = statement.lead ? `${statement.lead} ` : "";
  return levelHits(lead + statement.text).map((hit) => placed(hit, lead.length));
}

function placed({ scale, step, end, words, rule }: LevelHit, lead: number): StatementLevel {
  const part = end <= lead ? "lead" : "text";
  const shift = part === "lead" ? 0 : lead;
  const own = words
    .map(([from, to]): [number, number] => [from - shift, to - shift])
    .filter(([from]) => part === "lead" || from >= 0);
  const start = own[0]?.[0] ?? 0;
  return { scale, step, part, start, end: end - shift, words: own, rule };
}

/** How often a statement shows each step of each scale: sorted, so that nothing of the order of its words shows. */
export function levelCounts(statement: Statement): [LevelScale, number, number][] {
  const counts = new Map<string, number>();
  for (const { scale, step } of statementLevels(statement)) {
    const key = `${LEVEL_SCALES.indexOf(scale)} ${step}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]): [number, number, number] => {
      const [scale, step] = key.split(" ").map(Number) as [number, number];
      return [scale, step, count];
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([scale, step, count]) => [LEVEL_SCALES[scale] as LevelScale, step, count]);
}
