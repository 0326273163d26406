/** The parts of the page Niveaus. */
import { FileAttachment } from "npm:@observablehq/stdlib";
import { html } from "npm:htl";
import type { LadderRow, LevelProfileRow } from "../../src/charts/index.js";
import type { LevelScales, VariantCount, VariantOverlap } from "../../src/compare/index.js";
import type { Scale } from "../../src/language/depth.js";
import { percent } from "../generated/charts.js";
import { blockOf } from "./blocks.js";
import type { Cell } from "./csv.js";
import { type FullDossier, load, loadDossier, type PlacedStatement } from "./data.js";
import { fold } from "./fold.js";
import type { LevelsFile, LevelsOverview, OtherLevelFile, OtherLevelTuple, StepFile } from "./level-types.js";
import { growing, marked } from "./lists.js";
import { lead, place, statementText } from "./pairs.js";
import type { Sheet } from "./sheets.js";
import { table } from "./table.js";
import type { Overview } from "./types.js";
import { count, counted, type NumberedDossier, numbered, score } from "./words.js";

export { downloads } from "./sheets.js";

const levelsFile = FileAttachment("../data/niveaus.json");

export async function loadLevelsOverview(): Promise<LevelsOverview> {
  return (await levelsFile.json()) as LevelsOverview;
}

export interface DossierWithLevels extends FullDossier {
  levels: LevelsFile;
}

/** A dossier with its levels; null if the address names none that is here. */
export async function loadLevels(overview: Overview, id: string | undefined): Promise<DossierWithLevels | null> {
  const key = numbered(overview).find((d) => d.id === id)?.key;
  if (key === undefined) return null;
  const [dossier, levels] = await Promise.all([
    loadDossier(overview, id),
    load<LevelsFile>(overview, `data/niveaus/${key}.json`),
  ]);
  return dossier === null ? null : { ...dossier, levels };
}

/** The statements that a dossier has at another level than another one, with which it has some. */
export async function loadOtherLevels(
  overview: Overview,
  here: DossierWithLevels,
  other: NumberedDossier,
): Promise<OtherLevelTuple[]> {
  const place = other.number - 1;
  const file = `data/niveaus/${here.dossier.key}.anders.${blockOf(place)}.json`;
  return (await load<OtherLevelFile>(overview, file))[place] ?? [];
}

export type Variant = LevelsFile["variants"][number];
export const variantName = ({ title, level }: Variant): string =>
  level === null ? title : `${title} (${level.label})`;

/** Which ladders a dossier has, to choose from. */
export function ladderChoices({ counts }: LevelsFile): (readonly ["matrix" | "taken", string])[] {
  const names = [
    ["matrix", "Matrix van processen"],
    ["taken", "Taken"],
  ] as const;
  return names.filter(([of]) => counts.some((row) => row.of === of));
}

/** The numbers behind the ladder. */
export function ladderTable(
  variants: readonly Variant[],
  counts: readonly VariantCount[],
  steps: readonly StepFile[],
): HTMLElement {
  const step = ({ id }: Variant): StepFile | undefined => steps.find(({ to }) => to === id);
  const own = ({ id }: Variant): VariantCount | undefined => counts.find(({ variant }) => variant === id);
  const of = (value: number | undefined): string => (value === undefined ? "–" : count(value));
  return table<Variant>(
    "Hoeveel uitspraken elk niveau heeft, en wat er verandert ten opzichte van het niveau ervoor",
    [
      { name: "Niveau", value: variantName, heading: true },
      { name: "Helemaal (x)", value: (v) => of(own(v)?.full), number: true },
      { name: "Deels ((x))", value: (v) => of(own(v)?.partial), number: true },
      { name: "Blijft", value: (v) => of(step(v)?.kept), number: true },
      { name: "Waarvan nu helemaal", value: (v) => of(step(v)?.grown), number: true },
      { name: "Nieuw", value: (v) => of(step(v)?.new), number: true },
      { name: "Vervalt", value: (v) => of(step(v)?.dropped), number: true },
    ],
    variants,
  );
}

export function ladderSheet(rows: readonly LadderRow[]): Sheet {
  return {
    name: "niveauladder",
    columns: ["niveau", "soort", "uitspraken"],
    rows: rows.map(({ title, kind, statements }) => [title, kind, statements]),
  };
}

export function containmentTable(variants: readonly Variant[], overlap: readonly VariantOverlap[]): HTMLElement {
  return table<Variant>(
    "Hoeveel procent van het niveau in de rij terugkomt in het niveau in de kolom",
    [
      { name: "Niveau", value: variantName, heading: true },
      ...variants.map((to) => ({
        name: variantName(to),
        number: true,
        value: (from: Variant): string => {
          if (from.id === to.id) return "";
          const share = containment(overlap, from.id, to.id);
          return share === null ? "–" : `${percent(share)}%`;
        },
      })),
    ],
    variants,
  );
}

/** How much of one variant comes back in another; null where there is nothing to compare. */
export function containment(overlap: readonly VariantOverlap[], from: string, to: string): number | null {
  const there = overlap.find(({ a, b }) => a === from && b === to);
  if (there) return there.aInB;
  return overlap.find(({ a, b }) => a === to && b === from)?.bInA ?? null;
}

export const containmentSheet = (variants: readonly Variant[], overlap: readonly VariantOverlap[]): Sheet => ({
  name: "niveaus-in-elkaar",
  columns: ["niveau", "komt_terug_in", "aandeel"],
  rows: variants.flatMap((from) =>
    variants.flatMap((to) =>
      from.id === to.id ? [] : [[variantName(from), variantName(to), containment(overlap, from.id, to.id)]],
    ),
  ),
});

const at = (dossier: FullDossier, i: number): PlacedStatement => dossier.statements[i] as PlacedStatement;

/** A statement with where it stands. */
function item(s: PlacedStatement, also: string | Node = ""): HTMLElement {
  return html`<li>${statementText(s)}<p class="where">${place(s)}</p>${also}</li>`;
}

/** What makes one step: new, grown, dropped and kept. */
export function stepLists(dossier: DossierWithLevels, step: StepFile): HTMLElement {
  const grown = step.keptPairs.filter(([, , , grew]) => grew === 1);
  const changed = step.keptPairs.filter(([from, to, likeness]) => from !== to && likeness < 1);
  const same = step.keptPairs.filter((pair) => !grown.includes(pair) && !changed.includes(pair));
  const block = (title: string, n: number, open: boolean, body: () => HTMLElement): HTMLElement =>
    fold(`stap-${title}`, `${title} (${count(n)})`, () => [body()], { open, class: "step" });
  const statements = (list: readonly number[], empty: string): HTMLElement =>
    growing(list, (i) => item(at(dossier, i)), empty);
  return html`<div>
${block("Nieuw op dit niveau", step.newStatements.length, true, () => statements(step.newStatements, "Niets is nieuw."))}
${
  step.of === "matrix"
    ? block("Eerst deels, nu helemaal", grown.length, grown.length > 0, () =>
        statements(
          grown.map(([, to]) => to),
          "Geen.",
        ),
      )
    : block("Blijft, in andere woorden", changed.length, changed.length > 0, () =>
        growing(
          changed,
          ([from, to, likeness]) =>
            html`<li>${statementText(at(dossier, to))}<p class="where">eerst: ${statementText(at(dossier, from))}</p><p class="where">gelijkenis ${score(likeness)}</p></li>`,
          "Geen.",
        ),
      )
}
${block("Vervalt", step.droppedStatements.length, step.droppedStatements.length > 0, () => statements(step.droppedStatements, "Niets vervalt."))}
${block(step.of === "matrix" ? "Blijft gelijk" : "Blijft, in dezelfde woorden", same.length, false, () =>
  statements(
    same.map(([, to]) => to),
    "Niets blijft gelijk.",
  ),
)}
</div>`;
}

export function stepSheet(dossier: DossierWithLevels, step: StepFile): Sheet {
  const row = (kind: string, i: number, likeness: number | null): Cell[] => {
    const s = at(dossier, i);
    return [kind, s.id, s.place?.code ?? null, s.place?.title ?? null, s.section, s.text, likeness];
  };
  return {
    name: `stap-naar-${step.to}`,
    columns: ["soort", "id", "code", "onderdeel", "sectie", "tekst", "gelijkenis"],
    rows: [
      ...step.newStatements.map((i) => row("nieuw", i, null)),
      ...step.keptPairs.map(([, to, likeness, grew]) => row(grew === 1 ? "nu helemaal" : "blijft", to, likeness)),
      ...step.droppedStatements.map((i) => row("vervalt", i, null)),
    ],
  };
}

/** The rows of a profile: the whole dossier, its variants, or what each variant adds. */
export function profileRows({ levels, dossier }: DossierWithLevels, scale: Scale): LevelProfileRow[] {
  const { profile, variants } = levels;
  if (profile === null) return [];
  const own = (id: string, title: string, scales: LevelScales, nlqf: number | undefined): LevelProfileRow => ({
    id,
    title,
    profile: scales[scale.id],
    stated: nlqf,
  });
  if (variants.length === 0) return [own("", dossier.title, profile.scales, profile.level?.nlqf)];
  return profile.variants.map(({ variant, level, scales }) => {
    const known = variants.find(({ id }) => id === variant) as Variant;
    return own(variant, variantName(known), scales, level?.nlqf);
  });
}

/** In words how the wording lies to the level that is stated. */
export function profileTable(dossier: DossierWithLevels, scales: readonly Scale[]): HTMLElement {
  const { profile, variants } = dossier.levels;
  if (profile === null) return html`<p class="muted">Niet bekend.</p>`;
  const wholes =
    variants.length === 0
      ? [{ name: dossier.dossier.title, level: profile.level, scales: profile.scales }]
      : profile.variants.map((own) => ({
          name: variantName(variants.find(({ id }) => id === own.variant) as Variant),
          level: own.level,
          scales: own.scales,
        }));
  const rows = wholes.flatMap((whole) => scales.map((scale) => ({ ...whole, scale, found: whole.scales[scale.id] })));
  type Row = (typeof rows)[number];
  return table<Row>(
    "Het niveau in de woorden, naast het niveau dat het document noemt",
    [
      { name: "Van", value: (r) => r.name, heading: true },
      { name: "Genoemd niveau", value: (r) => r.level?.label ?? "niet genoemd" },
      { name: "Schaal", value: (r) => r.scale.title },
      { name: "Uitspraken", value: (r) => count(r.found?.statements ?? 0), number: true },
      { name: "Middelste trede", value: (r) => middle(r.scale, r.found?.median) },
      { name: "Gemiddelde", value: (r) => (r.found === null ? "–" : score(r.found.mean)), number: true },
      { name: "Lager", value: (r) => beside(r.found?.stated?.below), number: true },
      { name: "Past", value: (r) => beside(r.found?.stated?.at), number: true },
      { name: "Hoger", value: (r) => beside(r.found?.stated?.above), number: true },
    ],
    rows,
  );
}

const beside = (n: number | undefined): string => (n === undefined ? "–" : count(n));

function middle({ steps }: Scale, median: number | undefined): string {
  if (median === undefined) return "–";
  const name = (step: number): string => steps[step - 1]?.title ?? "";
  return Number.isInteger(median)
    ? name(median)
    : `tussen “${name(Math.floor(median))}” en “${name(Math.ceil(median))}”`;
}

/** The profile of every dossier of the site, each a link. */
export function allProfiles(
  { scales, dossiers }: LevelsOverview,
  name: (id: string) => string,
  open: (id: string) => Node,
): HTMLElement {
  type Row = LevelsOverview["dossiers"][number];
  return table<Row>(
    "Van elk dossier de middelste trede op elke schaal, met het aantal uitspraken waarop die rust",
    [
      { name: "Dossier", value: (d) => open(d.id), heading: true },
      {
        name: "Genoemd niveau",
        value: (d) => d.level?.label ?? (d.variants > 0 ? counted(d.variants, "niveau", "niveaus") : "–"),
      },
      ...scales.map((scale) => ({
        name: scale.title,
        value: (d: Row): string => {
          const found = d.scales?.[scale.id];
          if (d.scales === null) return "niet bekend";
          return found ? `${middle(scale, found.median)} (${count(found.statements)})` : "–";
        },
      })),
    ],
    [...dossiers].filter(({ id }) => name(id) !== ""),
  );
}

export function profileSheet(dossier: DossierWithLevels, scales: readonly Scale[]): Sheet {
  const { profile, variants } = dossier.levels;
  const wholes =
    profile === null
      ? []
      : [
          { name: dossier.dossier.title, level: profile.level, scales: profile.scales },
          ...profile.variants.map((own) => ({
            name: variants.find(({ id }) => id === own.variant)?.title ?? own.variant,
            level: own.level,
            scales: own.scales,
          })),
        ];
  return {
    name: "niveauprofiel",
    columns: ["van", "genoemd_niveau", "schaal", "trede", "naam_trede", "uitspraken"],
    rows: wholes.flatMap((whole) =>
      scales.flatMap((scale) =>
        scale.steps.map(({ step, title }): Cell[] => [
          whole.name,
          whole.level?.label ?? null,
          scale.title,
          step,
          title,
          whole.scales[scale.id]?.distribution[step - 1] ?? 0,
        ]),
      ),
    ),
  };
}

/** What the evidence is narrowed to. */
export interface EvidenceChoice {
  scale: number;
  step?: number;
  variant?: string;
}

interface Found {
  statement: PlacedStatement;
  steps: number[];
  inText: [number, number][];
  inLead: boolean;
}

/** The statements that show a scale, with all their places on it; with a step, those that have it for their highest. */
export function evidence(dossier: DossierWithLevels, { scale, step, variant }: EvidenceChoice): Found[] {
  const found = new Map<number, Found>();
  for (const [i, own, at_, inLead, words] of dossier.levels.profile?.evidence ?? []) {
    const statement = at(dossier, i);
    if (own !== scale || (variant !== undefined && statement.variants?.[variant] === undefined)) continue;
    const known = found.get(i) ?? { statement, steps: [], inText: [], inLead: false };
    known.steps.push(at_);
    if (inLead === 1) known.inLead = true;
    else known.inText.push(...(words ?? []));
    found.set(i, known);
  }
  return [...found.values()].filter(({ steps }) => step === undefined || Math.max(...steps) === step);
}

export function evidenceList(list: readonly Found[], scale: Scale): HTMLElement {
  return growing(
    list,
    ({ statement, steps, inText, inLead }) => {
      const names = [...new Set(steps)].sort((a, b) => a - b).map((step) => scale.steps[step - 1]?.title ?? "");
      const text =
        statement.text === null
          ? statementText(statement)
          : html`<p class="statement">${inLead && statement.lead ? html`<mark>${statement.lead}</mark> ` : lead(statement)}${marked(statement.text, inText)}</p>`;
      return html`<li>${text}<p class="where"><b>${names.join(", ")}</b> · ${place(statement)}</p></li>`;
    },
    "Geen uitspraken met woorden van deze schaal.",
  );
}

export function evidenceSheet(dossier: DossierWithLevels, list: readonly Found[], scale: Scale): Sheet {
  return {
    name: "woorden-van-niveau",
    columns: ["dossier", "id", "code", "onderdeel", "schaal", "tredes", "tekst"],
    rows: list.map(({ statement: s, steps }) => [
      dossier.dossier.id,
      s.id,
      s.place?.code ?? null,
      s.place?.title ?? null,
      scale.title,
      steps.map((step) => scale.steps[step - 1]?.title ?? "").join(", "),
      s.text,
    ]),
  };
}

/** A pair alike in content at another level, with the dossier of its second statement. */
export interface OtherLevel {
  other: FullDossier;
  /** What the two sides are called. */
  names: [string, string];
  pair: OtherLevelTuple;
}

export function otherLevelList(
  dossier: DossierWithLevels,
  list: readonly OtherLevel[],
  scales: readonly Scale[],
): HTMLElement {
  const side = (letter: string, name: string, s: PlacedStatement): HTMLElement =>
    html`<div class="side"><p class="where"><b class="badge">${letter}</b> ${name} · ${place(s)}</p>${statementText(s)}</div>`;
  return growing(
    list,
    ({ other, names, pair: [a, b, likeness, differences, higher] }) => html`<li class="pair">
<div class="verdict"><span class="tag near">${higher === "mixed" ? "gemengd" : `${higher === "a" ? "A" : "B"} ligt hoger`}</span> ${differences.map(
      ({ scale, a: left, b: right }) => {
        const own = scales.find(({ id }) => id === scale);
        return html`<span>${own?.title ?? scale}: ${own?.steps[left - 1]?.title ?? left} → ${own?.steps[right - 1]?.title ?? right}</span> `;
      },
    )} <span class="muted">gelijkenis ${score(likeness)}</span></div>
${side("A", names[0], at(dossier, a))}
${side("B", names[1], at(other, b))}
</li>`,
    "Geen paren gevonden.",
  );
}

export function otherLevelSheet(
  dossier: DossierWithLevels,
  list: readonly OtherLevel[],
  scales: readonly Scale[],
): Sheet {
  return {
    name: "zelfde-inhoud-ander-niveau",
    columns: ["a", "id_a", "tekst_a", "b", "id_b", "tekst_b", "gelijkenis", "schaal", "trede_a", "trede_b", "hoger"],
    rows: list.flatMap(({ other, names, pair: [a, b, likeness, differences, higher] }) =>
      differences.map(({ scale, a: left, b: right }): Cell[] => {
        const own = scales.find(({ id }) => id === scale);
        const step = (n: number): string => own?.steps[n - 1]?.title ?? String(n);
        const [s, t] = [at(dossier, a), at(other, b)];
        return [
          names[0],
          s.id,
          s.text,
          names[1],
          t.id,
          t.text,
          likeness,
          own?.title ?? scale,
          step(left),
          step(right),
          higher === "mixed" ? "gemengd" : higher,
        ];
      }),
    ),
  };
}

export type ThemeLevels = LevelsFile["themes"][number];

/** How a theme grows, level by level: the numbers, and what each level adds. */
export function themeTable(dossier: DossierWithLevels, { title, levels }: ThemeLevels, of: string): HTMLElement {
  const rows = levels.filter((row) => row.of === of);
  type Row = (typeof rows)[number];
  const name = (id: string): string => {
    const variant = dossier.levels.variants.find((one) => one.id === id);
    return variant === undefined ? id : variantName(variant);
  };
  return table<Row>(
    `Hoeveel uitspraken van elk niveau over ${title} gaan`,
    [
      { name: "Niveau", value: (r) => name(r.variant), heading: true },
      { name: "Kern", value: (r) => count(r.core), number: true },
      { name: "Rand", value: (r) => count(r.marginal), number: true },
      { name: "Uitspraken", value: (r) => count(r.statements), number: true },
      {
        name: "Aandeel kern",
        value: (r) => (r.statements === 0 ? "–" : `${percent(r.core / r.statements)}%`),
        number: true,
      },
      { name: "Nieuwe kern", value: (r) => count(r.added.length), number: true },
    ],
    rows,
  );
}

/** The kern statements that each level adds. */
export function themeAdded(dossier: DossierWithLevels, { levels }: ThemeLevels, of: string): HTMLElement {
  const rows = levels.filter((row) => row.of === of && row.added.length > 0);
  if (rows.length === 0) return html`<p class="muted">Geen niveau voegt kernuitspraken toe.</p>`;
  return html`<div>${rows.map(({ variant, added }) => {
    const known = dossier.levels.variants.find(({ id }) => id === variant);
    return fold(
      `nieuw-${variant}`,
      `Nieuw bij ${known?.title ?? variant} (${count(added.length)})`,
      () => [growing(added, (i) => item(at(dossier, i)), "")],
      { class: "step" },
    );
  })}</div>`;
}

export const themeSheet = (dossier: DossierWithLevels, { id, levels }: ThemeLevels): Sheet => ({
  name: `thema-per-niveau-${id}`,
  columns: ["lijst", "niveau", "kern", "rand", "uitspraken", "nieuwe_kern"],
  rows: levels.map((row) => [
    row.of,
    dossier.levels.variants.find((variant) => variant.id === row.variant)?.title ?? row.variant,
    row.core,
    row.marginal,
    row.statements,
    row.added.length,
  ]),
});

/** Explains the ladder of one dossier in a sentence for each step. */
export function ladderSentences(variants: readonly Variant[], steps: readonly StepFile[]): HTMLElement {
  const name = (id: string): string => variants.find((variant) => variant.id === id)?.title ?? id;
  return html`<ul class="plain">${steps.map(
    ({ from, to, kept, new: added, dropped }) =>
      html`<li>Van <b>${name(from)}</b> naar <b>${name(to)}</b>: ${counted(added, "uitspraak is", "uitspraken zijn")} nieuw, ${count(kept)} ${kept === 1 ? "blijft" : "blijven"}, ${count(dropped)} ${dropped === 1 ? "vervalt" : "vervallen"}.</li>`,
  )}</ul>`;
}
