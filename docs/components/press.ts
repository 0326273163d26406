/** A button whose work can fail: a part of the site is then loaded for the first time, and may not arrive. */

/** @param said says what went wrong, until it goes well */
export function onPress(
  button: HTMLElement,
  said: HTMLElement,
  work: () => Promise<void> | void,
  failed = "Dit is niet gelukt. Laad de pagina opnieuw.",
): void {
  button.addEventListener("click", async () => {
    try {
      await work();
      said.textContent = "";
    } catch {
      said.textContent = failed;
    }
  });
}
