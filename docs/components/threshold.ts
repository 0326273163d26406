/** The least score of a counterpart, to be moved, with what that does. */
import { html } from "npm:htl";
import { percent, shareAbove } from "../generated/charts.js";
import type { Address } from "./address.js";
import { score } from "./words.js";

interface Side {
  name: string;
  best: readonly number[];
}

/** The control stays in the page when the result changes, so that focus stays on it. */
export interface ThresholdControl {
  element: HTMLElement;
  /** Shows the threshold of a result. */
  show(threshold: number): void;
}

/** @param sides the best scores of all statements: what another threshold would do is then said while it moves */
export function thresholdControl(state: Address<"drempel">, sides: { a: Side; b: Side } | null): ThresholdControl {
  const input = html`<input type="range" min="0.05" max="0.95" step="0.01">` as HTMLInputElement;
  const value = html`<span></span>`;
  const effect = html`<p class="where"></p>`;
  const say = (): void => {
    const threshold = Number(input.value);
    value.textContent = score(threshold);
    input.setAttribute("aria-valuetext", score(threshold));
    effect.textContent =
      sides === null
        ? ""
        : [sides.a, sides.b]
            .map(({ name, best }) => {
              const share = shareAbove(best, threshold);
              return share === null
                ? ""
                : `Bij ${score(threshold)} komt ${percent(share)}% van ${name} terug in het andere.`;
            })
            .join(" ");
  };
  input.addEventListener("input", say);
  input.addEventListener("change", () => state.set({ drempel: input.value }, { replace: true }));
  const back = html`<button type="button" class="quiet">Gebruikelijke drempel</button>`;
  back.addEventListener("click", () => state.set({ drempel: "" }));
  return {
    element: html`<div class="threshold"><label class="field"><span>Drempel: ${value}</span>${input}</label>${back}${effect}</div>`,
    show(threshold) {
      input.value = String(threshold);
      say();
    },
  };
}
