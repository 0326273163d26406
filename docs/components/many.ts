/** The first page where there are more dossiers than a heat map can show: groups, the strongest pairs, and a search. */
import { html } from "npm:htl";
import type { DirectedShare, HeatmapDossier, SpreadDossier } from "../../src/charts/index.js";
import { percent } from "../generated/charts.js";
import type { Address, Values } from "./address.js";
import { follow, hasWords } from "./dossiers.js";
import { MOST_IN_MAP } from "./limits.js";
import { table } from "./table.js";
import type { MapFile } from "./types.js";
import { count, counted, type NumberedDossier } from "./words.js";

type State = Address<"uit" | "zoek" | "groep" | "a" | "b">;
type Filters = Partial<Record<"uit" | "zoek" | "groep", string>>;

export interface DossierGroup {
  /** Id of its most central dossier: how the address names it. */
  id: string;
  number: number;
  name: string;
  dossiers: NumberedDossier[];
}

export function dossierGroups(dossiers: readonly NumberedDossier[], map: MapFile): DossierGroup[] {
  return map.groups.flatMap((places, i): DossierGroup[] => {
    const members = places.flatMap((place) => dossiers[place] ?? []);
    const [central] = members;
    if (central === undefined) return [];
    const name = `rond ${central.title} (${members.length})`;
    return [{ id: central.id, number: i + 1, name, dossiers: members }];
  });
}

/** The dossiers that the filters in the address keep. */
export function shownDossiers(
  dossiers: readonly NumberedDossier[],
  groups: readonly DossierGroup[],
  { uit, zoek, groep }: Filters,
): NumberedDossier[] {
  const group = groups.find(({ id }) => id === groep);
  // An old link may name a collection that is not here: then all are shown, as the choice says.
  const known = dossiers.some((d) => d.collection === uit);
  return dossiers
    .filter((d) => !known || d.collection === uit)
    .filter(hasWords(zoek ?? ""))
    .filter((d) => group === undefined || group.dossiers.includes(d));
}

/**
 * A box that narrows the whole page to the dossiers with these words; nothing where there are few.
 * @param also what else changes in the address
 */
export function narrowBox<K extends string>(
  all: readonly NumberedDossier[],
  state: Address<K | "zoek">,
  also: Partial<Record<K, string>>,
): HTMLElement {
  if (all.length <= MOST_IN_MAP) return html`<span hidden></span>`;
  const input = html`<input type="search" autocomplete="off" spellcheck="false" maxlength="100">` as HTMLInputElement;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => state.set({ ...also, zoek: input.value.trim() } as Values<K | "zoek">, { replace: true });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
  follow<K | "zoek">(input, state, "zoek", (zoek) => {
    if (document.activeElement !== input) input.value = zoek;
  });
  return html`<div class="fields"><label class="field"><span>Zoek dossiers</span>${input}</label></div>`;
}

/** How many rows a page shows, by what the address says: a screen full, and more when asked. */
export const rowsShown = (more: string | undefined): number => Math.max(MOST_IN_MAP, Math.floor(Number(more)) || 0);

/** Which of many rows are shown, and a button for more of them. Nothing where all are. */
export function moreRows<K extends string>(
  shown: number,
  of: number,
  order: string,
  state: Address<K | "meer">,
): HTMLElement {
  if (shown >= of) return html`<span hidden></span>`;
  const next = Math.min(MOST_IN_MAP, of - shown);
  const more = html`<button type="button" class="quiet">Toon er nog ${next}</button>`;
  more.addEventListener("click", () => {
    state.set({ meer: `${shown + next}` } as Values<K | "meer">, { replace: true });
    // What stands here is made anew.
    setTimeout(() => document.querySelector<HTMLElement>(".more-rows")?.focus(), 100);
  });
  return html`<p class="more-rows" tabindex="-1">U ziet ${count(shown)} van de ${count(of)} dossiers, ${order}. ${more}</p>`;
}

/** What the page is about now, and the way back to all. */
export function shownText(
  all: readonly NumberedDossier[],
  shown: readonly NumberedDossier[],
  group: DossierGroup | undefined,
  state: State,
): HTMLElement {
  const back = html`<button type="button" class="quiet">Toon alle ${count(all.length)} dossiers</button>`;
  back.addEventListener("click", () => state.set({ zoek: "", groep: "", uit: "" }));
  const which = group === undefined ? "" : ` uit de groep ${group.name}`;
  return html`<p aria-live="polite">U ziet ${counted(shown.length, "dossier", "dossiers")}${which}. ${
    shown.length < all.length ? back : ""
  }</p>`;
}

/** Groups as the heat map takes dossiers. */
export const asHeatmap = (groups: readonly DossierGroup[]): HeatmapDossier[] =>
  groups.map(({ id, number, name }) => ({ id, number, title: name, group: "" }));

export const betweenGroups = (groups: readonly DossierGroup[], { between }: MapFile): DirectedShare[] =>
  groups.flatMap((from) =>
    groups
      .filter((to) => to !== from)
      .map((to) => ({
        from: from.id,
        to: to.id,
        statements: 0,
        identical: 0,
        near: 0,
        share: between[from.number - 1]?.[to.number - 1] ?? null,
      })),
  );

/** The groups, each with how much its dossiers share with each other. */
export function groupTable(
  groups: readonly DossierGroup[],
  { between }: MapFile,
  open: (group: DossierGroup) => void,
): HTMLElement {
  return table<DossierGroup>(
    "Groepen van dossiers die veel delen",
    [
      {
        name: "Groep",
        heading: true,
        value: (group) => {
          const button = html`<button type="button" class="link">${group.number}. ${group.name}</button>`;
          button.addEventListener("click", () => open(group));
          return button;
        },
      },
      { name: "Dossiers", number: true, value: ({ dossiers }) => count(dossiers.length) },
      {
        name: "Komt gemiddeld terug in elkaar",
        number: true,
        value: ({ number }) => `${percent(between[number - 1]?.[number - 1] ?? 0)}%`,
      },
    ],
    groups,
  );
}

/** So many pairs are listed. */
const PAIRS = 15;

/** The pairs that share most, among the dossiers that are shown. */
export function strongestTable(
  all: readonly NumberedDossier[],
  shown: readonly NumberedDossier[],
  { strongest }: MapFile,
  open: (a: string, b: string) => void,
): HTMLElement {
  const here = new Set(shown);
  const rows = strongest.flatMap(([i, j, identical, near]) => {
    const [from, to] = [all[i], all[j]];
    return from && to && here.has(from) && here.has(to) ? [{ from, to, identical, near }] : [];
  });
  return table<(typeof rows)[0]>(
    `De ${Math.min(PAIRS, rows.length)} paren die het meest delen`,
    [
      {
        name: "Dossiers",
        heading: true,
        value: ({ from, to }) => {
          const button = html`<button type="button" class="link">${from.name} in ${to.name}</button>`;
          button.addEventListener("click", () => open(from.id, to.id));
          return button;
        },
      },
      {
        name: "Komt terug",
        number: true,
        value: ({ from, identical, near }) =>
          from.compared === 0 ? "–" : `${percent((identical + near) / from.compared)}%`,
      },
      { name: "Identiek", number: true, value: ({ identical }) => count(identical) },
      { name: "Bijna gelijk", number: true, value: ({ near }) => count(near) },
    ],
    rows.slice(0, PAIRS),
  );
}

const coreShare = ([none, one, more]: SpreadDossier["spread"]): number => (one + more) / Math.max(1, none + one + more);

/** The shared core of each dossier, most shared first. */
export const spreadOf = (dossiers: readonly NumberedDossier[], { spread }: MapFile): SpreadDossier[] =>
  dossiers
    .map((d): SpreadDossier => ({ title: d.name, spread: spread[d.number - 1] ?? [0, 0, 0] }))
    .sort((x, y) => coreShare(y.spread) - coreShare(x.spread));

/** The numbers behind the chart of the shared core. */
export function spreadTable(rows: readonly SpreadDossier[]): HTMLElement {
  const place = (i: 0 | 1 | 2) => (row: SpreadDossier) => count(row.spread[i]);
  return table<SpreadDossier>(
    "Hoeveel uitspraken van elk dossier ook in andere dossiers staan",
    [
      { name: "Dossier", heading: true, value: ({ title }) => title },
      { name: "In meer andere", number: true, value: place(2) },
      { name: "In één ander", number: true, value: place(1) },
      { name: "In geen ander", number: true, value: place(0) },
    ],
    rows,
  );
}
