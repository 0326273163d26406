/** A part of a page that is opened by its summary, and stays as the reader left it when its cell runs again. */
import { html } from "npm:htl";

interface FoldOptions {
  /** Open until the reader closes it. */
  open?: boolean;
  class?: string;
}

type Inside = (Node | string)[];

/** What the reader opened or closed, by its key, until the page is left. */
const changed = new Map<string, boolean>();

/**
 * @param key tells it from the others of the page
 * @param fill makes what is inside, when it is opened: that can be large
 */
export function fold(
  key: string,
  summary: string,
  fill: () => Inside | Promise<Inside>,
  { open = false, class: kind = "" }: FoldOptions = {},
): HTMLElement {
  const part = html`<details class=${kind}><summary>${summary}</summary></details>` as HTMLDetailsElement;
  part.open = changed.get(key) ?? open;
  let filled = false;
  const show = async (): Promise<void> => {
    if (!part.open || filled) return;
    filled = true;
    try {
      part.append(...(await fill()));
    } catch (error) {
      part.append(
        html`<p class="note warning">Dit kon niet worden getoond: ${String(error)}. Laad de pagina opnieuw.</p>`,
      );
    }
  };
  part.addEventListener("toggle", () => {
    if (part.open === open) changed.delete(key);
    else changed.set(key, part.open);
    void show();
  });
  void show();
  return part;
}
