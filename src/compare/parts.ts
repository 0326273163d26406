/** Parts of a dossier that can be compared by themselves: a unit with what is under it, or a whole profile. */

import { words } from "../language/tokens.js";
import type { Corpus, Dossier, Unit } from "../model.js";
import { dossierFeatures } from "../text/index.js";
import { SelectionError } from "./selection-error.js";

const under = (dossier: Dossier, root: Unit): Set<string> => {
  const ids = new Set([root.id]);
  // Units stand after the unit that holds them.
  for (const unit of dossier.units) if (unit.parent !== null && ids.has(unit.parent)) ids.add(unit.id);
  return ids;
};

/** The units named, and those that hold them. */
function withParents(dossier: Dossier, ids: Set<string>): Unit[] {
  const wanted = new Set(ids);
  // Units stand after the unit that holds them, so going backwards meets every parent in time.
  for (const unit of [...dossier.units].reverse())
    if (wanted.has(unit.id) && unit.parent !== null) wanted.add(unit.parent);
  return dossier.units.filter((unit) => wanted.has(unit.id));
}

const isProfile = (unit: Unit): boolean => unit.kind === "profieldeel" && unit.code !== null;

/** The profile units (P1, P2 …) of a dossier. */
export const profiles = (dossier: Dossier): Unit[] => dossier.units.filter(isProfile);

/** Whether an addition that is limited to someone holds for a profile: it names the profile by its title. */
function holdsFor(scope: string, profile: Unit): boolean {
  const a = words(scope).join(" ");
  const b = words(profile.title).join(" ");
  return b !== "" && (a.includes(b) || b.includes(a));
}

/**
 * One part of a dossier as a dossier of its own, with the id `dossier/part`.
 * A profile (P1) is the basisdeel with its additions for that profile, and its profieldeel; a variant is the statements
 * marked for it, fully or partly; any other unit is what stands under it.
 * @param part id of a variant, or code or last part of the id of a unit, in any case
 * @throws SelectionError if the dossier has no such unit
 */
export function selectPart(dossier: Dossier, part: string): Dossier {
  // The actor's name is learned from the whole: found now, the features go with the statements into the part.
  dossierFeatures(dossier);
  const wanted = part.toLowerCase();
  const variant = dossier.variants?.find(({ id }) => id.toLowerCase() === wanted);
  if (variant) {
    const statements = dossier.statements.filter((statement) => statement.variants?.[variant.id] !== undefined);
    const holding = new Set(statements.map((statement) => statement.unit));
    return {
      ...dossier,
      id: `${dossier.id}/${variant.id}`,
      title: `${dossier.title}: ${variant.title}`,
      level: variant.level,
      units: withParents(dossier, holding),
      variants: [variant],
      statements,
    };
  }
  const unit =
    dossier.units.find((u) => u.code?.toLowerCase() === wanted) ??
    dossier.units.find((u) => u.id.toLowerCase() === `${dossier.id}/${wanted}`);
  if (!unit) throw new SelectionError(`${dossier.id} has no part "${part}"`);
  const ids = under(dossier, unit);
  let statements = dossier.statements.filter((statement) => ids.has(statement.unit));
  if (isProfile(unit)) {
    const basis = new Set<string>();
    for (const base of dossier.units) {
      if (base.kind === "basisdeel") for (const id of under(dossier, base)) basis.add(id);
    }
    statements = dossier.statements.filter(
      (s) => ids.has(s.unit) || (basis.has(s.unit) && (s.scope === undefined || holdsFor(s.scope, unit))),
    );
    for (const id of basis) ids.add(id);
  }
  return {
    ...dossier,
    id: `${dossier.id}/${unit.code ?? unit.id.slice(dossier.id.length + 1)}`,
    title: unit.title === "" ? dossier.title : `${dossier.title}: ${unit.title}`,
    units: dossier.units.filter((u) => ids.has(u.id)),
    statements,
  };
}

/** Every dossier split into its profiles; a dossier without profiles stays whole. */
export function byProfile(dossiers: readonly Dossier[]): Dossier[] {
  return dossiers.flatMap((dossier) => {
    const own = profiles(dossier);
    return own.length === 0 ? [dossier] : own.map((unit) => selectPart(dossier, unit.code as string));
  });
}

/** Every dossier split into its variants; a dossier without variants stays whole. */
export function byVariant(dossiers: readonly Dossier[]): Dossier[] {
  return dossiers.flatMap((dossier) => dossier.variants?.map(({ id }) => selectPart(dossier, id)) ?? [dossier]);
}

/**
 * The dossiers of a corpus that a selection names: `dossier-id` or `dossier-id/part`.
 * @throws SelectionError naming the id that is not there
 */
export function select(corpus: Corpus, selection: string): Dossier {
  const whole = corpus.dossiers.find((dossier) => dossier.id === selection);
  if (whole) return whole;
  const holder = corpus.dossiers.find((dossier) => selection.startsWith(`${dossier.id}/`));
  if (!holder)
    throw new SelectionError(`no dossier "${selection}": there are ${corpus.dossiers.map((d) => d.id).join(", ")}`);
  return selectPart(holder, selection.slice(holder.id.length + 1));
}
