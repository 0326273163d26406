/** The parts of the first page. */
import type { Table } from "npm:arquero";
import { html } from "npm:htl";
import type { DirectedShare } from "../../src/charts/index.js";
import { percent } from "../generated/charts.js";
import { reasonInDutch } from "./reasons.js";
import { downloads } from "./sheets.js";
import { table } from "./table.js";
import type { CollectionId, Overview } from "./types.js";
import { ownCopy } from "./withheld.js";
import { collectionName, count, counted, type NumberedDossier } from "./words.js";

/** How to read the heat map, shown on the pair whose two directions differ most. */
export function readingExample(dossiers: readonly NumberedDossier[], shares: readonly DirectedShare[]): HTMLElement {
  const byPair = new Map(shares.map((s) => [`${s.from}\n${s.to}`, s]));
  let best: [DirectedShare, DirectedShare] | undefined;
  let most = 0;
  for (const s of shares) {
    const back = byPair.get(`${s.to}\n${s.from}`);
    if (s.share === null || back === undefined || back.share === null) continue;
    if (s.share - back.share > most) {
      most = s.share - back.share;
      best = [s, back];
    }
  }
  if (best === undefined) return html`<span></span>`;
  const [there, back] = best;
  const name = (id: string): string => dossiers.find((d) => d.id === id)?.title ?? "";
  const number = (id: string): number => dossiers.find((d) => d.id === id)?.number ?? 0;
  return html`<p>Een voorbeeld: rij ${number(there.from)}, kolom ${number(there.to)} heeft <b>${percent(
    there.share ?? 0,
  )}</b>. Dat betekent: van de ${counted(there.statements, "uitspraak", "uitspraken")} van <i>${name(
    there.from,
  )}</i> komt ${percent(there.share ?? 0)}% ook voor in <i>${name(there.to)}</i>. Andersom (rij ${number(
    there.to,
  )}, kolom ${number(there.from)}) is dat ${percent(back.share ?? 0)}%, want <i>${name(back.from)}</i> heeft ${counted(
    back.statements,
    "uitspraak",
    "uitspraken",
  )}.</p>`;
}

/** The heat map's numbers as a table; each number is a link to the statements behind it. */
export function shareTable(
  dossiers: readonly NumberedDossier[],
  shares: readonly DirectedShare[],
  link: (from: string, to: string) => string,
  choose: (from: string, to: string) => void,
): HTMLElement {
  const byPair = new Map(shares.map((s) => [`${s.from}\n${s.to}`, s.share]));
  return table(
    "Hoeveel procent van het dossier in de rij komt terug in het dossier in de kolom",
    [
      { name: "Dossier", value: (d) => d.name, heading: true },
      ...dossiers.map((to) => ({
        name: String(to.number),
        number: true,
        value: (from: NumberedDossier): string | Node => {
          if (from === to) return "";
          const share = byPair.get(`${from.id}\n${to.id}`) ?? null;
          if (share === null) return "–";
          const label = `${percent(share)}% van ${from.name} komt terug in ${to.name}`;
          const anchor = html`<a href=${link(from.id, to.id)} aria-label=${label}>${percent(share)}</a>`;
          anchor.addEventListener("click", (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            choose(from.id, to.id);
          });
          return anchor;
        },
      })),
    ],
    dossiers,
  );
}

export function sharesDownload(dossiers: readonly NumberedDossier[], shares: readonly DirectedShare[]): HTMLElement {
  const title = new Map(dossiers.map((d) => [d.id, d.title]));
  return downloads(
    () => ({
      name: "overlap",
      columns: ["van", "van_titel", "in", "in_titel", "uitspraken", "identiek", "bijna_gelijk", "aandeel"],
      rows: shares.map((s) => [
        s.from,
        title.get(s.from) ?? "",
        s.to,
        title.get(s.to) ?? "",
        s.statements,
        s.identical,
        s.near,
        s.share,
      ]),
    }),
    "deze cijfers",
  );
}

/** What a collection is, and what a reader can do with it. */
export function collectionText(overview: Overview, id: CollectionId): HTMLElement {
  const files = new Set(overview.dossiers.filter((d) => d.collection === id).map((d) => d.file)).size;
  switch (id) {
    case "bronnen":
      return html`<p>Uw eigen bestanden, uit de map <code>data/bronnen/</code>. ${
        overview.replaced.length > 0
          ? `Daarvan ${overview.replaced.length === 1 ? "stond" : "stonden"} ${counted(
              overview.replaced.length,
              "dossier",
              "dossiers",
            )} ook in het meegeleverde corpus; hier ${overview.replaced.length === 1 ? "staat het" : "staan ze"} met tekst.`
          : ""
      }</p>`;
    case "corpus":
      return html`<div><p>Een uittreksel van ${counted(files, "echt document", "echte documenten")}. De tekst is <b>niet meegeleverd</b>, want die is van anderen. Titels, codes en aantallen staan er wel, en vergelijken kan ook.</p>
<p class="note">${ownCopy()}</p></div>`;
    case "voorbeeld":
      return html`<p>Korte dossiers die voor dit project zijn geschreven, met de volledige tekst. Ze zijn verzonnen: ze laten zien hoe het werkt.</p>`;
    case "eigen":
      return html`<p>Bestanden die u zelf in deze browser hebt gekozen.</p>`;
  }
}

interface DossierRow extends NumberedDossier {
  inStatements: number;
  unparsed: number;
}

/** The dossiers of a collection. `rows` is made with Arquero. */
export function dossierTable(id: CollectionId, rows: Table): HTMLElement {
  return table(
    `Dossiers: ${collectionName(id)}`,
    [
      {
        name: "Dossier",
        value: (d) => html`<a href=${`./dossier.html?${new URLSearchParams({ d: d.id })}`}>${d.name}</a>`,
        heading: true,
      },
      { name: "Soort", value: (d) => d.kindName },
      { name: "Niveau", value: (d) => d.level ?? "–" },
      { name: "Onderdelen", value: (d) => count(d.units), number: true },
      { name: "Uitspraken", value: (d) => count(d.statements), number: true },
      { name: "Tekst in uitspraken", value: (d) => share(d.inStatements), number: true },
      { name: "Niet herkend", value: (d) => share(d.unparsed), number: true },
      { name: "Tekst te lezen", value: (d) => (d.withText ? "ja" : "niet meegeleverd") },
    ],
    rows.objects() as DossierRow[],
  );
}

function share(x: number | null): string {
  return x === null || Number.isNaN(x) ? "–" : `${percent(x)}%`;
}

export function skippedFiles(overview: Overview): HTMLElement {
  if (overview.skipped.length === 0) return html`<span></span>`;
  return html`<div class="note warning"><p><b>Niet gelezen</b></p><ul>${overview.skipped.map(
    (s) =>
      html`<li>${s.file} (${collectionName(s.collection)}): ${reasonInDutch(s.reason)} <span class="where">Melding van het programma: <q lang="en">${s.reason}</q></span></li>`,
  )}</ul></div>`;
}
