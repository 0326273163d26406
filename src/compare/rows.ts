/** Statements of several dossiers by what they say: those with the same words are compared once. */
import type { Features } from "../model.js";

/** A statement by the number of its dossier and its place there. */
export interface Place {
  dossier: number;
  index: number;
}

export interface StatementRows {
  /** What each row says, in order of first occurrence. */
  features: Features[];
  /** The statements of each row, in order. */
  places: Place[][];
  /** For each dossier the row of each statement; -1 where it is left out. */
  rowOf: Int32Array[];
}

/** All of a statement that a score rests on. */
const key = ({ bag, declared = [] }: Features): string =>
  `${bag.map(([word, count]) => `${word} ${count}`).join("\n")}\n\n${declared.map(([word, names]) => `${word} ${names.join("\t")}`).join("\n")}`;

/** @param leftOut whether each statement of each dossier is left out */
export function statementRows(
  dossiers: readonly (readonly Features[])[],
  leftOut: readonly (readonly boolean[])[],
): StatementRows {
  const numbers = new Map<string, number>();
  const features: Features[] = [];
  const places: Place[][] = [];
  const rowOf = dossiers.map((own, dossier) =>
    Int32Array.from(own, (statement, index) => {
      if (leftOut[dossier]?.[index]) return -1;
      const name = key(statement);
      let row = numbers.get(name);
      if (row === undefined) {
        row = features.length;
        numbers.set(name, row);
        features.push(statement);
        places.push([]);
      }
      (places[row] as Place[]).push({ dossier, index });
      return row;
    }),
  );
  return { features, places, rowOf };
}
