/** A technical word that explains itself when it is pressed. */
import { html } from "npm:htl";
import { TERMS, type Term, type TermId } from "./terms.js";

let last = 0;

/**
 * A button in the text. It opens an explanation: by mouse, Enter or space; Escape, or a press elsewhere, closes it. A
 * screen reader gets the explanation as the description of the button. Where a browser has no popovers: a link.
 * @param shown the word as it stands in the sentence
 */
export function term(id: TermId, shown?: string): HTMLElement {
  const { word, meaning } = TERMS.get(id) as Term;
  const all = `./woorden.html#${id}`;
  if (!("popover" in HTMLElement.prototype)) return html`<a href=${all}>${shown ?? word}</a>`;
  const box = `uitleg-${++last}`;
  return html`<span class="term-place"><button type="button" class="term" popovertarget=${box} aria-describedby="${box}-tekst">${shown ?? word}</button><span id=${box} class="explanation" popover><b>${capital(word)}.</b> <span id="${box}-tekst">${meaning}</span> <a href=${all}>Alle woorden</a></span></span>`;
}

/** Some words with their meaning, as a list. */
export function termList(ids: readonly TermId[]): HTMLElement {
  const entries = ids.map((id) => TERMS.get(id) as Term);
  return html`<dl>${entries.flatMap(({ word, meaning }) => [html`<dt>${capital(word)}</dt>`, html`<dd>${meaning}</dd>`])}</dl>`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
