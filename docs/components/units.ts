/** The units of a dossier as a tree that is chosen from. */
import { html } from "npm:htl";
import type { PlacedStatement } from "./data.js";
import type { DossierFile, UnitSummary } from "./types.js";
import { counted, unitKind } from "./words.js";

export interface UnitNode {
  unit: UnitSummary;
  below: UnitNode[];
  /** Its own statements. */
  statements: PlacedStatement[];
  /** Its own and those of the units below it. */
  total: number;
}

/** The units below each other, in the order of the document; each stands in the tree once, whatever its parents are. */
export function unitTree(file: DossierFile, statements: readonly PlacedStatement[]): UnitNode[] {
  const known = new Set(file.units.map((u) => u.id));
  const own = new Map<string, PlacedStatement[]>();
  for (const s of statements) {
    const some = own.get(s.unit);
    if (some === undefined) own.set(s.unit, [s]);
    else some.push(s);
  }
  const placed = new Set<string>();
  const node = (unit: UnitSummary): UnitNode => {
    placed.add(unit.id);
    const mine = own.get(unit.id) ?? [];
    const below: UnitNode[] = [];
    for (const u of file.units) if (u.parent === unit.id && !placed.has(u.id)) below.push(node(u));
    return { unit, below, statements: mine, total: below.reduce((sum, n) => sum + n.total, mine.length) };
  };
  const roots = file.units.filter((u) => u.parent === null || !known.has(u.parent)).map(node);
  for (const unit of file.units) if (!placed.has(unit.id)) roots.push(node(unit));
  return roots;
}

export function findUnit(nodes: readonly UnitNode[], id: string | undefined): UnitNode | null {
  for (const node of nodes) {
    const found = node.unit.id === id ? node : findUnit(node.below, id);
    if (found !== null) return found;
  }
  return null;
}

/** A unit and all below it, in the order of the document. */
export function flat(nodes: readonly UnitNode[]): UnitNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.below)]);
}

export function unitName({ code, title }: UnitSummary): string {
  return [code, title].filter((x) => x).join(" ") || "Zonder titel";
}

/** The unit that holds another one. */
export const holderOf = ({ units }: Pick<DossierFile, "units">, { parent }: UnitSummary): UnitSummary | undefined =>
  units.find(({ id }) => id === parent);

/** Variants and profiles have parts of the same name: what holds this one, where that tells it from another. */
export function heldBy(file: Pick<DossierFile, "units">, unit: UnitSummary): string {
  const holder = holderOf(file, unit);
  const name = unitName(unit);
  return holder !== undefined && file.units.some((other) => other !== unit && unitName(other) === name)
    ? unitName(holder)
    : "";
}

/** On to a list of statements, from what was chosen elsewhere on the page. */
export function goTo(list: HTMLElement): void {
  list.focus({ preventScroll: true });
  list.scrollIntoView();
}

export interface Tree {
  element: HTMLElement;
  /** Marks what is chosen; focus stays where it is. */
  choose(id: string | undefined): void;
}

/** Links to each unit; the empty id is the whole dossier. @param also what else a link says of its unit */
export function unitNavigation(
  nodes: readonly UnitNode[],
  total: number,
  link: (id: string) => string,
  open: (id: string) => void,
  also: (node: UnitNode) => Node | string = () => "",
): Tree {
  const links = new Map<string, HTMLElement>();
  const anchor = (id: string, inside: unknown): HTMLElement => {
    const a = html`<a href=${link(id)}>${inside}</a>`;
    a.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(id);
    });
    links.set(id, a);
    return a;
  };
  const list = (some: readonly UnitNode[]): HTMLElement =>
    html`<ul>${some.map(
      (n) =>
        html`<li>${anchor(
          n.unit.id,
          html`${n.unit.code ? html`<b>${n.unit.code}</b> ` : ""}${n.unit.title || (n.unit.code ? "" : "Zonder titel")} <small>${unitKind(n.unit.kind)} · ${
            n.total === 0 ? "geen uitspraken" : counted(n.total, "uitspraak", "uitspraken")
          }${n.unit.competencies ? ` · competenties ${n.unit.competencies.join(" ")}` : ""}</small>${also(n)}`,
        )}${n.below.length > 0 ? list(n.below) : ""}</li>`,
    )}</ul>`;
  const element =
    html`<details class="tree"><summary>Onderdelen (${flat(nodes).length})</summary><nav aria-label="Onderdelen van het dossier"><ul><li>${anchor(
      "",
      html`Het hele dossier <small>${counted(total, "uitspraak", "uitspraken")}</small>`,
    )}</li></ul>${list(nodes)}</nav></details>` as HTMLDetailsElement;
  element.open = matchMedia("(min-width: 56rem)").matches;
  return {
    element,
    choose(id = "") {
      for (const [other, a] of links) {
        if (other === id) a.setAttribute("aria-current", "true");
        else a.removeAttribute("aria-current");
      }
      // The tree scrolls in a box of its own: what is chosen is in view there, once it stands in the page.
      requestAnimationFrame(() => {
        const nav = element.querySelector("nav");
        const at = links.get(id)?.getBoundingClientRect();
        const box = nav?.getBoundingClientRect();
        if (!nav || !at || !box || (at.top >= box.top && at.bottom <= box.bottom)) return;
        nav.scrollTop += at.top - box.top - box.height / 3;
      });
    },
  };
}
