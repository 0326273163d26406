/**
 * Template phrases within a sentence: "Voor het uitvoeren van deze kerntaak is de volgende vakkennis nodig: kennis van
 * snoeien" asks knowledge of pruning; what stands before it is the form's. Like the actor they are left out of what is
 * compared, not of what counts as identical. Short phrases of the list ("Geen") mean something else inside a sentence.
 */
import data from "../../data/templates.json" with { type: "json" };
import { type Token, words } from "../language/tokens.js";

/** Fewest words of a phrase that is known inside a sentence. */
const MIN_WORDS = 4;

let frames: Map<string, string[][]> | undefined;

/** The phrases by their first word, longest first. */
function byFirstWord(): Map<string, string[][]> {
  frames ??= new Map();
  if (frames.size > 0) return frames;
  const all = data.phrases.map(words).filter((phrase) => phrase.length >= MIN_WORDS);
  for (const phrase of all.sort((a, b) => b.length - a.length)) {
    const first = phrase[0] as string;
    frames.set(first, [...(frames.get(first) ?? []), phrase]);
  }
  return frames;
}

/** The words of a text without its template phrases; all of them where nothing else is left. */
export function withoutFrames(tokens: readonly Token[]): readonly Token[] {
  const known = byFirstWord();
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const phrase = known
      .get((tokens[i] as Token).norm)
      ?.find((one) => one.every((word, k) => tokens[i + k]?.norm === word));
    if (phrase) i += phrase.length - 1;
    else out.push(tokens[i] as Token);
  }
  return out.length === 0 ? tokens : out;
}
