// The inner loops of the exact self-join, in AssemblyScript. `npm run kernel` compiles them into ../join-kernel.ts; what
// they do is said in ../join-self.ts, and what lies in the memory in ../join-self-index.ts. Here is no checking: what
// calls these hands over arrays of the right lengths.

/** Takes a pair of rows with its product. */
declare function add(x: i32, y: i32, product: f64): void;

/** Steps in which norms and weights are kept; a product of 1 in the steps of the sums. */
const NORM_STEPS: f64 = 255;
const WEIGHT_STEPS: f64 = 0x7fff;
const ONE: f64 = WEIGHT_STEPS * WEIGHT_STEPS;
/** The bits of a norm beside a weight. */
const NORM_BITS: i32 = 8;
const NORM_MASK: i32 = 255;
/** More than scores are rounded by, and than norms and sums are wrong by. */
const SLACK: f64 = 1e-6;

let rows: i32 = 0;
let min: f64 = 0;
// Where the arrays of the index begin.
let start: usize = 0;
let terms: usize = 0;
let weights: usize = 0;
let levelOf: usize = 0;
let norms: usize = 0;
let reach: usize = 0;
let postings: usize = 0;
let held: usize = 0;
/** For each row the least score that counts for it. */
let least: usize = 0;
/** For each row met the sum of the products so far, rounded up; 0 where it was not met. */
let sums: usize = 0;
let met: usize = 0;
/** The row in hand by term. */
let query: usize = 0;
/**
 * Where reading stopped earlier than before: at which row and term, where the norms of that term's level begin, and what
 * one step of such a norm can still add to a sum.
 */
let stopRow: usize = 0;
let stopTerm: usize = 0;
let stopNorms: usize = 0;
let stopStep: usize = 0;
let stops: i32 = 0;

export let multiplyAdds: f64 = 0;
export let pairsMet: f64 = 0;
export let pairsScored: f64 = 0;
/** Of no meaning: what was read ahead is put here, so that the reading is not left out as useless. */
export let ahead: i32 = 0;

function int(array: usize, i: i32): i32 {
  return load<i32>(array + ((<usize>i) << 2));
}
function setInt(array: usize, i: i32, value: i32): void {
  store<i32>(array + ((<usize>i) << 2), value);
}
function float(array: usize, i: i32): f64 {
  return load<f64>(array + ((<usize>i) << 3));
}
function setFloat(array: usize, i: i32, value: f64): void {
  store<f64>(array + ((<usize>i) << 3), value);
}
function byte(array: usize, i: i32): i32 {
  return load<u8>(array + <usize>i);
}

/** Where all of it lies: the arrays by the bytes at which they begin. */
export function lay(
  rowCount: i32,
  minimum: f64,
  startAt: usize,
  termsAt: usize,
  weightsAt: usize,
  levelOfAt: usize,
  normsAt: usize,
  reachAt: usize,
  postingsAt: usize,
  heldAt: usize,
  leastAt: usize,
  sumsAt: usize,
  metAt: usize,
  queryAt: usize,
  stopRowAt: usize,
  stopTermAt: usize,
  stopNormsAt: usize,
  stopStepAt: usize,
): void {
  rows = rowCount;
  min = minimum;
  start = startAt;
  terms = termsAt;
  weights = weightsAt;
  levelOf = levelOfAt;
  norms = normsAt;
  reach = reachAt;
  postings = postingsAt;
  held = heldAt;
  least = leastAt;
  sums = sumsAt;
  met = metAt;
  query = queryAt;
  stopRow = stopRowAt;
  stopTerm = stopTermAt;
  stopNorms = stopNormsAt;
  stopStep = stopStepAt;
}

/** Compares each row of a range with those before it. */
export function search(from: i32, to: i32): void {
  for (let x = from; x < to; x++) searchRow(x);
}

function searchRow(x: i32): void {
  const from = int(start, x);
  const to = int(start, x + 1);
  const count = scan(x, from, to);
  if (count === 0) return;
  pairsMet += <f64>count;
  for (let q = from; q < to; q++) setFloat(query, int(terms, q), float(weights, q));
  finish(x, count);
  for (let q = from; q < to; q++) setFloat(query, int(terms, q), 0);
}

/** Adds up products with the rows before x, as far as they can matter. @returns how many rows were met */
function scan(x: i32, from: i32, to: i32): i32 {
  const enough = min - SLACK;
  let square: f64 = 0;
  // Lists begin all over the memory, which is slow to answer but answers many at once: the beginnings are asked for here.
  let sight: i32 = 0;
  for (let q = from; q < to; q++) {
    const weight = float(weights, q);
    square += weight * weight;
    sight |= int(held, int(postings, int(terms, q)) << 1);
  }
  ahead = sight;
  let adds: i32 = 0;
  let limit = x;
  let metEnd = met;
  stops = 0;
  for (let q = from; q < to; q++) {
    const term = int(terms, q);
    const rest = Math.sqrt(Math.max(0, square)) + 1e-7;
    // With a norm up to this, which may be far above 1, a pair can gain too little to be met.
    const unmet = <i32>Math.min(NORM_STEPS, Math.ceil((enough / rest) * NORM_STEPS) - 1);
    const level = byte(levelOf, term);
    const reached = unmet === NORM_MASK ? 0 : int(reach, (level << NORM_BITS) + unmet);
    if (reached < limit) {
      limit = reached;
      setInt(stopRow, stops, limit);
      setInt(stopTerm, stops, term);
      setInt(stopNorms, stops, level * rows);
      setFloat(stopStep, stops, rest * (ONE / NORM_STEPS));
      stops++;
      if (limit === 0) break;
    }
    const exact = float(weights, q);
    square -= exact * exact;
    const weight = <i32>Math.ceil(exact * WEIGHT_STEPS);
    const begin = held + ((<usize>int(postings, term)) << 3);
    const end = held + ((<usize>int(postings, term + 1)) << 3);
    let p = begin;
    for (; p < end; p += 8) {
      const y = load<i32>(p);
      if (y >= limit) break;
      const at = sums + ((<usize>y) << 2);
      const sum = load<i32>(at);
      const holds = load<i32>(p, 4);
      if (sum === 0) {
        if ((holds & NORM_MASK) <= unmet) continue;
        store<i32>(metEnd, y);
        metEnd += 4;
      }
      store<i32>(at, sum + weight * (holds >> NORM_BITS));
    }
    adds += <i32>((p - begin) >> 3);
  }
  multiplyAdds += <f64>adds;
  return <i32>((metEnd - met) >> 2);
}

/** Scores the rows that can still reach what counts, and forgets all. */
function finish(x: i32, count: i32): void {
  const lowest = (min - SLACK) * ONE;
  let own = float(least, x) - SLACK;
  for (let i = 0; i < count; i++) {
    const y = int(met, i);
    const sum = <f64>int(sums, y);
    setInt(sums, y, 0);
    let stop = 0;
    while (stop < stops && int(stopRow, stop) > y) stop++;
    // All terms of a row before the last stop were read.
    const whole = stop === stops;
    const bound = whole ? sum : sum + float(stopStep, stop) * <f64>byte(norms, int(stopNorms, stop) + y);
    if (bound < lowest) continue;
    const needed = Math.min(own, float(least, y) - SLACK) * ONE;
    if (bound < needed || (!whole && sum + ONE * tail(y, int(stopTerm, stop)) < needed)) continue;
    score(x, y);
    own = float(least, x) - SLACK;
  }
}

/** Products of a row from a term on, to the most frequent one. */
function tail(row: i32, from: i32): f64 {
  const first = int(start, row);
  const last = int(start, row + 1) - 1;
  let sum: f64 = 0;
  let p = last;
  for (; p >= first; p--) {
    const term = int(terms, p);
    if (term < from) break;
    sum += float(query, term) * float(weights, p);
  }
  multiplyAdds += <f64>(last - p);
  return sum;
}

function score(x: i32, y: i32): void {
  const from = int(start, y);
  const to = int(start, y + 1);
  let product: f64 = 0;
  for (let p = from; p < to; p++) product += float(query, int(terms, p)) * float(weights, p);
  pairsScored++;
  multiplyAdds += <f64>(to - from);
  add(x, y, product);
}
