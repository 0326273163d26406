/** A button that throws work away at once, and a way back for who did not mean to. */
import { html } from "npm:htl";

/** @param wipe wipes, and gives what was wiped in words and how to put it back; null where there was nothing */
export function wipeButton(label: string, wipe: () => { what: string; back: () => void } | null): HTMLElement {
  const button = html`<button type="button" class="quiet">${label}</button>`;
  const said = html`<span class="where" role="status"></span>`;
  button.addEventListener("click", () => {
    const wiped = wipe();
    if (wiped === null) {
      said.textContent = "Er is niets om te wissen.";
      return;
    }
    const undo = html`<button type="button" class="quiet">Zet terug</button>`;
    undo.addEventListener("click", () => {
      wiped.back();
      said.textContent = "Alles staat er weer.";
      button.focus();
    });
    said.replaceChildren(`Gewist: ${wiped.what}. `, undo);
  });
  return html`<span class="buttons">${button} ${said}</span>`;
}
