/** Reading the data files: the overview at once, statements and counterparts only of the pair that is looked at. */

import { FileAttachment } from "npm:@observablehq/stdlib";
import type { DirectedShare } from "../../src/charts/index.js";
import { directedShares } from "../generated/charts.js";
import type { Counterparts, CounterpartsFile, DossierFile, Overview, StatementSummary, UnitSummary } from "./types.js";
import { type NumberedDossier, numbered } from "./words.js";

const overviewFile = FileAttachment("../data/overzicht.json");

export async function loadOverview(): Promise<Overview> {
  return (await overviewFile.json()) as Overview;
}

/** A statement with the unit it stands in. */
export interface PlacedStatement extends StatementSummary {
  place: UnitSummary | null;
  /** Its place in the dossier, from 1. */
  number: number;
}

export interface Side {
  dossier: NumberedDossier;
  statements: PlacedStatement[];
}

export interface FullDossier extends Side {
  file: DossierFile;
}

export interface Pair {
  a: FullDossier;
  b: FullDossier;
  found: Counterparts;
  /** How much of a comes back in b, and of b in a. */
  aToB: DirectedShare;
  bToA: DirectedShare;
}

/** Every pair in both directions, by the ids of the dossiers. */
export function allShares({ cells, dossiers }: Overview): DirectedShare[] {
  const id = (i: number): string => dossiers[i]?.id ?? "";
  return directedShares(
    cells.a.map((_, i) => {
      const at = <T>(column: readonly T[]): T => column[i] as T;
      return {
        a: id(at(cells.a)),
        b: id(at(cells.b)),
        aStatements: at(cells.aStatements),
        bStatements: at(cells.bStatements),
        identical: at(cells.identical),
        near: at(cells.near),
        bIdentical: at(cells.bIdentical),
        bNear: at(cells.bNear),
        aInB: at(cells.aInB),
        bInA: at(cells.bInA),
      };
    }),
  );
}

/** The statements of two dossiers and what they have in common; null if the address names a dossier that is not here. */
export async function loadPair(overview: Overview, a: string | undefined, b: string | undefined): Promise<Pair | null> {
  const dossiers = numbered(overview);
  const left = dossiers.find((d) => d.id === a);
  const right = dossiers.find((d) => d.id === b);
  if (left === undefined || right === undefined || left === right) return null;
  const [sideA, sideB, row] = await Promise.all([
    loadSide(overview, left),
    loadSide(overview, right),
    load<CounterpartsFile>(overview, `data/tegenhangers/${left.key}.json`),
  ]);
  const found = row.others[right.number - 1];
  const shares = allShares(overview);
  const aToB = shares.find((s) => s.from === a && s.to === b);
  const bToA = shares.find((s) => s.from === b && s.to === a);
  return found && aToB && bToA ? { a: sideA, b: sideB, found, aToB, bToA } : null;
}

/** Everything of one dossier; null if the address names none that is here. */
export async function loadDossier(overview: Overview, id: string | undefined): Promise<FullDossier | null> {
  const dossier = numbered(overview).find((d) => d.id === id);
  return dossier === undefined ? null : loadSide(overview, dossier);
}

async function loadSide(overview: Overview, dossier: NumberedDossier): Promise<FullDossier> {
  return placed(dossier, await load<DossierFile>(overview, `data/dossiers/${dossier.key}.json`));
}

/** A dossier with each statement in its unit. */
export function placed(dossier: NumberedDossier, file: DossierFile): FullDossier {
  const units = new Map(file.units.map((u) => [u.id, u]));
  return {
    dossier,
    file,
    statements: file.statements.map((s, i) => ({ ...s, place: units.get(s.unit) ?? null, number: i + 1 })),
  };
}

const loaded = new Map<string, Promise<unknown>>();

export function load<T>(overview: Overview, path: string): Promise<T> {
  const url = fileUrl(overview, path);
  let promise = loaded.get(url.href);
  if (promise === undefined) {
    promise = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`Het bestand ${path} is er niet (${response.status}).`);
      return response.json();
    });
    promise.catch(() => loaded.delete(url.href));
    loaded.set(url.href, promise);
  }
  return promise as Promise<T>;
}

/** Where a file of the site is; the version keeps a browser from taking an old one. */
export function fileUrl(overview: Overview, path: string): URL {
  const url = new URL(path, siteRoot());
  url.searchParams.set("v", overview.version);
  return url;
}

/**
 * The folder that the site stands in, also when that is not the host's root. The live preview serves the data files
 * under `_file/`, the built site in their own place.
 */
function siteRoot(): string {
  const { href } = overviewFile;
  const root = href.slice(0, href.indexOf("/_file/") + 1);
  return new URL(href).pathname.endsWith("/_file/data/overzicht.json") ? `${root}_file/` : root;
}
