/** Code to take along: a button beside each piece that copies it. */
import { html } from "npm:htl";
import { copyText } from "./copy.js";

/** A piece of code, with its button. @param name says which code it is */
export function codeBlock(name: string, code: string): HTMLElement {
  const pre = html`<pre><code>${code}</code></pre>`;
  const block = html`<div class="code">${pre}</div>`;
  equip(pre, name);
  return block;
}

/** Gives every piece of code that the page was built with its button; the pieces are numbered from 1. */
export function copyButtons(): void {
  for (const [i, pre] of [...document.querySelectorAll<HTMLElement>("main pre[data-language]")].entries()) {
    equip(pre, `Code ${i + 1}`);
  }
}

function equip(pre: HTMLElement, name: string): void {
  // Scrolled by keyboard where it is wider than the screen.
  pre.tabIndex = 0;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", name);
  const said = html`<span class="where" role="status"></span>`;
  const button = html`<button type="button" class="quiet" aria-label="Kopieer code: ${name}">Kopieer code</button>`;
  button.addEventListener("click", () =>
    copyText((pre.textContent ?? "").trim(), said, "Gekopieerd.", () => {
      getSelection()?.selectAllChildren(pre);
      return "De code is geselecteerd: kopieer haar met Ctrl+C.";
    }),
  );
  pre.after(html`<p class="buttons copy">${button} ${said}</p>`);
}
