/** Choosing dossiers. The controls follow the address and change it; they are made once, so that focus stays on them. */
import { html } from "npm:htl";
import type { Address, Values } from "./address.js";
import { holdFocus } from "./held-focus.js";
import type { CollectionId } from "./types.js";
import { collectionName, type NumberedDossier } from "./words.js";

/** A list to choose one dossier from, in groups by where they come from. */
export function dossierSelect<K extends string>(
  label: string,
  dossiers: readonly NumberedDossier[],
  state: Address<K>,
  name: K,
  also: Partial<Record<K, string>> = {},
  search?: DossierSearch,
): HTMLElement {
  const set = (id: string): void => state.set({ ...also, ...only(name, id) });
  const own = search === undefined ? dossierSearch(dossiers, ({ id }) => set(id)) : null;
  const list = dossierList(label, dossiers, set, search ?? own);
  holdFocus(list.element, `dossier-${name}`, () => list.element.querySelector("select"));
  follow(list.element, state, name, list.show);
  return own?.element ? html`<div class="searchable">${own.element}${list.element}</div>` : list.element;
}

interface DossierList {
  element: HTMLElement;
  /** Shows a dossier as the chosen one, by its id. */
  show(id: string): void;
}

/** @param search narrows the list to what is found */
export function dossierList(
  label: string,
  dossiers: readonly NumberedDossier[],
  choose: (id: string) => void,
  search: DossierSearch | null,
): DossierList {
  const select = html`<select></select>` as HTMLSelectElement;
  let chosen = "";
  const fill = (found: ReadonlySet<NumberedDossier>): void => {
    const kept = dossiers.filter((d) => d.id === chosen || found.has(d));
    const groups = [...new Set(kept.map((d) => d.collection))];
    select.replaceChildren(
      html`<option value="">Kies een dossier</option>`,
      ...groups.map(
        (group) =>
          html`<optgroup label=${collectionName(group)}>${kept
            .filter((d) => d.collection === group)
            .map(option)}</optgroup>`,
      ),
    );
    select.value = chosen;
  };
  fill(new Set(dossiers));
  search?.narrows(fill);
  select.addEventListener("change", () => {
    chosen = select.value;
    choose(chosen);
  });
  const show = (id: string): void => {
    chosen = id;
    // It may not be among what is found.
    if (id !== "" && ![...select.options].some(({ value }) => value === id)) {
      const dossier = dossiers.find((d) => d.id === id);
      if (dossier) select.append(option(dossier));
    }
    select.value = id;
  };
  return { element: html`<label class="field"><span>${label}</span>${select}</label>`, show };
}

/** The kind stands behind the title: a profile and its addendum have titles that are alike. */
const option = ({ id, name, kindName }: NumberedDossier): HTMLElement =>
  html`<option value=${id}>${name} (${kindName})</option>`;

/** With more dossiers than this a list is no longer looked through: it gets a box to search it. */
const MOST_WITHOUT_SEARCH = 20;

export interface DossierSearch {
  /** Null where there are so few that it is not needed. */
  element: HTMLElement | null;
  /** Is told which dossiers have the words that are typed, at each change. */
  narrows(list: (found: ReadonlySet<NumberedDossier>) => void): void;
}

/** A box that narrows lists of dossiers to those with every word that is typed; Enter takes the first. */
export function dossierSearch(
  dossiers: readonly NumberedDossier[],
  take: (dossier: NumberedDossier) => void,
): DossierSearch {
  const lists: ((found: ReadonlySet<NumberedDossier>) => void)[] = [];
  const narrows: DossierSearch["narrows"] = (list) => lists.push(list);
  if (dossiers.length <= MOST_WITHOUT_SEARCH) return { element: null, narrows };
  const input = html`<input type="search" autocomplete="off" spellcheck="false" maxlength="100">` as HTMLInputElement;
  const said = html`<span class="where" role="status"></span>`;
  const found = (): NumberedDossier[] => dossiers.filter(hasWords(input.value));
  const show = (): void => {
    const now = found();
    for (const list of lists) list(new Set(now));
    said.textContent =
      input.value.trim() === ""
        ? ""
        : now.length === 0
          ? "Geen dossier gevonden"
          : `${now.length} gevonden; Enter kiest ${now[0]?.name}`;
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const [first] = found();
    if (event.key !== "Enter" || input.value.trim() === "" || first === undefined) return;
    event.preventDefault();
    input.value = "";
    show();
    said.textContent = `Gekozen: ${first.name}`;
    take(first);
  });
  return {
    element: html`<div><label class="field"><span>Zoek een dossier</span>${input}</label>${said}</div>`,
    narrows,
  };
}

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a dossier has every word of a text in its number and title, kind, level or file. */
export function hasWords(text: string): (d: NumberedDossier) => boolean {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  return (d) => {
    const about = folded([d.name, d.kindName, d.level ?? "", d.file].join(" "));
    return words.every((word) => about.includes(word));
  };
}

/** One of many choices, as a list. */
export function select<K extends string>(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  state: Address<K>,
  name: K,
): HTMLElement {
  const list =
    html`<select>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select>` as HTMLSelectElement;
  list.addEventListener("change", () => state.set(only(name, list.value)));
  holdFocus(list, `lijst-${name}`, () => list);
  follow(list, state, name, (value) => {
    list.value = options.some(([option]) => option === value) ? value : "";
  });
  return html`<label class="field"><span>${label}</span>${list}</label>`;
}

/** One of a few choices, as a row of buttons. */
export function choices<K extends string>(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  state: Address<K>,
  name: K,
  also: Partial<Record<K, string>> = {},
): HTMLElement {
  const group = `keuze-${name}`;
  const inputs = options.map(([value]) => {
    const input = html`<input type="radio" name=${group} value=${value}>` as HTMLInputElement;
    input.addEventListener("change", () => state.set({ ...also, ...only(name, value) }));
    return input;
  });
  const box = html`<fieldset class="choices"><legend>${label}</legend><div>${inputs.map(
    (input, i) => html`<label>${input}<span>${options[i]?.[1] ?? ""}</span></label>`,
  )}</div></fieldset>`;
  holdFocus(box, group, () => inputs.find((input) => input.checked));
  follow(box, state, name, (value) => {
    const known = options.some(([option]) => option === value) ? value : options[0]?.[0];
    for (const input of inputs) input.checked = input.value === known;
  });
  return box;
}

function only<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  const values: Partial<Record<K, string>> = {};
  values[name] = value;
  return values;
}

/** Keeps a control equal to the address, until it is taken out of the page. */
export function follow<K extends string>(
  control: HTMLElement,
  state: Address<K>,
  name: K,
  show: (value: string) => void,
): void {
  followAll(control, state, [name], (values) => show(values[name] ?? ""));
}

/** The same with several values of the address. */
export function followAll<K extends string>(
  control: HTMLElement,
  state: Address<K>,
  names: readonly K[],
  show: (values: Values<K>) => void,
): void {
  let placed = false;
  const stop = state.watch(...names)((values) => {
    placed ||= control.isConnected;
    if (placed && !control.isConnected) stop();
    else show(values);
  });
}

/** The collections that have dossiers, "all" first. */
export function collectionChoices(dossiers: readonly NumberedDossier[]): (readonly [CollectionId | "", string])[] {
  const present = [...new Set(dossiers.map((d) => d.collection))];
  return [
    ["", `Alles (${dossiers.length})`],
    ...present.map(
      (id) => [id, `${collectionName(id)} (${dossiers.filter((d) => d.collection === id).length})`] as const,
    ),
  ];
}
