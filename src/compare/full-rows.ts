import type { JoinCost } from "../similarity/join.js";
import type { Joined } from "../similarity/join-top.js";
import { Neighbours } from "../similarity/neighbours.js";
import type { StatementColumns } from "../similarity/row-scorer.js";
import { type Scored, Shortlist } from "../similarity/shortlist.js";
import { topK } from "../similarity/top.js";

/** Which of the scores of each query are rows of the result. */
export interface RowChoice {
  /** Most rows for each query. */
  top: number;
  min: number;
  /** The dossier of each statement, where those of one dossier are left out; null where none is. */
  groups: Int32Array | null;
}

/** Most neighbours that there is room for from the start. */
const MAX_ROOM = 2 ** 20;

/**
 * The best candidates of a range of queries by all signals.
 * @param scoresOf the scores of one query after another
 * @param progress called now and then with the share that is done, 0..1
 */
export function fullRows(
  scoresOf: (query: number) => Scored,
  { top, min, groups }: RowChoice,
  from: number,
  to: number,
  progress?: (done: number) => void,
): Joined {
  const neighbours = new Neighbours(from, to, Math.min(MAX_ROOM, top * (to - from)));
  const cost: JoinCost = { multiplyAdds: 0, met: 0, scored: 0 };
  for (let i = from; i < to; i++) {
    const { rows, scores } = scoresOf(i);
    const best = topK(
      scores,
      top,
      min,
      (k) => scores[k] === 0 || (groups !== null && groups[rows[k] as number] === groups[i]),
    );
    neighbours.set(i, best.length, (rank) => {
      const { index, score } = best[rank] as (typeof best)[number];
      return { index: rows[index] as number, score };
    });
    cost.scored += scores.length;
    if (i % 64 === 0) progress?.((i - from) / (to - from));
  }
  return { neighbours, cost };
}

/** What it takes to make the scores of shortlists anywhere: plain data, without words. */
export interface ShortlistPlan {
  columns: StatementColumns;
  /** The row of the first query. */
  firstQuery: number;
  /** How many candidates of each query are scored. */
  among: number;
}

/** The scores of the candidates on the shortlist of each query. */
export function shortlistScores({ columns, firstQuery, among }: ShortlistPlan): (query: number) => Scored {
  const shortlist = new Shortlist(columns);
  return (query) => shortlist.best(firstQuery + query, among);
}
