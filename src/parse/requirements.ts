/** Running text → its sentences, also where a full stop got lost. */
import { isFiniteVerb } from "../language/finite.js";
import { sentences } from "./sentences.js";

/** A pronoun with a capital in the middle of a sentence, with the verb behind it. */
const LOST_STOP = /(?<=[\p{Ll})])\s+(?=(?:Ze|Zij|Hij)\s+(\p{Ll}+))/gu;

/**
 * The sentences of a text as half-open ranges. Where a full stop got lost, a pronoun with a capital and a finite verb
 * behind it begin the next one ("… binnen de organisatie Ze onderhoudt …").
 */
export function requirements(text: string): [number, number][] {
  return sentences(text).flatMap(([start, end]) => {
    const out: [number, number][] = [];
    let from = start;
    for (const match of text.slice(start, end).matchAll(LOST_STOP)) {
      if (!isFiniteVerb(match[1] as string)) continue;
      out.push([from, start + match.index]);
      from = start + match.index + match[0].length;
    }
    out.push([from, end]);
    return out;
  });
}
