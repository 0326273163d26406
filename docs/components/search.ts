/** Searching all statements, units and titles of the site; of the index only the files of the asked words are loaded. */

import { FileAttachment } from "npm:@observablehq/stdlib";
import { html } from "npm:htl";
import type { SearchHit, SearchQuery, SearchShard } from "../../scripts/site/search-core.js";
import { markedPieces, searchIndex, searchQuery, shardOf } from "../generated/search.js";
import type { Address } from "./address.js";
import { load } from "./data.js";
import { follow, hasWords } from "./dossiers.js";
import type { DossierFile, Overview, SearchOverview } from "./types.js";
import { holderOf, unitName } from "./units.js";
import { count, counted, type NumberedDossier, sectionName, unitKind } from "./words.js";

const overviewFile = FileAttachment("../data/zoeken.json");

export type SearchAddress = Address<"q" | "d" | "soort" | "sectie">;

/** What was found, and of which dossier and section; the statements themselves are loaded when they are shown. */
export interface Found {
  query: SearchQuery;
  /** The words that were found, to mark them. */
  words: ReadonlySet<string>;
  hits: FoundHit[];
}

export interface FoundHit extends SearchHit {
  in: NumberedDossier;
  /** Null for the title of a dossier or a unit. */
  section: string | null;
}

/** Null where nothing is asked. */
export async function search(
  overview: Overview,
  dossiers: readonly NumberedDossier[],
  text: string,
): Promise<Found | null> {
  const query = searchQuery(text);
  if (text.trim() === "") return null;
  const { shards, sections, dossiers: runs } = (await overviewFile.json()) as SearchOverview;
  const names = [...new Set(query.words.map(shardOf))].filter((name) => shards.includes(name));
  const loaded = await Promise.all(
    names.map(async (name) => [name, await load<SearchShard>(overview, `data/zoeken/${name}.json`)] as const),
  );
  const section = (d: NumberedDossier, place: number): string | null => {
    let left = place - 1 - d.units;
    const of = runs[d.number - 1] ?? [];
    for (let i = 0; left >= 0 && i < of.length; i += 2) {
      left -= of[i + 1] ?? 0;
      if (left < 0) return sections[of[i] ?? 0] ?? "";
    }
    return null;
  };
  const { hits, found } = searchIndex(new Map(loaded), query);
  const inText = hits.flatMap((hit): FoundHit[] => {
    const d = dossiers[hit.dossier];
    return d === undefined ? [] : [{ ...hit, in: d, section: section(d, hit.place) }];
  });
  // A document is often known by the name of its file or its kind, which its title need not say.
  const named = dossiers
    .filter(hasWords(text))
    .filter((d) => !inText.some((hit) => hit.in === d && hit.place === 0))
    .map((d): FoundHit => ({ dossier: d.number - 1, place: 0, quality: 0, in: d, section: null }));
  return { query, words: found, hits: [...named, ...inText] };
}

/** The box to type in: it follows the address, and the address follows it while one types. */
export function searchBox(state: SearchAddress): HTMLElement {
  const input = html`<input type="search" autocomplete="off" spellcheck="false" maxlength="200">` as HTMLInputElement;
  const form = html`<form role="search" class="fields"><label class="field"><span>Zoek naar</span>${input}</label><button>Zoek</button></form>`;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (replace: boolean): void => {
    clearTimeout(waiting);
    if (input.value !== (state.get().q ?? "")) state.set({ q: input.value, d: "", soort: "", sectie: "" }, { replace });
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(true), 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(false);
  });
  state.watch("q")(({ q = "" }) => {
    if (document.activeElement !== input || q.trim() !== input.value.trim()) input.value = q;
  });
  return form;
}

/** Those that the filters in the address keep. */
export function filtered({ hits }: Found, { d, soort, sectie }: ReturnType<SearchAddress["get"]>): FoundHit[] {
  return hits.filter(
    (hit) =>
      (d === undefined || hit.in.id === d) &&
      (soort === undefined || hit.in.kind === soort) &&
      (sectie === undefined || (hit.section ?? TITLES) === sectie),
  );
}

/** Stands in the address for what is no statement. */
const TITLES = "titels";

/** Lists to choose a dossier, a kind and a section from, each with how often it is among what was found. */
export function searchFilters({ hits }: Found, state: SearchAddress): HTMLElement {
  const list = (
    name: "d" | "soort" | "sectie",
    label: string,
    all: string,
    of: (hit: FoundHit) => [string, string],
  ) => {
    const numbers = new Map<string, { name: string; n: number }>();
    for (const hit of hits) {
      const [value, shown] = of(hit);
      numbers.set(value, { name: shown, n: (numbers.get(value)?.n ?? 0) + 1 });
    }
    const select = html`<select><option value="">${all} (${count(hits.length)})</option>${[...numbers].map(
      ([value, { name: shown, n }]) => html`<option value=${value}>${shown} (${count(n)})</option>`,
    )}</select>` as HTMLSelectElement;
    // A filter of a shared link that finds nothing any more stays to be seen and taken off.
    const now = state.get()[name] ?? "";
    if (now !== "" && !numbers.has(now)) select.append(html`<option value=${now}>${now} (0)</option>`);
    follow(select, state, name, (value) => {
      select.value = value;
    });
    select.addEventListener("change", () => state.set({ [name]: select.value }));
    return html`<label class="field"><span>${label}</span>${select}</label>`;
  };
  return html`<div class="fields">
${list("d", "In dossier", "Alle dossiers", (hit) => [hit.in.id, hit.in.name])}
${list("soort", "Soort document", "Alle soorten", (hit) => [hit.in.kind, hit.in.kindName])}
${list("sectie", "Soort tekst", "Alles", (hit) => (hit.section === null ? [TITLES, "titels en codes"] : [hit.section, sectionName(hit.section)]))}
</div>`;
}

/** At most this many at once; the rest after a press on a button. */
const PAGE = 20;

/** What was found, each with its place and a link to it; a page of it at a time. */
export function hitList(overview: Overview, { words }: Found, hits: readonly FoundHit[]): HTMLElement {
  const list = html`<ul class="plain statements-list hits"></ul>`;
  const more = html`<button type="button"></button>` as HTMLButtonElement;
  const box = html`<div>${list}</div>`;
  let shown = 0;
  const show = async (focus: boolean): Promise<void> => {
    const some = hits.slice(shown, shown + PAGE);
    shown += some.length;
    more.disabled = true;
    const items = await Promise.all(
      some.map(async (hit) =>
        item(
          hit,
          hit.place === 0 ? null : await load<DossierFile>(overview, `data/dossiers/${hit.in.key}.json`),
          words,
        ),
      ),
    );
    more.disabled = false;
    list.append(...items);
    if (shown < hits.length) {
      more.textContent = `Toon meer (nog ${count(hits.length - shown)})`;
      box.append(more);
    } else more.remove();
    if (focus) items[0]?.querySelector("a")?.focus();
  };
  const failed = (error: unknown): void => {
    box.append(
      html`<p class="note warning">De tekst kon niet worden geladen: ${String(error)}. Laad de pagina opnieuw.</p>`,
    );
  };
  more.addEventListener("click", () => void show(true).catch(failed));
  void show(false).catch(failed);
  return box;
}

function item({ in: d, place }: FoundHit, file: DossierFile | null, words: ReadonlySet<string>): HTMLElement {
  const link = (params: Record<string, string>): string =>
    `./dossier.html?${new URLSearchParams({ d: d.id, ...params })}`;
  const marked = (text: string): (string | HTMLElement)[] =>
    markedPieces(text, words).map((piece, i) => (i % 2 === 1 ? html`<mark>${piece}</mark>` : piece));
  const unit = file?.units[place - 1];
  if (file === null) {
    return html`<li><p class="where">Dossier · ${d.kindName} · ${d.file}</p><p><a href=${link({})}>${d.number}. ${marked(d.title)}</a></p></li>`;
  }
  if (unit !== undefined) {
    // Variants and profiles have parts of the same name: what holds them tells which it is.
    const holder = holderOf(file, unit);
    return html`<li><p class="where">${d.name}${holder === undefined ? "" : ` · ${unitName(holder)}`} · ${unitKind(unit.kind)}</p><p><a href=${link({ e: unit.id })}>${marked(unitName(unit))}</a></p></li>`;
  }
  const s = file.statements[place - 1 - file.units.length];
  if (s === undefined) return html`<li class="muted">Deze uitspraak is er niet meer.</li>`;
  const home = file.units.find((u) => u.id === s.unit);
  const where = [home === undefined ? "" : unitName(home), s.code ?? ""].filter((x) => x !== "").join(" · ");
  return html`<li><p class="where"><a href=${link({ ...(home === undefined ? {} : { e: home.id }), s: s.id })}>${d.name}${where === "" ? "" : ` · ${where}`}</a> · ${sectionName(s.section)}</p>
${
  s.text === null
    ? html`<p class="withheld">Tekst niet meegeleverd</p>`
    : html`<p>${s.lead ? html`<span class="muted">${marked(s.lead)} </span>` : ""}${marked(s.text)}</p>`
}${s.scope ? html`<p class="scope">Geldt aanvullend voor: <b>${marked(s.scope)}</b></p>` : ""}</li>`;
}

/** How much was found, in words; for what was not searched for, why. @param withheld dossiers of which the text is not here */
export function foundText({ query, hits }: Found, kept: readonly FoundHit[], withheld = 0): HTMLElement {
  const ignored =
    query.ignored.length === 0
      ? ""
      : html` Niet gezocht op: ${query.ignored.map((word, i) => html`${i > 0 ? ", " : ""}<i>${word}</i>`)} (te gewoon).`;
  if (query.words.length === 0) {
    return html`<p aria-live="polite">Vul een woord in waar u iets mee vindt.${ignored}</p>`;
  }
  if (hits.length === 0) {
    return html`<p aria-live="polite">Niets gevonden met ${query.words.length === 1 ? "dit woord" : "al deze woorden samen"}.${ignored} Probeer minder woorden, een korter woord of een ander woord voor hetzelfde.</p>`;
  }
  const inDossiers = counted(new Set(kept.map((hit) => hit.dossier)).size, "dossier", "dossiers");
  const statements = kept.filter((hit) => hit.section !== null).length;
  return html`<p aria-live="polite">${counted(statements, "uitspraak", "uitspraken")} en ${counted(kept.length - statements, "titel", "titels")} in ${inDossiers}.${ignored}${
    withheld === 0
      ? ""
      : html` <span class="muted">Van ${counted(withheld, "dossier", "dossiers")} is de tekst niet meegeleverd: daar zijn alleen titels en codes te vinden.</span>`
  }</p>`;
}
