/** The statements of two dossiers side by side. */
import { html } from "npm:htl";
import type { Differences, DirectedShare, Part } from "../../src/charts/index.js";
import { differences, percent } from "../generated/charts.js";
import type { Cell } from "./csv.js";
import type { Pair, PlacedStatement, Side } from "./data.js";
import { downloads } from "./sheets.js";
import type { PairTuple } from "./types.js";
import { count, counted, score, sectionName } from "./words.js";

export type PairFilter = "" | "identiek" | "bijna";

/** The pairs that a filter keeps, in the order of the left dossier. */
export function chosenPairs(pair: Pair, filter: PairFilter): PairTuple[] {
  return pair.found.pairs
    .filter(([, , , identical]) => filter === "" || (identical === 1) === (filter === "identiek"))
    .sort((x, y) => x[0] - y[0] || y[2] - x[2] || x[1] - y[1]);
}

/** In words how much the two share, in both directions. */
export function shareSentences(pair: Pair): HTMLElement {
  const sentence = (s: DirectedShare, from: Side, to: Side): HTMLElement =>
    html`<li>Van <b>${from.dossier.name}</b> ${
      s.share === null
        ? "valt niets te vergelijken"
        : html`${s.identical + s.near === 1 ? "komt" : "komen"} <b>${count(s.identical + s.near)}</b> van de ${counted(
            s.statements,
            "uitspraak",
            "uitspraken",
          )} (${percent(s.share)}%) terug`
    } in ${to.dossier.name}.</li>`;
  return html`<ul class="plain">${sentence(pair.aToB, pair.a, pair.b)}${sentence(pair.bToA, pair.b, pair.a)}</ul>`;
}

/** At most this many pairs at once; the rest after a press on a button. */
const PAGE = 100;

export function pairList(pair: Pair, pairs: readonly PairTuple[], first = PAGE): HTMLElement {
  const list = html`<ol class="pairs"></ol>`;
  const box = html`<div>${columnHeads(pair)}${list}</div>`;
  let shown = 0;
  const more = html`<button type="button">Toon meer</button>`;
  const show = (upTo: number): void => {
    const start = shown;
    for (; shown < Math.min(upTo, pairs.length); shown++) list.append(pairItem(pair, pairs[shown] as PairTuple));
    if (shown < pairs.length) {
      more.textContent = `Toon meer (nog ${count(pairs.length - shown)})`;
      box.append(more);
    } else {
      more.remove();
    }
    if (start > 0) (list.children[start] as HTMLElement | undefined)?.focus();
  };
  more.addEventListener("click", () => show(shown + PAGE));
  show(first);
  return box;
}

function columnHeads(pair: Pair): HTMLElement {
  return html`<div class="pair-heads" aria-hidden="true"><span><b class="badge">A</b> ${pair.a.dossier.name}</span><span><b class="badge">B</b> ${pair.b.dossier.name}</span></div>`;
}

const BEST = {
  both: "elkaars beste tegenhanger",
  a: "beste tegenhanger voor A",
  b: "beste tegenhanger voor B",
} as const;

function pairItem(pair: Pair, [i, j, value, identical, from]: PairTuple): HTMLElement {
  const a = pair.a.statements[i] as PlacedStatement;
  const b = pair.b.statements[j] as PlacedStatement;
  const marks = a.text !== null && b.text !== null ? differences(a.text, b.text) : null;
  return html`<li class="pair" tabindex="-1">
<div class="verdict"><span class=${identical ? "tag identical" : "tag near"}>${
    identical ? "identiek" : "bijna gelijk"
  }</span> <span>gelijkenis ${score(value)}</span> <span class="muted">${BEST[from]}</span></div>
${statementSide("A", a, marks, "a")}
${statementSide("B", b, marks, "b")}
</li>`;
}

function statementSide(letter: string, s: PlacedStatement, marks: Differences | null, side: "a" | "b"): HTMLElement {
  return html`<div class="side"><p class="where"><b class="badge">${letter}</b> ${place(s)}</p>${
    marks === null ? statementText(s) : marked(s, marks, side)
  }</div>`;
}

/** The text with what only one of the two says marked. */
export function marked(s: PlacedStatement, marks: Differences, side: "a" | "b"): HTMLElement {
  return html`<p class="statement">${lead(s)}${marks[side].map((p) => part(p, side))}</p>`;
}

function part({ text, differs }: Part, side: "a" | "b"): Node | string {
  if (!differs) return text;
  return side === "a" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}

export function statementText(s: PlacedStatement): HTMLElement {
  return s.text === null
    ? html`<p class="statement withheld">Tekst niet meegeleverd</p>`
    : html`<p class="statement">${lead(s)}${s.text}</p>`;
}

/** The words that open the list this item stands in. */
export function lead(s: PlacedStatement): HTMLElement | string {
  return s.lead ? html`<span class="muted">${s.lead} </span>` : "";
}

/** Where a statement stands: code and title of the unit, and what else leads to it. */
export function place(s: PlacedStatement): string {
  return [unitName(s), ...within(s)].filter((x) => x !== "").join(" · ");
}

/** The section, its own number or, without a text to tell it by, its place in the dossier, and the page. */
function within(s: PlacedStatement): string[] {
  const number = s.code ?? (s.text === null ? `uitspraak ${count(s.number)}` : "");
  return [sectionName(s.section), number, s.page === undefined ? "" : `blz. ${s.page}`].filter((x) => x !== "");
}

function unitName(s: PlacedStatement | undefined): string {
  return [s?.place?.code, s?.place?.title].filter((x) => x).join(" ");
}

/** What stands in one of the two only, under the units it stands in. */
export function onlyList(side: Side, indices: readonly number[]): HTMLElement {
  if (indices.length === 0) return html`<p class="muted">Geen: elke uitspraak heeft een tegenhanger.</p>`;
  const groups = new Map<string, PlacedStatement[]>();
  for (const i of indices) {
    const s = side.statements[i];
    if (s === undefined) continue;
    groups.set(s.unit, [...(groups.get(s.unit) ?? []), s]);
  }
  return html`<div class="only">${[...groups.values()].map((statements) => {
    const title = unitName(statements[0]);
    return html`<section><h3>${title === "" ? "Zonder onderdeel" : title}</h3><ul>${statements.map(
      (s) => html`<li>${statementText(s)}<span class="where">${within(s).join(" · ")}</span></li>`,
    )}</ul></section>`;
  })}</div>`;
}

/** The marks, explained; nothing where there is no text to mark. */
export function legend({ a, b }: Pair): HTMLElement {
  if (!a.dossier.withText || !b.dossier.withText) return html`<span></span>`;
  return html`<p class="legend">Woorden die alleen in A staan zijn <del>zo gemarkeerd</del>, woorden die alleen in B staan <ins>zo</ins>. Hoofdletters en leestekens tellen niet mee.</p>`;
}

export function pairsDownload(pair: Pair, pairs: readonly PairTuple[]): HTMLElement {
  const cells = (s: PlacedStatement): Cell[] => [
    s.id,
    s.place?.code ?? null,
    s.place?.title ?? null,
    s.section,
    s.text,
  ];
  return downloads(
    () => ({
      name: `paren-${pair.a.dossier.id}-${pair.b.dossier.id}`,
      columns: [
        "dossier_a",
        "id_a",
        "code_a",
        "onderdeel_a",
        "sectie_a",
        "tekst_a",
        "dossier_b",
        "id_b",
        "code_b",
        "onderdeel_b",
        "sectie_b",
        "tekst_b",
        "soort",
        "gelijkenis",
      ],
      rows: pairs.map(([i, j, value, identical]) => [
        pair.a.dossier.id,
        ...cells(pair.a.statements[i] as PlacedStatement),
        pair.b.dossier.id,
        ...cells(pair.b.statements[j] as PlacedStatement),
        identical ? "identiek" : "bijna gelijk",
        value,
      ]),
    }),
    "deze paren",
  );
}

export function onlyDownload(name: string, side: Side, indices: readonly number[]): HTMLElement {
  return downloads(
    () => ({
      name: name,
      columns: ["dossier", "id", "code", "onderdeel", "sectie", "tekst"],
      rows: indices.flatMap((i) => {
        const s = side.statements[i];
        return s === undefined
          ? []
          : [[side.dossier.id, s.id, s.place?.code ?? null, s.place?.title ?? null, s.section, s.text]];
      }),
    }),
    "deze uitspraken",
  );
}
