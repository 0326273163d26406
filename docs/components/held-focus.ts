/** The focus stays on a control that its own change makes anew: who goes through choices by keyboard goes on from there. */

/** What has the focus, or had it when it was taken out of the page. */
let held = "";

addEventListener("pointerdown", () => {
  held = "";
});

/**
 * @param key tells the control from the others of the page
 * @param target what gets the focus in a new one
 */
export function holdFocus(control: HTMLElement, key: string, target: () => HTMLElement | null | undefined): void {
  control.addEventListener("focusin", () => {
    held = key;
  });
  control.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && !control.contains(relatedTarget)) held = "";
  });
  requestAnimationFrame(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (held === key && lost && control.isConnected) target()?.focus({ preventScroll: true });
  });
}
