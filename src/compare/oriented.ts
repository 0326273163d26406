/** Which way round a decision is: whoever decided may have had the two documents in the other order. */
import type { Relation } from "./align-relation.js";
import type { Decision } from "./decisions.js";

const OPPOSITE: Partial<Record<Relation, Relation>> = { broader: "narrower", narrower: "broader" };

/** Whether a (or b) holds an id. */
export type Holds = (side: "a" | "b", id: string) => boolean;

/** The same decision, said of b and a. */
export const turned = (one: Decision): Decision => ({
  ...one,
  a: one.b,
  b: one.a,
  relation: (one.relation && OPPOSITE[one.relation]) ?? one.relation,
});

/** Whether what is decided on is held by a and b. */
export const isAbout = ({ a, b }: Decision, has: Holds): boolean =>
  (a === null || has("a", a)) && (b === null || has("b", b));

/** Decisions the way round in which a and b hold their ids. One that fits neither way stays as it is. */
export function oriented(decisions: readonly Decision[], has: Holds): readonly Decision[] {
  return decisions.map((one) => {
    if (isAbout(one, has)) return one;
    const other = turned(one);
    return isAbout(other, has) ? other : one;
  });
}
