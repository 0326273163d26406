/** The parts of the page Ankerpunten, and of what other pages say of a theme. */
import { FileAttachment } from "npm:@observablehq/stdlib";
import { html } from "npm:htl";
import type { ThemeRow } from "../../src/charts/index.js";
import { percent } from "../generated/charts.js";
import type { AnchorsFile, ThemeInfo, ThemeOverview, ThemeTally } from "./anchor-types.js";
import { type FullDossier, load, loadDossier, type PlacedStatement } from "./data.js";
import { marked } from "./lists.js";
import type { Sheet } from "./sheets.js";
import type { StatementView } from "./statements.js";
import { table } from "./table.js";
import type { Overview } from "./types.js";
import { flat, heldBy, type UnitNode, unitName } from "./units.js";
import { count, counted, type NumberedDossier, named, score } from "./words.js";

const themesFile = FileAttachment("../data/ankerpunten.json");

export async function loadThemes(): Promise<ThemeInfo[]> {
  return (await themesFile.json()) as ThemeInfo[];
}

/** The theme of an id, or the first where there is none such. */
export const themeOf = (themes: readonly ThemeInfo[], id: string | undefined): ThemeInfo =>
  themes.find((theme) => theme.id === id) ?? (themes[0] as ThemeInfo);

export const loadTheme = (overview: Overview, { id }: ThemeInfo): Promise<ThemeOverview> =>
  load(overview, `data/ankerpunten/${id}/alle.json`);

export const LABELS = ["geen", "rand", "kern"] as const;
export type Label = (typeof LABELS)[number];

/** What a statement has to do with the theme. */
export interface Mark {
  label: Label;
  score: number;
  /** By their ids. */
  partners: string[];
  rules: string[];
  /** [start, end, place of the rule]; empty where the text is withheld. */
  words: [number, number, number][];
}

const NONE: Mark = { label: "geen", score: 0, partners: [], rules: [], words: [] };

/** A dossier with the anchor points of one theme. */
export interface DossierWithAnchors extends FullDossier {
  theme: ThemeInfo;
  anchors: AnchorsFile;
  /** Of a statement of this dossier. */
  mark: (s: PlacedStatement) => Mark;
}

export function withAnchors(dossier: FullDossier, theme: ThemeInfo, anchors: AnchorsFile): DossierWithAnchors {
  const marks = new Map(
    (anchors.marks ?? []).map(([statement, label, value, partners, rules, words]): [number, Mark] => [
      statement,
      {
        label: LABELS[label],
        score: value,
        partners: partners.map((i) => theme.partners[i] ?? ""),
        rules: rules.map((i) => anchors.rules[i] ?? ""),
        words: words ?? [],
      },
    ]),
  );
  return { ...dossier, theme, anchors, mark: ({ number }) => marks.get(number - 1) ?? NONE };
}

/** A dossier with its anchor points; null if the address names none that is here. */
export async function loadAnchors(
  overview: Overview,
  id: string | undefined,
  theme: ThemeInfo,
): Promise<DossierWithAnchors | null> {
  const key = overview.dossiers.find((d) => d.id === id)?.key;
  if (key === undefined) return null;
  const [dossier, anchors] = await Promise.all([
    loadDossier(overview, id),
    load<AnchorsFile>(overview, `data/ankerpunten/${theme.id}/${key}.json`),
  ]);
  return dossier === null ? null : withAnchors(dossier, theme, anchors);
}

/** A partner in words. */
export const partnerName = named({
  team: "team en collega's",
  discipline: "andere disciplines",
  organisation: "organisaties",
  informal: "familie en netwerk",
  lead: "leidinggevende",
  new: "nieuwe collega's",
});

/** What the columns of the matrix are called: the partners, and none. */
export const partnerNames = ({ partners }: ThemeInfo): string[] => [...partners.map(partnerName), "niemand genoemd"];

/** How the address names a column of the matrix. */
export const partnerKey = ({ partners }: ThemeInfo, column: number): string => partners[column] ?? NOBODY;
const NOBODY = "niemand";

/** What kern, rand and geen mean, for any theme and for this one. */
export function labelGuide(theme: ThemeInfo): HTMLElement {
  return html`<details><summary>Wat is kern, en wat is rand?</summary>
<dl>
<dt><span class="tag identical">kern</span></dt><dd>De uitspraak zelf vraagt dit van de beroepskracht. Bij <i>samenwerken</i>: zij werkt samen, stemt af, overlegt, deelt informatie of draagt over, met collega's, het team, andere beroepen of organisaties.</dd>
<dt><span class="tag partial">rand</span></dt><dd>Het thema komt alleen zijdelings voor. Bij <i>samenwerken</i>: zij roept hulp in, verwijst door, vraagt feedback of werkt een nieuwe collega in. Ook samenwerken met alleen familie of vrijwilligers is rand.</dd>
<dt>geen</dt><dd>De uitspraak gaat over iets anders. <i>Samen met de cliënt</i> alleen is dus geen samenwerken in deze zin.</dd>
</dl>
<p>Over dit thema: ${theme.description}</p>
${theme.notes.length === 0 ? "" : html`<ul>${theme.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
<p>Een programma geeft de labels, met vaste regels. U ziet altijd welke woorden de doorslag gaven. <a href="./methode.html#themas">Hoe dit werkt, en hoe goed</a></p></details>`;
}

/** All levels that a theme is counted at. */
export const levelsOf = ({ dossiers }: ThemeOverview): string[] =>
  [...new Set(dossiers.flatMap((d) => d?.levels.map(({ level }) => level) ?? []))].sort();

export interface ThemeRowOf extends ThemeRow {
  /** Units that hold statements, by label; null for a part of a dossier. */
  units: { core: number; marginal: number; all: number } | null;
}

const row = (id: string, title: string, own: ThemeTally, units: ThemeRowOf["units"]): ThemeRowOf => ({
  id,
  title,
  statements: own.statements,
  core: own.core,
  marginal: own.marginal,
  facets: own.facets,
  units,
});

/** The dossiers that are labelled; with a level, what they have at it. */
export function themeRows(
  dossiers: readonly NumberedDossier[],
  { dossiers: found }: ThemeOverview,
  level = "",
): ThemeRowOf[] {
  return dossiers.flatMap((d): ThemeRowOf[] => {
    const own = found[d.number - 1] ?? null;
    if (own === null) return [];
    if (level === "") return [row(d.id, d.name, own, own.units)];
    const at = own.levels.find((one) => one.level === level);
    return at === undefined ? [] : [row(d.id, d.name, at, null)];
  });
}

/** The variants of one dossier, lowest level first. */
export function variantRows({ dossier, file }: FullDossier, { dossiers }: ThemeOverview): ThemeRowOf[] {
  const own = dossiers[dossier.number - 1]?.variants ?? [];
  return (file.variants ?? []).flatMap(({ id, title, level }) => {
    const at = own.find((one) => one.variant === id);
    return at === undefined ? [] : [row(id, level ? `${title} (${level})` : title, at, null)];
  });
}

const share = (n: number, all: number): string => (all === 0 ? "–" : `${percent(n / all)}%`);

/** How strong the theme is in each row, with a way to open it. */
export function themeTable(rows: readonly ThemeRowOf[], open?: (id: string) => Node): HTMLElement {
  const units = rows.some((r) => r.units !== null);
  return table<ThemeRowOf>(
    "Hoeveel uitspraken en onderdelen bij het thema horen",
    [
      { name: "Dossier", value: (r) => open?.(r.id) ?? r.title, heading: true },
      { name: "Uitspraken", value: (r) => count(r.statements), number: true },
      { name: "Kern", value: (r) => count(r.core), number: true },
      { name: "Rand", value: (r) => count(r.marginal), number: true },
      { name: "Deel kern", value: (r) => share(r.core, r.statements), number: true },
      { name: "Deel rand", value: (r) => share(r.marginal, r.statements), number: true },
      ...(units
        ? [
            { name: "Onderdelen met kern", value: (r: ThemeRowOf) => part(r.units?.core, r.units?.all), number: true },
            {
              name: "Onderdelen met alleen rand",
              value: (r: ThemeRowOf) => part(r.units?.marginal, r.units?.all),
              number: true,
            },
          ]
        : []),
    ],
    rows,
  );
}

const part = (n: number | undefined, all: number | undefined): string =>
  n === undefined || all === undefined ? "–" : `${count(n)} van ${count(all)}`;

export function themeSheet(theme: ThemeInfo, rows: readonly ThemeRowOf[]): Sheet {
  return {
    name: `${theme.id}-per-dossier`,
    columns: [
      "id",
      "titel",
      "uitspraken",
      "kern",
      "rand",
      "onderdelen",
      "onderdelen_met_kern",
      "onderdelen_met_alleen_rand",
    ],
    rows: rows.map((r) => [
      r.id,
      r.title,
      r.statements,
      r.core,
      r.marginal,
      r.units?.all ?? null,
      r.units?.core ?? null,
      r.units?.marginal ?? null,
    ]),
  };
}

/** The matrix in numbers: kern, and after a plus sign rand. */
export function facetTable(theme: ThemeInfo, rows: readonly ThemeRowOf[]): HTMLElement {
  return table<ThemeRowOf>(
    "In hoeveel uitspraken elke partner voorkomt: kern + rand",
    [
      { name: "Dossier", value: (r) => r.title, heading: true },
      ...partnerNames(theme).map((name, i) => ({
        name,
        number: true,
        value: (r: ThemeRowOf): string => {
          const [core, marginal] = r.facets[i] ?? [0, 0];
          return marginal === 0 ? count(core) : `${count(core)} + ${count(marginal)}`;
        },
      })),
    ],
    rows,
  );
}

export function facetSheet(theme: ThemeInfo, rows: readonly ThemeRowOf[]): Sheet {
  const names = partnerNames(theme);
  return {
    name: `${theme.id}-partners`,
    columns: ["id", "titel", "partner", "kern", "rand"],
    rows: rows.flatMap((r) => names.map((name, i) => [r.id, r.title, name, ...(r.facets[i] ?? [0, 0])])),
  };
}

/** How much of one dossier carries the theme, in sentences. @param part what of it is counted, in words, if not all */
export function coverageText(
  { dossier, theme }: Pick<DossierWithAnchors, "dossier" | "theme">,
  own: ThemeRowOf,
  part = "",
): HTMLElement {
  const { units } = own;
  if (own.statements === 0) return html`<p>Er zijn geen uitspraken van <i>${dossier.title}</i>${part}.</p>`;
  const without = units === null ? 0 : units.all - units.core - units.marginal;
  return html`<div><p>Van de ${counted(own.statements, "uitspraak", "uitspraken")} van <i>${dossier.title}</i>${part} ${own.core === 1 ? "is" : "zijn"} er <b>${count(own.core)} kern</b> (${share(own.core, own.statements)}) en <b>${count(own.marginal)} rand</b> (${share(own.marginal, own.statements)}) voor <i>${theme.title}</i>.</p>
${units === null ? "" : html`<p>Van de ${counted(units.all, "onderdeel", "onderdelen")} met uitspraken ${units.core === 1 ? "heeft" : "hebben"} er ${count(units.core)} ten minste één uitspraak die kern is (${share(units.core, units.all)}). ${count(units.marginal)} ${units.marginal === 1 ? "heeft" : "hebben"} alleen rand. <a href="#zonder">${count(without)} ${without === 1 ? "heeft" : "hebben"} het thema niet</a>.</p>`}</div>`;
}

/** What the list of a dossier is narrowed to; empty is everything but `show`, which is then kern and rand. */
export interface AnchorChoice {
  show?: string;
  partner?: string;
  level?: string;
  variant?: string;
  section?: string;
}

/** The levels that a statement holds for, by name; within a variant, that of the variant. */
export function levelsAt({ file }: Pick<FullDossier, "file">, s: PlacedStatement, variant = ""): string[] {
  const own = file.variants?.find(({ id }) => id === variant)?.at;
  if (own !== undefined) return file.levels.slice(own, own + 1);
  return s.levels === undefined ? file.levels : s.levels.flatMap((i) => file.levels[i] ?? []);
}

/** Whether a statement is in the list. */
export function anchorFilter(dossier: DossierWithAnchors, choice: AnchorChoice): (s: PlacedStatement) => boolean {
  const { show = "", partner = "", level = "", variant = "", section = "" } = choice;
  return (s) => {
    const { label, partners } = dossier.mark(s);
    return (
      (show === "alles" || (show === "" ? label !== "geen" : label === show)) &&
      (partner === "" ||
        (label !== "geen" && (partner === NOBODY ? partners.length === 0 : partners.includes(partner)))) &&
      (level === "" || levelsAt(dossier, s, variant).includes(level)) &&
      (variant === "" || s.variants?.[variant] !== undefined) &&
      (section === "" || s.section === section)
    );
  };
}

const labelTag = (label: Label): HTMLElement =>
  html`<span class=${label === "kern" ? "tag identical" : "tag partial"}>${label}</span>`;

/** The label of a statement, its partners, and the rules that gave it. */
export function markTags({ mark }: DossierWithAnchors, s: PlacedStatement, more = true): HTMLElement | string {
  const { label, partners, rules, score: value } = mark(s);
  if (label === "geen") return more ? html`<p class="tags"><span class="muted">geen</span></p>` : "";
  return html`<p class="tags">${labelTag(label)} ${partners.map((partner) => html`<span class="tag">${partnerName(partner)}</span> `)}${
    more
      ? html`<span class="muted">${rules.length === 0 ? "" : `${rules.length === 1 ? "regel" : "regels"}: ${rules.join(", ")} · `}score ${score(value)}</span>`
      : ""
  }</p>`;
}

/** A statement with the words that gave its label marked, and the label below it. */
export const anchorView = (dossier: DossierWithAnchors): StatementView => ({
  text: (s, text) => marked(text, dossier.mark(s).words),
  tags: (s) => markTags(dossier, s),
  page: 20,
});

/** How many kern and rand stand in a unit and below it. */
export function unitMarks(dossier: DossierWithAnchors): (node: UnitNode) => HTMLElement {
  return (node) => {
    const labels = flat([node]).flatMap((one) => one.statements.map((s) => dossier.mark(s).label));
    const [core, marginal] = (["kern", "rand"] as const).map((label) => labels.filter((l) => l === label).length);
    if (labels.length === 0) return html`<small></small>`;
    if (!core && !marginal) return html`<small class="unit-marks">geen</small>`;
    return html`<span class="unit-marks">${core ? html`<span class="tag identical">kern ${count(core)}</span> ` : ""}${marginal ? html`<span class="tag partial">rand ${count(marginal)}</span>` : ""}</span>`;
  };
}

/** Units that hold some of these statements themselves, none of which has the theme. */
export function withoutTheme(
  { file, mark }: DossierWithAnchors,
  statements: readonly PlacedStatement[],
  open: (id: string, name: string) => Node,
): HTMLElement {
  const holding = new Set(statements.map((s) => s.unit));
  const having = new Set(statements.filter((s) => mark(s).label !== "geen").map((s) => s.unit));
  const units = file.units.filter(({ id }) => holding.has(id) && !having.has(id));
  if (units.length === 0) return html`<p class="muted">In elk onderdeel met uitspraken komt het thema voor.</p>`;
  return html`<ul>${units.map((unit) => {
    const holder = heldBy(file, unit);
    return html`<li>${open(unit.id, unitName(unit))}${holder === "" ? "" : html` <span class="muted">in ${holder}</span>`}</li>`;
  })}</ul>`;
}

/** The statements that are shown, with what was found. */
export function anchorSheet(dossier: DossierWithAnchors, statements: readonly PlacedStatement[]): Sheet {
  return {
    name: `${dossier.theme.id}-uitspraken`,
    columns: [
      "dossier",
      "id",
      "code",
      "onderdeel",
      "sectie",
      "bladzijde",
      "label",
      "score",
      "partners",
      "regels",
      "woorden",
      "tekst",
    ],
    rows: statements.map((s) => {
      const { label, score: value, partners, rules, words } = dossier.mark(s);
      const { text } = s;
      return [
        dossier.dossier.id,
        s.id,
        s.place?.code ?? null,
        s.place?.title ?? null,
        s.section,
        s.page ?? null,
        label,
        label === "geen" ? null : value,
        partners.map(partnerName).join(", "),
        rules.join(", "),
        text === null ? null : words.map(([start, end]) => text.slice(start, end)).join(" … "),
        text,
      ];
    }),
  };
}

/** What another dossier asks that is missing here. */
export interface Missing {
  dossier: NumberedDossier;
  core: number;
  missing: number;
}

/** Most missing first. */
export function missingRows(dossiers: readonly NumberedDossier[], { anchors }: DossierWithAnchors): Missing[] {
  return anchors.missing
    .flatMap(([i, core, missing]): Missing[] => {
      const dossier = dossiers[i];
      return dossier === undefined || core === 0 ? [] : [{ dossier, core, missing }];
    })
    .sort((x, y) => y.missing - x.missing || x.dossier.number - y.dossier.number);
}

export function missingTable(rows: readonly Missing[], open: (dossier: NumberedDossier) => Node): HTMLElement {
  return table<Missing>(
    "Hoeveel kernuitspraken van elk ander dossier hier geen tegenhanger hebben",
    [
      { name: "Ander dossier", value: (r) => open(r.dossier), heading: true },
      { name: "Kern daar", value: (r) => count(r.core), number: true },
      { name: "Daarvan hier niet gevonden", value: (r) => count(r.missing), number: true },
      { name: "Deel", value: (r) => share(r.missing, r.core), number: true },
    ],
    rows,
  );
}

/** More names than this in one cell are shown when asked for. */
const MOST_NAMED = 12;

/** Which levels there are, and in which dossiers. */
export function levelTable(dossiers: readonly NumberedDossier[], theme: ThemeOverview): HTMLElement {
  const at = (level: string): { dossier: NumberedDossier; statements: number }[] =>
    dossiers.flatMap((dossier) => {
      const own = theme.dossiers[dossier.number - 1]?.levels.find((one) => one.level === level);
      return own === undefined ? [] : [{ dossier, statements: own.statements }];
    });
  const levels = levelsOf(theme).filter((level) => at(level).length > 0);
  if (levels.length === 0) return html`<p class="muted">Deze dossiers noemen geen niveau.</p>`;
  return table(
    "Welke niveaus er zijn, en in welke dossiers",
    [
      { name: "Niveau", value: (level) => level, heading: true },
      {
        name: "Dossiers, met het aantal uitspraken op dit niveau",
        value: (level) => {
          const own = at(level);
          const names = own.map(({ dossier, statements }) => `${dossier.name} (${count(statements)})`).join("; ");
          return own.length > MOST_NAMED
            ? html`<details><summary>${counted(own.length, "dossier", "dossiers")}</summary>${names}</details>`
            : names;
        },
      },
    ],
    levels,
  );
}

/** The numbers of one dossier, or of some of its statements, counted from its own marks. */
export function ownTally(
  dossier: DossierWithAnchors,
  statements: readonly PlacedStatement[] = dossier.statements,
): ThemeRowOf {
  const number = (labels: readonly Label[], label: Label): number => labels.filter((own) => own === label).length;
  const labels = statements.map((s) => dossier.mark(s).label);
  const units = new Map<string, Label[]>();
  for (const [i, { unit }] of statements.entries()) units.set(unit, [...(units.get(unit) ?? []), labels[i] as Label]);
  const perUnit = [...units.values()].map(
    (own): Label => (own.includes("kern") ? "kern" : own.includes("rand") ? "rand" : "geen"),
  );
  return {
    id: dossier.dossier.id,
    title: dossier.dossier.title,
    statements: labels.length,
    core: number(labels, "kern"),
    marginal: number(labels, "rand"),
    facets: [],
    units: { core: number(perUnit, "kern"), marginal: number(perUnit, "rand"), all: perUnit.length },
  };
}
