/** Findings in the short form that the pages load; used by the build and by the reader in the browser. */
import type { CollectionId, Counterparts, DossierSummary, PairTuple } from "../../docs/components/types.js";
import { type CounterpartResult, profiles } from "../../src/compare/index.js";
import type { Dossier } from "../../src/model.js";

/** The place of an id; every id of a result is in the corpus it came from. */
export function known(place: Map<string, number>, id: string): number {
  const i = place.get(id);
  if (i === undefined) throw new Error(`a result names what is not in the corpus: ${id}`);
  return i;
}

/** A dossier as a line in the overview. @param key name of its data files @param compared statements that are no templates */
export function summary(
  d: Dossier,
  key: string,
  collection: CollectionId,
  compared = d.statements.length,
): DossierSummary {
  return {
    id: d.id,
    key,
    title: d.title,
    kind: d.kind,
    level: d.level?.label ?? null,
    collection,
    file: d.source.file,
    sha256: d.source.sha256,
    format: d.source.format,
    units: d.units.length,
    statements: d.statements.length,
    compared,
    withText: d.statements.every((s) => s.text !== null),
    coverage: d.coverage,
    repairs: d.repairs.length,
    warnings: d.warnings.length,
    parts: [
      ...profiles(d).map(({ code, title }) => ({ id: code ?? "", title })),
      ...(d.variants ?? []).map(({ id, title }) => ({ id, title })),
    ],
  };
}

/** Places instead of ids, and the score to three decimals: the page shows two. */
export function compact(a: Dossier, b: Dossier, { pairs, onlyA, onlyB }: CounterpartResult): Counterparts {
  const inA = new Map(a.statements.map((s, i) => [s.id, i]));
  const inB = new Map(b.statements.map((s, i) => [s.id, i]));
  return {
    pairs: pairs.map(
      (p): PairTuple => [
        known(inA, p.a),
        known(inB, p.b),
        Math.round(p.score * 1000) / 1000,
        p.class === "identical" ? 1 : 0,
        p.from,
      ],
    ),
    onlyA: onlyA.map((id) => known(inA, id)),
    onlyB: onlyB.map((id) => known(inB, id)),
  };
}
