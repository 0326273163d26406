/** Numbers in columns. */

/** Whole numbers one after another, as many as come: four bytes each, where an array of a list each would take twenty. */
export class Ints {
  size = 0;
  values = new Int32Array(1024);

  push(value: number): void {
    if (this.size === this.values.length) this.values = grown(this.values);
    this.values[this.size++] = value;
  }

  /** What was added, in memory of its own length; begins anew. */
  done(): Int32Array<ArrayBuffer> {
    const own = this.values.slice(0, this.size);
    this.values = new Int32Array(1);
    this.size = 0;
    return own;
  }
}

/** As {@link Ints}, of eight bytes each. */
export class Floats {
  size = 0;
  values = new Float64Array(1024);

  push(value: number): void {
    if (this.size === this.values.length) this.values = grown(this.values);
    this.values[this.size++] = value;
  }

  done(): Float64Array<ArrayBuffer> {
    const own = this.values.slice(0, this.size);
    this.values = new Float64Array(1);
    this.size = 0;
    return own;
  }
}

/** Numbers for words, in order of first use. */
export class Numbered {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(word: string): number {
    let n = this.numbers.get(word);
    if (n === undefined) {
      n = this.words.length;
      this.numbers.set(word, n);
      this.words.push(word);
    }
    return n;
  }
}

/** A copy with more room, twice as much unless told otherwise. */
export function grown<T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(
  array: T,
  size = 2 * array.length,
): T {
  const larger = new (array.constructor as new (length: number) => T)(size);
  larger.set(array);
  return larger;
}

/** The UTF-16 units of a word. */
export const unitsOf = (word: string): Uint16Array =>
  Uint16Array.from({ length: word.length }, (_, k) => word.charCodeAt(k));

/** Whole numbers in a byte each where all fit, as counts nearly always do. */
export const inBytes = (values: Int32Array): Uint8Array | Int32Array =>
  values.every((value) => value >= 0 && value < 256) ? Uint8Array.from(values) : values;

/**
 * Where values stand: value n at the places `places[begin[n]..begin[n + 1])`, in order (a counting sort).
 * @param size values are below it
 */
export function placesOf(values: Int32Array, size: number): [begin: Int32Array, places: Int32Array] {
  const begin = new Int32Array(size + 1);
  for (let at = 0; at < values.length; at++) {
    const n = (values[at] as number) + 1;
    begin[n] = (begin[n] as number) + 1;
  }
  for (let n = 1; n <= size; n++) begin[n] = (begin[n] as number) + (begin[n - 1] as number);
  const places = new Int32Array(values.length);
  const next = begin.slice();
  for (let at = 0; at < values.length; at++) {
    const n = values[at] as number;
    places[next[n] as number] = at;
    next[n] = (next[n] as number) + 1;
  }
  return [begin, places];
}

/**
 * Lists of numbers turned inside out: list i holds `values[start[i]..start[i + 1])`, and value n then stands in the lists
 * `lists[begin[n]..begin[n + 1])`, in order, once for each time.
 * @param start one more than there are lists; what stands behind the last in `values` is left alone
 * @param size values are below it
 */
export function inverted(start: Int32Array, values: Int32Array, size: number): [begin: Int32Array, lists: Int32Array] {
  const end = start.at(-1) ?? 0;
  const listOf = new Int32Array(end);
  for (let i = 0; i + 1 < start.length; i++) listOf.fill(i, start[i], start[i + 1]);
  const [begin, lists] = placesOf(values.subarray(0, end), size);
  for (let at = 0; at < end; at++) lists[at] = listOf[lists[at] as number] as number;
  return [begin, lists];
}

/** Numbers for vectors that are the same object, all of one dimension, and the vectors one after another. */
export class VectorNumbers {
  size = 0;
  /** Vector n is `values[n * dimensions..(n + 1) * dimensions)`; with room at the end. */
  values = new Float64Array();
  dimensions = 0;
  private readonly numbers = new Map<Float64Array, number>();

  number(vector: Float64Array): number {
    const known = this.numbers.get(vector);
    if (known !== undefined) return known;
    const n = this.size++;
    this.numbers.set(vector, n);
    this.dimensions = vector.length;
    const end = this.size * vector.length;
    if (end > this.values.length) this.values = grown(this.values, 2 * end);
    this.values.set(vector, end - vector.length);
    return n;
  }

  /** The vectors in memory of their own length. */
  done(): Float64Array {
    return this.values.slice(0, this.size * this.dimensions);
  }
}
