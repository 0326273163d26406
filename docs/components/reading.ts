/** What is known of one dossier, and of how it was read: facts, repairs, synonyms, warnings. */
import { html } from "npm:htl";
import type { CoverageRow } from "../../src/charts/index.js";
import { coverageRows } from "../generated/charts.js";
import type { FullDossier } from "./data.js";
import { visible } from "./statements.js";
import { table } from "./table.js";
import type { RepairSummary } from "./types.js";
import { unitName } from "./units.js";
import { count, counted, named } from "./words.js";

export function facts({ dossier: d, file }: FullDossier): HTMLElement {
  const rows: [string, string | Node][] = [
    ["Soort", d.kindName],
    ["Niveau", d.level ?? (file.levels.join("; ") || "niet genoemd in het document")],
    ...(file.version === undefined ? [] : ([["Versie", file.version]] as [string, string][])),
    ["Bestand", file.pages === undefined ? d.file : `${d.file} (${counted(file.pages, "bladzijde", "bladzijden")})`],
    ["Uit", d.collectionName],
    ["Onderdelen", count(d.units)],
    ["Uitspraken", count(d.statements)],
    ["Herstellingen", count(d.repairs)],
  ];
  const variants = file.variants ?? [];
  if (variants.length > 0) {
    rows.push([
      "Varianten",
      html`<ul class="plain">${variants.map((v) => html`<li>${v.title}${v.level ? ` (${v.level})` : ""}</li>`)}</ul>`,
    ]);
  }
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Where the characters went: a bar, and the same in numbers. */
export function coverage({ dossier }: FullDossier): HTMLElement {
  const rows: CoverageRow[] = coverageRows([dossier]);
  if (rows.length === 0) return html`<p class="muted">Het document heeft geen tekst.</p>`;
  return html`<div><div class="bar" aria-hidden="true">${rows.map((r) => {
    const piece = html`<span class=${`part part-${r.order}`}></span>`;
    piece.style.flexGrow = String(r.share);
    return piece;
  })}</div>
${table<CoverageRow>(
  "Waar de tekst van dit dossier bleef",
  [
    { name: "Soort tekst", value: (r) => html`<span class=${`key part-${r.order}`}></span> ${r.kind}`, heading: true },
    { name: "Tekens", value: (r) => count(r.characters), number: true },
    { name: "Aandeel", value: (r) => r.label, number: true },
  ],
  rows,
)}</div>`;
}

const repairRule = named({
  "encoding:accent": "los accent bij zijn letter gezet",
  "encoding:bullet": "opsommingsteken hersteld",
  "encoding:invisible": "onzichtbaar teken weggehaald",
  "encoding:ligature": "samengetrokken letters (fi, fl, ij) uitgeschreven",
  "encoding:mojibake": "verkeerd gelezen tekenset hersteld",
  footnote: "voetnoot uit de zin gehaald",
  "footnote-mark": "nootcijfer uit de zin gehaald",
  "hyphenation:inside": "afbreekstreepje midden in een regel weggehaald",
  "hyphenation:joined": "afgebroken woord weer aan elkaar",
  "hyphenation:kept": "streepje aan het eind van de regel behouden",
  "hyphenation:slash": "regeleinde na een schuine streep weggehaald",
  "hyphenation:soft": "zacht afbreekstreepje weggehaald",
  "hyphenation:suspended": "weglatingsstreepje behouden",
  known: "volgens het bestand zelf geen tekst van de zin",
  "letters:accent": "verkeerd gelezen letter hersteld, meestal een met accent",
  "letters:digit": "cijfer dat een letter moest zijn",
  "letters:shape": "letter verward met een letter die erop lijkt",
  "spaces:glued": "aan elkaar geplakte woorden gescheiden",
  "spaces:hyphen": "spatie bij een streepje weggehaald",
  "spaces:mark": "spatie bij een leesteken hersteld",
  "spaces:spaced": "losse letters weer een woord",
  "spaces:split": "spatie midden in een woord weggehaald",
  "spaces:suspended": "spatie na een weglatingsstreepje hersteld",
});

/** A rule in words, or several that worked together. */
function ruleName(rule: string): string {
  return rule
    .split("+")
    .map((one) => (one.startsWith("furniture:") ? "rest van de bladzijde weggehaald" : repairRule(one)))
    .join("; ");
}

/** At most this many repairs at once; the rest after a press on a button. */
const PAGE = 50;

export function repairs({ file, statements, dossier }: FullDossier): HTMLElement {
  if (file.repairs.length === 0) return html`<p class="muted">In dit dossier is niets hersteld.</p>`;
  const rules = new Map<string, number>();
  for (const r of file.repairs) rules.set(ruleName(r.rule), (rules.get(ruleName(r.rule)) ?? 0) + 1);
  const perRule = [...rules].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const summary = table(
    "Hoe vaak elke regel iets herstelde",
    [
      { name: "Regel", value: ([name]) => name, heading: true },
      { name: "Aantal", value: ([, n]) => count(n), number: true },
    ],
    perRule,
  );
  if (file.repairs.every((r) => r.from === null)) {
    return html`<div><p class="note">${dossier.withText ? "" : "De tekst van dit dossier is niet meegeleverd. "}U ziet daarom alleen hoe vaak er iets is hersteld, niet wat er stond.</p>${summary}</div>`;
  }
  const place = (r: RepairSummary): string => {
    const s = r.statement === undefined ? undefined : statements[r.statement];
    if (s === undefined) return "buiten de uitspraken";
    return s.place === null ? "in een uitspraak" : unitName(s.place);
  };
  const list = (n: number): HTMLElement =>
    table<RepairSummary>(
      "De herstellingen, in de volgorde van het document",
      [
        {
          name: "Er stond",
          value: (r) => (r.from === null ? "–" : html`<del>${visible(r.from)}</del>`),
          heading: true,
        },
        {
          name: "Werd",
          value: (r) =>
            r.to === null
              ? "–"
              : r.to === ""
                ? html`<span class="muted">weg</span>`
                : html`<ins>${visible(r.to)}</ins>`,
        },
        { name: "Regel", value: (r) => ruleName(r.rule), wide: true },
        { name: "Waar", value: place, wide: true },
      ],
      file.repairs.slice(0, n),
    );
  const box = html`<div><details><summary>Hoe vaak elke regel iets herstelde</summary>${summary}</details></div>`;
  let shown = PAGE;
  let current = list(shown);
  box.append(current);
  if (file.repairs.length > PAGE) {
    const more = html`<button type="button"></button>`;
    const label = (): void => {
      more.textContent = `Toon meer herstellingen (nog ${count(file.repairs.length - shown)})`;
    };
    more.addEventListener("click", () => {
      shown = Math.min(file.repairs.length, shown + 10 * PAGE);
      const next = list(shown);
      current.replaceWith(next);
      current = next;
      if (shown === file.repairs.length) {
        more.remove();
        next.focus();
      } else label();
    });
    label();
    box.append(more);
  }
  return box;
}

export function synonyms({ file }: FullDossier): HTMLElement {
  if (file.synonyms.length === 0) {
    return html`<p class="muted">Dit dossier zegt van geen woord dat er ook een ander voor gelezen mag worden.</p>`;
  }
  return table(
    "Woorden die volgens het document voor elkaar staan",
    [
      { name: "Woord", value: (s) => s.term, heading: true },
      { name: "Staat ook voor", value: (s) => s.members.join(", ") },
    ],
    file.synonyms,
  );
}

const WARNINGS: Record<string, string> = {
  "code-by-title": "Dit onderdeel kreeg de code die in het overzicht bij deze titel staat.",
  "code-inferred": "De kop van dit onderdeel is in het bestand verloren gegaan. De code is afgeleid uit het overzicht.",
  "code-twice": "Dezelfde code of hetzelfde nummer staat twee keer in het document.",
  "competency-letter": "De letter van een competentie past niet bij de naam; de naam is gevolgd.",
  "matrix-columns": "De kolommen van een tabel met varianten zijn niet goed te lezen. Kijk de varianten na.",
  "matrix-row": "Een rij in de tabel met varianten is niet zeker gelezen. Kijk de varianten van die rij na.",
  "not-described": "Dit staat in het overzicht, maar wordt nergens beschreven.",
  "not-in-overview": "Dit wordt beschreven, maar staat niet in het overzicht.",
  "overview-title": "Bij een code uit het overzicht is geen titel gevonden.",
  "page-unreadable": "Een bladzijde van de PDF is beschadigd en niet gelezen.",
  "page-without-text":
    "Een bladzijde heeft geen tekst: ze is leeg, of een plaatje dat eerst met OCR moet worden gelezen.",
  "part-left-out": "Een deel van het Word-document is niet gelezen.",
  "pdf-damaged": "De PDF is beschadigd. Wat nog te lezen was, is gelezen.",
  "profile-renamed": "De naam van een profiel staat in het overzicht bij een andere code.",
  "profile-uncertain": "Het is niet zeker bij welk profiel uit het overzicht dit deel hoort.",
  "profile-unknown": "Een beschreven profiel past bij geen enkel profiel uit het overzicht.",
  "sheet-left-out": "Een werkblad van het rekenblad is niet gelezen.",
  "taak-number": "Het nummer van een taak was verkeerd gelezen en is hersteld.",
  "title-differs": "De titel is anders dan in het overzicht.",
  "unknown-competency": "Een competentie heeft een naam die niet bij de 25 bekende hoort.",
};

export function warnings({ file }: FullDossier): HTMLElement {
  if (file.warnings.length === 0) return html`<p class="muted">Geen: het programma twijfelde nergens aan.</p>`;
  return html`<ul class="warnings">${file.warnings.map(
    (w) =>
      html`<li>${Object.hasOwn(WARNINGS, w.code) ? WARNINGS[w.code] : "Let op deze plek in het document."} <span class="where">Melding van het programma: <q lang="en">${w.message}</q> (<code>${w.code}</code>)</span></li>`,
  )}</ul>`;
}
