/** Rows that are gone through in order: a list, or {@link MadeRows}. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
}

/** Rows that are made anew whenever they are gone through, where all of them at once would fill the memory. */
export class MadeRows<T> implements Rows<T> {
  readonly length: number;
  private readonly make: (row: number) => T;

  constructor(length: number, make: (row: number) => T) {
    this.length = length;
    this.make = make;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let row = 0; row < this.length; row++) yield this.make(row);
  }
}
