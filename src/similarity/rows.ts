/** Rows that are gone through in order, or looked up: an array, or columns that make each row anew when it is asked. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
  at(row: number): T | undefined;
}

/** Rows made of others whenever they are gone through, where all of them at once would fill the memory. */
export const mapped = <T, U>(rows: Rows<T>, make: (row: T) => U): Iterable<U> & { length: number } => ({
  length: rows.length,
  *[Symbol.iterator]() {
    for (const row of rows) yield make(row);
  },
});
