/** What the page with own documents shows: where the text went, and what is shared with each dossier of the site. */
import { html } from "npm:htl";
import type { Passage, Piece } from "../../src/index.js";
import { directedShares, percent } from "../generated/charts.js";
import type { Cell } from "./csv.js";
import type { OwnComparison } from "./own-types.js";
import { downloads } from "./sheets.js";
import { table } from "./table.js";
import { count, type NumberedDossier } from "./words.js";

const CLASSES: Record<Passage["class"], string> = {
  statements: "uitspraak",
  headings: "kop of code",
  background: "achtergrond",
  furniture: "rest van de bladzijde",
  unparsed: "niet herkend",
};

/** At most this many passages at once; the rest after a press on a button. */
const PAGE = 400;

/** The source from beginning to end, coloured by what became of it. */
export function auditView(passages: readonly Passage[]): HTMLElement {
  const text = html`<div class="audit" tabindex="0" role="region" aria-label="De hele tekst, met van elk stuk de soort"></div>`;
  const more = html`<button type="button"></button>`;
  const unparsed = passages.filter((p) => p.class === "unparsed");
  let shown = 0;
  const show = (upTo: number): void => {
    const next = passages.slice(shown, upTo);
    shown += next.length;
    text.append(...next.map(passage));
    if (shown < passages.length) {
      more.textContent = `Toon meer tekst (nog ${count(passages.length - shown)} stukken)`;
    } else more.remove();
  };
  more.addEventListener("click", () => show(shown + PAGE));
  show(PAGE);
  const found =
    unparsed.length === 0
      ? html`<p>Elk stuk tekst is ergens ondergebracht.</p>`
      : html`<div><p>Dit is niet herkend:</p><ul>${unparsed.slice(0, 50).map((p) => html`<li>${plain(p).trim().slice(0, 200)}</li>`)}</ul></div>`;
  return html`<div>
<p class="audit-key">${Object.entries(CLASSES).map(([name, label]) => html`<span class=${`passage-${name}`}>${label}</span> `)}</p>
${found}${text}${shown < passages.length ? more : ""}</div>`;
}

const plain = ({ pieces }: Passage): string => pieces.map((p) => (typeof p === "string" ? p : p.from)).join("");

function passage({ class: name, statement, pieces }: Passage): HTMLElement {
  const other = statement !== null && statement % 2 === 0 ? " other" : "";
  return html`<span class=${`passage-${name}${other}`} title=${CLASSES[name]}>${pieces.map(piece)}</span>`;
}

function piece(p: Piece): (string | HTMLElement)[] | string {
  if (typeof p === "string") return p;
  return [html`<del>${p.from}</del>`, ...(p.to === "" ? [] : [html`<ins>${p.to}</ins>`])];
}

interface ShareRow {
  dossier: NumberedDossier;
  there: number | null;
  back: number | null;
  identical: number;
  near: number;
}

function shareRows(dossiers: readonly NumberedDossier[], found: readonly OwnComparison[]): ShareRow[] {
  return found
    .flatMap(({ other, cell }): ShareRow[] => {
      const dossier = dossiers.find((d) => d.id === other);
      const shares = directedShares([{ a: "A", b: "B", ...cell }]);
      const there = shares.find((s) => s.from === "A");
      const back = shares.find((s) => s.from === "B");
      if (dossier === undefined || there === undefined || back === undefined) return [];
      return [{ dossier, there: there.share, back: back.share, identical: there.identical, near: there.near }];
    })
    .sort((x, y) => (y.there ?? -1) - (x.there ?? -1) || x.dossier.number - y.dossier.number);
}

const shown = (x: number | null): string => (x === null ? "–" : `${percent(x)}%`);

/** What an own dossier shares with each of the site, most first. */
export function ownShares(
  dossiers: readonly NumberedDossier[],
  found: readonly OwnComparison[],
  open: (id: string) => void,
): HTMLElement {
  return table<ShareRow>(
    "Hoeveel uw dossier deelt met elk dossier van deze site",
    [
      {
        name: "Dossier",
        heading: true,
        value: ({ dossier }) => {
          const button = html`<button type="button" class="link">${dossier.name}</button>`;
          button.addEventListener("click", () => open(dossier.id));
          return button;
        },
      },
      { name: "Van uw dossier komt daar terug", value: (r) => shown(r.there), number: true },
      { name: "Van dat dossier komt in het uwe terug", value: (r) => shown(r.back), number: true },
      { name: "Identiek", value: (r) => count(r.identical), number: true },
      { name: "Bijna gelijk", value: (r) => count(r.near), number: true },
    ],
    shareRows(dossiers, found),
  );
}

export function ownSharesDownload(
  title: string,
  dossiers: readonly NumberedDossier[],
  found: readonly OwnComparison[],
): HTMLElement {
  return downloads(
    () => ({
      name: "eigen-overlap",
      columns: ["eigen_dossier", "dossier", "titel", "eigen_komt_terug", "andersom", "identiek", "bijna_gelijk"],
      rows: shareRows(dossiers, found).map((r): Cell[] => [
        title,
        r.dossier.id,
        r.dossier.title,
        r.there,
        r.back,
        r.identical,
        r.near,
      ]),
    }),
    "deze cijfers",
  );
}
