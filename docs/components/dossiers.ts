/** Choosing dossiers. The controls follow the address and change it; they are made once, so that focus stays on them. */
import { html } from "npm:htl";
import type { Address } from "./address.js";
import type { CollectionId } from "./types.js";
import { collectionName, type NumberedDossier } from "./words.js";

/** A list to choose one dossier from, in groups by where they come from. */
export function dossierSelect<K extends string>(
  label: string,
  dossiers: readonly NumberedDossier[],
  state: Address<K>,
  name: K,
  also: Partial<Record<K, string>> = {},
): HTMLElement {
  const groups = [...new Set(dossiers.map((d) => d.collection))];
  const select = html`<select>
<option value="">Kies een dossier</option>
${groups.map(
  (group) =>
    html`<optgroup label=${collectionName(group)}>${dossiers
      .filter((d) => d.collection === group)
      .map((d) => html`<option value=${d.id}>${d.name}</option>`)}</optgroup>`,
)}
</select>` as HTMLSelectElement;
  select.addEventListener("change", () => state.set({ ...also, ...only(name, select.value) }));
  follow(select, state, name, (value) => {
    select.value = value;
  });
  return html`<label class="field"><span>${label}</span>${select}</label>`;
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
  let placed = false;
  const stop = state.watch(name)((values) => {
    placed ||= control.isConnected;
    if (placed && !control.isConnected) stop();
    else show(values[name] ?? "");
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
