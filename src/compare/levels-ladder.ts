/** What a document asks of each of its variants, and what changes from one to the next. */

import type { Dossier, Features, Mark, Statement, Variant } from "../model.js";
import { roundScore } from "../similarity/index.js";
import { dossierFeatures, levelCounts } from "../text/index.js";
import { assign } from "./assignment.js";
import { type CompareSettings, Counterparts } from "./counterparts.js";

/** The rows of a matrix with a mark for each variant, or the lists of taken of each variant. */
export const LADDERS = ["matrix", "taken"] as const;
export type Ladder = (typeof LADDERS)[number];

export interface VariantCount {
  of: Ladder;
  /** Id of the variant. */
  variant: string;
  /** Statements marked `x`, or listed under the variant; and those marked `(x)`. */
  full: number;
  partial: number;
}

export interface VariantOverlap {
  of: Ladder;
  /** Ids of the variants, a before b in the order of the document (the lowest level first). */
  a: string;
  b: string;
  /** Share of a's statements that b has too, and of b's that a has; null for a variant without statements. */
  aInB: number | null;
  bInA: number | null;
  /** Matrix: rows with a mark for both. Taken: pairs, one to one, of identical or near statements. */
  shared: number;
}

/** A statement that goes on from one variant to the next; in a list of taken it has another id there. */
export interface Kept {
  from: string;
  to: string;
  /** Of a row: its marks. Of taken: the likeness, 1 where identical. */
  marks?: [Mark, Mark];
  score?: number;
}

export interface Progression {
  of: Ladder;
  /** Ids of two variants, the one next after the other. */
  from: string;
  to: string;
  kept: number;
  /** Statements of `to` that `from` has not: they make the step. */
  new: number;
  /** Statements of `from` that `to` has no more. */
  dropped: number;
  /** Of the kept ones, rows marked in part for `from` and fully for `to`. */
  grown: number;
  statements: { kept: Kept[]; new: string[]; dropped: string[] };
}

/** A row on which a higher variant is marked less than a lower one: the ladder is broken there. */
export interface LadderException {
  statement: string;
  variants: Record<string, Mark>;
}

/** Which ladder a statement stands on; null for descriptions of a variant (typering, complexiteit …). */
export function ladderOf(statement: Statement): Ladder | null {
  if (statement.variants === undefined || Object.keys(statement.variants).length === 0) return null;
  return statement.section === "proces" ? "matrix" : statement.section === "taak" ? "taken" : null;
}

const markOf = (statement: Statement, variant: Variant): Mark | undefined => statement.variants?.[variant.id];

/**
 * For each variant a dossier of its taken, with the features that they have in the whole document: what the parts are
 * to each other does not depend on what was cut away.
 */
function takenByVariant(dossier: Dossier): Dossier[] {
  const features = dossierFeatures(dossier);
  const taken = dossier.statements
    .map((statement, i): Statement => {
      const own = { ...(features[i] as Features), levels: levelCounts(statement) };
      return { ...statement, text: null, ...(statement.lead === undefined ? {} : { lead: null }), features: own };
    })
    .filter((statement) => ladderOf(statement) === "taken");
  return (dossier.variants ?? []).map((variant) => ({
    ...dossier,
    id: `${dossier.id}/${variant.id}`,
    statements: taken.filter((statement) => markOf(statement, variant) !== undefined),
  }));
}

export class Ladders {
  private readonly variants: readonly Variant[];
  private readonly rows: readonly Statement[];
  private readonly taken: readonly Statement[];
  /** Counterparts of the taken, variant by variant. */
  readonly pairs: Counterparts;

  /** @param settings how likely two taken in other words are the same: as in overlap */
  constructor(dossier: Dossier, settings: CompareSettings) {
    this.variants = dossier.variants ?? [];
    this.rows = dossier.statements.filter((statement) => ladderOf(statement) === "matrix");
    this.taken = dossier.statements.filter((statement) => ladderOf(statement) === "taken");
    this.pairs = new Counterparts(takenByVariant(dossier), settings);
  }

  /** The statements of a ladder that hold for a variant, fully or in part. */
  of(ladder: Ladder, variant: Variant): Statement[] {
    return (ladder === "matrix" ? this.rows : this.taken).filter(
      (statement) => markOf(statement, variant) !== undefined,
    );
  }

  /** The ladders that the document has. */
  get names(): Ladder[] {
    return LADDERS.filter((ladder) => (ladder === "matrix" ? this.rows : this.taken).length > 0);
  }

  counts(): VariantCount[] {
    return this.names.flatMap((of) =>
      this.variants.map((variant) => {
        const own = this.of(of, variant);
        const full = own.filter((statement) => markOf(statement, variant) === "full").length;
        return { of, variant: variant.id, full, partial: own.length - full };
      }),
    );
  }

  overlap(): VariantOverlap[] {
    return this.names.flatMap((of) =>
      this.variants.flatMap((a, i) =>
        this.variants.slice(i + 1).map((b, j) => {
          const shared = this.kept(of, i, i + 1 + j).length;
          const ratio = (all: number): number | null => (all === 0 ? null : roundScore(shared / all));
          return {
            of,
            a: a.id,
            b: b.id,
            aInB: ratio(this.of(of, a).length),
            bInA: ratio(this.of(of, b).length),
            shared,
          };
        }),
      ),
    );
  }

  progression(): Progression[] {
    return this.names.flatMap((of) =>
      this.variants.slice(1).map((to, i) => {
        const from = this.variants[i] as Variant;
        const kept = this.kept(of, i, i + 1);
        const [before, after] = [new Set(kept.map((pair) => pair.from)), new Set(kept.map((pair) => pair.to))];
        const ids = (variant: Variant, without: Set<string>): string[] =>
          this.of(of, variant)
            .map(({ id }) => id)
            .filter((id) => !without.has(id));
        const [added, dropped] = [ids(to, after), ids(from, before)];
        return {
          of,
          from: from.id,
          to: to.id,
          kept: kept.length,
          new: added.length,
          dropped: dropped.length,
          grown: kept.filter(({ marks }) => marks?.[0] === "partial" && marks[1] === "full").length,
          statements: { kept, new: added, dropped },
        };
      }),
    );
  }

  exceptions(): LadderException[] {
    const weight = { full: 2, partial: 1 };
    return this.rows
      .filter((statement) => {
        const marks = this.variants.map((variant) => weight[markOf(statement, variant) as Mark] ?? 0);
        return marks.some((mark, i) => i > 0 && mark < (marks[i - 1] as number));
      })
      .map(({ id, variants }) => ({ statement: id, variants: variants as Record<string, Mark> }));
  }

  /** What two variants share, in the order of the first. */
  private kept(of: Ladder, a: number, b: number): Kept[] {
    const [lower, higher] = [this.variants[a] as Variant, this.variants[b] as Variant];
    if (of === "taken") {
      const [from, to] = [this.of("taken", lower), this.of("taken", higher)];
      return assign(this.pairs.pairs(a, b), this.pairs.settings.threshold).map((pair) => ({
        from: from[pair.a]?.id ?? "",
        to: to[pair.b]?.id ?? "",
        score: roundScore(pair.score),
      }));
    }
    return this.of("matrix", lower)
      .filter((statement) => markOf(statement, higher) !== undefined)
      .map((statement) => ({
        from: statement.id,
        to: statement.id,
        marks: [markOf(statement, lower) as Mark, markOf(statement, higher) as Mark],
      }));
  }
}
