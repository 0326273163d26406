/** Reading the data files: the overview at once, statements and counterparts only of the pair that is looked at. */

import { FileAttachment } from "npm:@observablehq/stdlib";
import type { DirectedShare } from "../../src/charts/index.js";
import { unpackPairs } from "./packed.js";
import type {
  Counterparts,
  DossierFile,
  MapFile,
  Overview,
  PairTuple,
  SharesFile,
  StatementSummary,
  UnitSummary,
} from "./types.js";
import { type NumberedDossier, numbered } from "./words.js";

const overviewFile = FileAttachment("../data/overzicht.json");
const mapFile = FileAttachment("../data/kaart.json");

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

/** What the first page shows of all dossiers together. */
export async function loadMap(): Promise<MapFile> {
  return (await mapFile.json()) as MapFile;
}

/** Every pair of these dossiers in both directions, by their ids. */
export async function loadShares(
  overview: Overview,
  dossiers: readonly NumberedDossier[],
  map: MapFile,
): Promise<DirectedShare[]> {
  const rows = await Promise.all(
    dossiers.map((d) => map.rows?.[d.number - 1] ?? load<SharesFile>(overview, sharesPath(d))),
  );
  return dossiers.flatMap((from, i) =>
    dossiers.filter((to) => to !== from).map((to) => directedShare(rows[i] as SharesFile, from, to)),
  );
}

/** The ids of the two dossiers that share most statements which are nearly the same. */
export function mostShared({ dossiers }: Overview, { rows, strongest }: MapFile): { a: string; b: string } {
  const pairs: readonly MapFile["strongest"][0][] =
    rows?.flatMap(({ near }, i) => near.map((n, j): MapFile["strongest"][0] => [i, j, 0, n])) ?? strongest;
  const [a, b] = [...pairs].sort((x, y) => y[3] - x[3])[0] ?? [0, 1];
  return { a: dossiers[a]?.id ?? "", b: dossiers[b]?.id ?? "" };
}

const sharesPath = ({ key }: NumberedDossier): string => `data/aandelen/${key}.json`;

function directedShare(row: SharesFile, from: NumberedDossier, to: NumberedDossier): DirectedShare {
  const identical = row.identical[to.number - 1] ?? 0;
  const near = row.near[to.number - 1] ?? 0;
  const share = from.compared === 0 || to.compared === 0 ? null : (identical + near) / from.compared;
  return { from: from.id, to: to.id, statements: from.compared, identical, near, share };
}

/** The statements of two dossiers and what they have in common; null if the address names a dossier that is not here. */
export async function loadPair(overview: Overview, a: string | undefined, b: string | undefined): Promise<Pair | null> {
  const dossiers = numbered(overview);
  const left = dossiers.find((d) => d.id === a);
  const right = dossiers.find((d) => d.id === b);
  if (left === undefined || right === undefined || left === right) return null;
  const [sideA, sideB, there, back] = await Promise.all([
    loadSide(overview, left),
    loadSide(overview, right),
    load<SharesFile>(overview, sharesPath(left)),
    load<SharesFile>(overview, sharesPath(right)),
  ]);
  const aToB = directedShare(there, left, right);
  const bToA = directedShare(back, right, left);
  const shared = [aToB, bToA].some((s) => s.identical + s.near > 0);
  const pairs = shared ? await loadPairs(overview, left, right) : [];
  return { a: sideA, b: sideB, found: counterpartsOf(pairs, sideA, sideB), aToB, bToA };
}

/** The pairs of two dossiers; they stand in one file, with the dossier of the lower number first. */
async function loadPairs(
  overview: Overview,
  left: NumberedDossier,
  right: NumberedDossier,
): Promise<readonly PairTuple[]> {
  const turn = left.number > right.number;
  const [first, second] = turn ? [right, left] : [left, right];
  const pairs = unpackPairs(await load<number[]>(overview, `data/tegenhangers/${first.key}/${second.key}.json`));
  const other = { a: "b", b: "a", both: "both" } as const;
  return turn ? pairs.map(([i, j, score, identical, from]) => [j, i, score, identical, other[from]]) : pairs;
}

/** With what has no counterpart: the statements that are the better known half of no pair. */
function counterpartsOf(pairs: readonly PairTuple[], a: Side, b: Side): Counterparts {
  const alone = ({ statements }: Side, side: "a" | "b"): number[] => {
    const found = new Set(
      pairs.flatMap(([i, j, , , from]) => (from === side || from === "both" ? [side === "a" ? i : j] : [])),
    );
    return statements.flatMap((_, i) => (found.has(i) ? [] : [i]));
  };
  return { pairs: [...pairs], onlyA: alone(a, "a"), onlyB: alone(b, "b") };
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
  const url = new URL(path, siteRoot(path));
  url.searchParams.set("v", overview.version);
  return url;
}

/**
 * The folder that the site stands in, also when that is not the host's root. The live preview serves files under
 * `_file/` as they stand in the source, the built site in their own place.
 */
function siteRoot(path: string): string {
  const { href } = overviewFile;
  const root = href.slice(0, href.indexOf("/_file/") + 1);
  const isPreview = new URL(href).pathname.endsWith("/_file/data/overzicht.json");
  return isPreview ? `${root}_file/${path.startsWith("data/") ? "generated/" : ""}` : root;
}
