/** Putting something on the clipboard, and the button that copies a link to what one sees. */
import { html } from "npm:htl";

const SHOWN = 6000;

/** Copies a text and says so; where the page may not (it did not come by https) it does what is left to do. */
export async function copyText(text: string, said: HTMLElement, done: string, otherwise: () => string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = done;
  } catch {
    said.textContent = otherwise();
  }
  setTimeout(() => said.replaceChildren(), SHOWN);
}

/** What one chose stands in the address of the page; who does not look there finds it here. */
export function copyLink(): HTMLElement {
  const said = html`<span class="where" role="status"></span>`;
  const button = html`<button type="button" class="quiet">Kopieer de link naar wat u ziet</button>`;
  button.addEventListener("click", () =>
    copyText(
      location.href,
      said,
      "Gekopieerd. Wie de link opent, ziet dezelfde keuzes. Wat u in deze browser bewaart, gaat niet mee.",
      () => "Kopieer het adres boven in uw browser.",
    ),
  );
  return html`<p class="buttons copy">${button} ${said}</p>`;
}
