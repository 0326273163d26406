/** Controls of a notebook: each follows the address and changes it. */
import { html } from "npm:htl";
import type { Address } from "./address.js";
import { follow } from "./dossiers.js";
import { score } from "./words.js";

/** A number from 0 to 1. */
export function slider<K extends string>(
  label: string,
  state: Address<K>,
  name: K,
  { min, max, fallback }: { min: number; max: number; fallback: number },
): HTMLElement {
  const input = html`<input type="range" min=${min} max=${max} step="0.01">` as HTMLInputElement;
  // No <output>: it would take the label that belongs to the slider.
  const value = html`<span></span>`;
  const show = (): void => {
    value.textContent = score(Number(input.value));
    input.setAttribute("aria-valuetext", score(Number(input.value)));
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    show();
    // Browsers limit how often an address may change.
    clearTimeout(waiting);
    waiting = setTimeout(() => state.set({ [name]: input.value } as Record<K, string>, { replace: true }), 200);
  });
  follow(input, state, name, (set) => {
    input.value = set === "" ? String(fallback) : set;
    show();
  });
  return html`<label class="field"><span>${label}: ${value}</span>${input}</label>`;
}

/** Words to look for; they count when the field is left, or at Enter. */
export function textField<K extends string>(label: string, state: Address<K>, name: K): HTMLElement {
  const input = html`<input type="search">` as HTMLInputElement;
  input.addEventListener("change", () => state.set({ [name]: input.value.trim() } as Record<K, string>));
  follow(input, state, name, (value) => {
    if (document.activeElement !== input) input.value = value;
  });
  return html`<label class="field"><span>${label}</span>${input}</label>`;
}
