/** Signals that are given to a match: vectors of its statements from a model of the user, compared by cosine. */
import type { Features, Settings, Statement } from "../model.js";
import type { SignalWeights } from "../similarity/index.js";

/** The signals that need something the user gives. */
export const GIVEN_SIGNALS = ["embeddings", "vectors"] as const;
export type GivenName = (typeof GIVEN_SIGNALS)[number];

export interface GivenSignal {
  name: GivenName;
  /** Beside those of the other signals; only proportions count. */
  weight: number;
  /** All that the vectors came from. */
  settings: Settings;
  /** A statement's vector, of length 1 and of one dimension throughout; null where nothing is known of it. */
  vectorOf: (statement: Statement, features: Features) => ArrayLike<number> | null;
}

/** What a result says of the signals it was given. */
export const givenSettings = (given: readonly GivenSignal[]): Settings =>
  given.length === 0 ? {} : { given: Object.fromEntries(given.map(({ name, settings }) => [name, settings])) };

/** The weights of signals, those that were given among them. */
export const allWeights = (weights: SignalWeights, given: readonly GivenSignal[]): Settings => ({
  ...weights,
  ...Object.fromEntries(given.map(({ name, weight }) => [name, weight])),
});
