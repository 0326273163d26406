import { Ints, Numbered } from "../language/numbers.js";
import type { Corpus, Dossier, Features } from "../model.js";
import { featuresOnce } from "./terms.js";

/**
 * Features of many statements in columns, each made anew when it is asked: as objects those of a hundred thousand fill
 * 130 MB, of which all but 12 are the same words again.
 */
export class FeatureColumns implements Iterable<Features> {
  private readonly names = new Numbered();
  /** Row i holds the words `bags[ends[i - 1]..ends[i])`. */
  private readonly ends = new Ints();
  private readonly bags = new Ints();
  private readonly counts = new Ints();
  private readonly hashes: string[] = [];
  private readonly declared = new Map<number, [string, string[]][]>();

  /** The features of all statements of a corpus, in order. */
  static of(corpus: Corpus): FeatureColumns {
    const columns = new FeatureColumns();
    for (const dossier of corpus.dossiers) columns.add(dossier);
    return columns;
  }

  private add(dossier: Dossier): void {
    for (const { hash, bag, declared } of featuresOnce(dossier)) {
      for (const [word, count] of bag) {
        this.bags.push(this.names.number(word));
        this.counts.push(count);
      }
      if (declared) this.declared.set(this.length, declared);
      this.hashes.push(hash);
      this.ends.push(this.bags.size);
    }
  }

  get length(): number {
    return this.hashes.length;
  }

  at(row: number): Features | undefined {
    const hash = this.hashes[row];
    if (hash === undefined) return undefined;
    const bag: [string, number][] = [];
    const from = row === 0 ? 0 : (this.ends.values[row - 1] as number);
    for (let at = from; at < (this.ends.values[row] as number); at++)
      bag.push([this.names.words[this.bags.values[at] as number] as string, this.counts.values[at] as number]);
    const declared = this.declared.get(row);
    return declared ? { hash, bag, declared } : { hash, bag };
  }

  *[Symbol.iterator](): IterableIterator<Features> {
    for (let row = 0; row < this.length; row++) yield this.at(row) as Features;
  }
}
