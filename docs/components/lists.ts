/** Lists that grow, and texts with words marked. */
import { html } from "npm:htl";
import { count } from "./words.js";

/** At most this many at once; the rest after a press on a button. */
const PAGE = 15;

/** A list that grows at the press of a button. */
export function growing<T>(list: readonly T[], show: (one: T) => HTMLElement, empty: string): HTMLElement {
  if (list.length === 0) return html`<p class="muted">${empty}</p>`;
  const items = html`<ul class="plain statements-list"></ul>`;
  const box = html`<div>${items}</div>`;
  const more = html`<button type="button"></button>` as HTMLButtonElement;
  let shown = 0;
  const grow = (): void => {
    const start = shown;
    for (const one of list.slice(start, start + PAGE)) items.append(show(one));
    shown = Math.min(list.length, start + PAGE);
    more.remove();
    if (shown < list.length) {
      more.textContent = `Toon meer (nog ${count(list.length - shown)})`;
      box.append(more);
    }
    if (start > 0) {
      const first = items.children[start] as HTMLElement | undefined;
      first?.setAttribute("tabindex", "-1");
      first?.focus();
    }
  };
  more.addEventListener("click", grow);
  grow();
  return box;
}

/** A text with ranges marked; ranges that touch or overlap become one mark. */
export function marked(text: string, ranges: readonly (readonly [number, number, ...unknown[]])[]): (Node | string)[] {
  const out: (Node | string)[] = [];
  let from = 0;
  for (const [start, end] of joined(ranges)) {
    out.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return [...out, text.slice(from)];
}

function joined(ranges: readonly (readonly [number, number, ...unknown[]])[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
