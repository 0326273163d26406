/** The statements of a dossier under their units, each beside the passage it was read from. */
import { html } from "npm:htl";
import type { Cell } from "./csv.js";
import type { FullDossier, PlacedStatement } from "./data.js";
import { downloads } from "./sheets.js";
import type { DossierFile, RawPassage, UnitSummary } from "./types.js";
import { heldBy, type UnitNode, unitName } from "./units.js";
import { count, counted, sectionName, unitKind } from "./words.js";

/** At most this many at once; the rest after a press on a button. */
const PAGE = 100;

/** A unit's own head: what it is, where its code comes from, and its competencies by name. */
function unitHead(unit: UnitSummary, file: DossierFile): HTMLElement {
  // A part that is a competency is called by it.
  const letters = unit.kind === "competentie" ? [] : (unit.competencies ?? []);
  const holder = heldBy(file, unit);
  return html`<header class="unit"><h3>${unitName(unit)}</h3>
<p class="where">${[
    holder === "" ? unitKind(unit.kind) : `${unitKind(unit.kind)} in ${holder}`,
    unit.level ? `niveau: ${unit.level}` : "",
    unit.codeOrigin === "repaired" ? "code hersteld" : "",
    unit.codeOrigin === "inferred" ? "code afgeleid: die stond er niet leesbaar" : "",
  ]
    .filter((x) => x !== "")
    .join(" · ")}</p>${
    letters.length === 0
      ? ""
      : html`<p class="tags"><span class="muted">Competenties:</span> ${letters.map(
          (letter) =>
            html`<span class="tag" title=${file.competencies[letter] ?? ""}><b>${letter}</b> ${file.competencies[letter] ?? ""}</span> `,
        )}</p>`
  }</header>`;
}

/** What a page adds to a statement. */
export interface StatementView {
  /** Its text, with what is marked in it. */
  text?: (s: PlacedStatement, text: string) => (Node | string)[];
  /** A line below it. */
  tags?: (s: PlacedStatement) => Node | string;
  /** How many at once. */
  page?: number;
  /** Id of a statement that is shown at once, however far down it stands; it then has the class `wanted`. */
  wanted?: string | undefined;
}

/** The statements of these units; with a filter, only units that keep some. */
export function statementList(
  { file, dossier }: FullDossier,
  nodes: readonly UnitNode[],
  keep: ((s: PlacedStatement) => boolean) | null,
  view: StatementView = {},
): HTMLElement {
  const groups = nodes
    .map((n) => ({ unit: n.unit, statements: keep === null ? n.statements : n.statements.filter(keep) }))
    .filter((g) => keep === null || g.statements.length > 0);
  const box = html`<div class="statements"></div>`;
  const more = html`<button type="button"></button>`;
  let at = 0;
  let from = 0;
  const show = (focus: boolean): void => {
    more.remove();
    let room = view.page ?? PAGE;
    let first: HTMLElement | null = null;
    while (at < groups.length && room > 0) {
      const { unit, statements } = groups[at] as (typeof groups)[number];
      if (from === 0) box.append(unitHead(unit, file));
      const some = statements.slice(from, from + room);
      if (statements.length === 0) {
        box.append(html`<p class="muted">Dit onderdeel heeft zelf geen uitspraken.</p>`);
      } else {
        const items = some.map((s) => item(s, file, dossier.withText, view));
        first ??= items[0] ?? null;
        box.append(html`<ul class="plain">${items}</ul>`);
      }
      room -= Math.max(1, some.length);
      from += some.length;
      if (from >= statements.length) {
        at++;
        from = 0;
      }
    }
    if (at < groups.length) {
      const left = groups.slice(at).reduce((n, g) => n + g.statements.length, -from);
      more.textContent = `Toon meer (nog ${counted(left, "uitspraak", "uitspraken")})`;
      box.append(more);
    }
    if (focus) first?.focus();
  };
  more.addEventListener("click", () => show(true));
  show(false);
  const there = groups.some((g) => g.statements.some((s) => s.id === view.wanted));
  while (there && box.querySelector(".wanted") === null) show(false);
  return box;
}

function item(s: PlacedStatement, file: DossierFile, withText: boolean, view: StatementView): HTMLElement {
  const where = [
    sectionName(s.section),
    s.code ?? (s.text === null ? `uitspraak ${count(s.number)}` : ""),
    s.level ? `niveau: ${s.level}` : "",
    s.page === undefined ? "" : `blz. ${s.page}`,
  ].filter((x) => x !== "");
  return html`<li class=${s.id === view.wanted ? "item wanted" : "item"} tabindex="-1"><p class="where">${where.join(" · ")}</p>
${
  s.text === null
    ? html`<p class="statement withheld">Tekst niet meegeleverd${withText ? " bij deze uitspraak" : ""}</p>`
    : html`<p class="statement">${s.lead ? html`<span class="muted">${s.lead} </span>` : ""}${view.text?.(s, s.text) ?? s.text}</p>`
}
${view.tags?.(s) ?? ""}
${s.scope ? html`<p class="scope">Geldt aanvullend voor: <b>${s.scope}</b></p>` : ""}
${variantTags(s, file)}
${rawBeside(s, file)}</li>`;
}

/** For which variants a statement holds, lowest level first. */
function variantTags(s: PlacedStatement, file: DossierFile): HTMLElement | string {
  const marks = s.variants ?? {};
  const listed = (file.variants ?? []).filter((v) => Object.hasOwn(marks, v.id));
  if (listed.length === 0) return "";
  return html`<p class="tags"><span class="muted">Geldt voor:</span> ${listed.map((v) =>
    marks[v.id] === "partial"
      ? html`<span class="tag partial">${v.title} (deels)</span> `
      : html`<span class="tag identical">${v.title}</span> `,
  )}</p>`;
}

function rawBeside(s: PlacedStatement, file: DossierFile): HTMLElement | string {
  const places = s.repairs ?? [];
  const repaired = counted(places.length, "herstelling", "herstellingen");
  if (s.raw === undefined) {
    if (places.length === 0) return "";
    if (s.text === null) return html`<p class="where">${repaired}; wat er stond, is niet meegeleverd.</p>`;
    return html`<details class="raw"><summary>Wat er is hersteld (${count(places.length)})</summary>
<p class="where">De bron zelf is hier niet; dit is wat eraan is veranderd.</p>
<ul>${places.map((p) => html`<li><del>${visible(file.repairs[p]?.from ?? "")}</del> werd <ins>${file.repairs[p]?.to ?? ""}</ins></li>`)}</ul></details>`;
  }
  return html`<details class="raw"><summary>Ruw naast hersteld${places.length > 0 ? ` (${repaired})` : ""}</summary>
<div class="two"><div><p class="where">Ruw: zoals het in de bron staat</p>${s.raw.map(
    (pieces) =>
      html`<p class="passage">${pieces.map((piece, i) => (i % 2 === 1 ? html`<del>${piece}</del>` : piece))}</p>`,
  )}</div>
<div><p class="where">Hersteld: zoals het programma het leest</p><p class="statement">${repairedText(s, s.raw, file)}</p></div></div></details>`;
}

const spaced = (text: string): string => text.replace(/\s+/g, " ");

/** The text with the repaired words marked; unmarked where more was left out than the repairs say. */
function repairedText(s: PlacedStatement, raw: RawPassage, file: DossierFile): (string | Node)[] {
  const text = s.text ?? "";
  const places = s.repairs ?? [];
  // The parts in one, with a space between them: the last piece of one and the first of the next are both as they stood.
  const pieces: string[] = [];
  for (const part of raw) {
    const [first = "", ...rest] = part;
    pieces.push(`${pieces.length > 0 ? `${pieces.pop()} ` : ""}${first}`, ...rest);
  }
  if (places.length !== (pieces.length - 1) / 2) return [text];
  const read = pieces.map((piece, i) =>
    spaced(i % 2 === 1 ? (file.repairs[places[(i - 1) / 2] ?? -1]?.to ?? "") : piece),
  );
  const mended = read.map((piece, i) => (i > 0 && read[i - 1]?.endsWith(" ") ? piece.trimStart() : piece));
  const start = mended.join("").indexOf(text);
  if (start < 0) return [text];
  const parts: (string | Node)[] = [];
  let at = -start;
  for (const [i, piece] of mended.entries()) {
    const part = text.slice(Math.max(0, at), Math.max(0, at + piece.length));
    if (part !== "") parts.push(i % 2 === 1 ? html`<ins>${part}</ins>` : part);
    at += piece.length;
  }
  return parts;
}

/** Line breaks made visible, where they are what was mended. */
export function visible(text: string): string {
  return text.replace(/[ \t]*(?:\r\n?|\n)\s*/g, "↵");
}

export function statementsDownload({ file, dossier, statements }: FullDossier): HTMLElement {
  const variants = file.variants ?? [];
  const mark = { full: "x", partial: "(x)" } as const;
  return downloads(
    () => ({
      name: `uitspraken-${dossier.id}`,
      columns: [
        "dossier",
        "id",
        "code",
        "onderdeel",
        "soort_onderdeel",
        "sectie",
        "nummer",
        "bladzijde",
        "aanloop",
        "tekst",
        "geldt_aanvullend_voor",
        ...variants.map((v) => v.title),
      ],
      rows: statements.map((s): Cell[] => [
        dossier.id,
        s.id,
        s.place?.code ?? null,
        s.place?.title ?? null,
        s.place === null ? null : unitKind(s.place.kind),
        s.section,
        s.code ?? null,
        s.page ?? null,
        s.lead ?? null,
        s.text,
        s.scope ?? null,
        ...variants.map((v) => {
          const own = s.variants !== undefined && Object.hasOwn(s.variants, v.id) ? s.variants[v.id] : undefined;
          return own === undefined ? null : mark[own];
        }),
      ]),
    }),
    "alle uitspraken",
  );
}
