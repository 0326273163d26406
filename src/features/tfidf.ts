import { stemDutch } from "../language/snowball.js";
import { normalised, type SparseVector, Vocabulary } from "./vectors.js";

/** Letters and digits: `[^\W_]+` of the lower-cased text. */
const TOKEN = /[\p{L}\p{N}]+/gu;

/**
 * Plain TF-IDF of stems and stem bigrams over a list of texts, as scikit-learn's `TfidfVectorizer(ngram_range=(1, 2))`
 * has it: raw counts, smooth idf `ln((1 + n) / (1 + df)) + 1`, L2 norm.
 * @returns one vector for each text, and the number of terms; a text without words has the empty vector
 */
export function tfidfVectors(texts: readonly string[]): { vectors: SparseVector[]; terms: number } {
  const vocabulary = new Vocabulary();
  const cache = new Map<string, string>();
  const stem = (word: string): string => {
    let value = cache.get(word);
    if (value === undefined) {
      value = stemDutch(word);
      cache.set(word, value);
    }
    return value;
  };
  const counts = texts.map((text) => {
    const own = new Map<number, number>();
    const stems = (text.toLowerCase().match(TOKEN) ?? []).map(stem);
    const add = (term: string): void => {
      const n = vocabulary.number(term);
      own.set(n, (own.get(n) ?? 0) + 1);
    };
    for (const [i, s] of stems.entries()) {
      add(s);
      if (i > 0) add(`${stems[i - 1]} ${s}`);
    }
    return own;
  });
  const df = new Float64Array(vocabulary.size);
  for (const own of counts) for (const t of own.keys()) df[t] = (df[t] as number) + 1;
  const vectors = counts.map((own) => {
    const weights = new Map<number, number>();
    for (const [t, count] of own) weights.set(t, count * (Math.log((1 + texts.length) / (1 + (df[t] as number))) + 1));
    return normalised(weights);
  });
  return { vectors, terms: vocabulary.size };
}
