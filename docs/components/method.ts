/** What the results say about how they were made. */
import { html } from "npm:htl";
import type { Json, Settings } from "../../src/model.js";
import { percent } from "../generated/charts.js";
import { table } from "./table.js";
import type { Overview } from "./types.js";
import { collectionName, count, numbered, repairName, signalName } from "./words.js";

/** What a setting means. */
const MEANINGS: Record<string, string> = {
  threshold: "de drempel: vanaf deze score telt een tegenhanger als bijna gelijk",
  rarity: "waar de zeldzaamheid van woorden vandaan komt; background: de vaste lijst",
  by: "wat met elkaar is vergeleken",
  "corpus.repair": "of beschadigde tekst is hersteld",
  "corpus.repairRules": "welke soorten schade zijn hersteld",
  "thresholdProbability.overlap": "hoe vaak een paar op de drempel volgens een lezer iets gemeen heeft, van 0 tot 1",
  "thresholdProbability.same": "hoe vaak een paar op de drempel volgens een lezer hetzelfde vraagt, van 0 tot 1",
  "thresholdProbability.judged.queries": "bij hoeveel uitspraken die lezer heeft gezocht",
  "thresholdProbability.judged.pairs": "hoeveel paren daarmee zijn beoordeeld",
  "thresholdProbability.judged.overlap": "hoeveel daarvan iets gemeen hebben",
  "thresholdProbability.judged.same": "hoeveel daarvan hetzelfde vragen",
  "corpus.kind": "of een soort document is opgelegd; geen: het programma herkent de soort zelf",
};

/** What each part of a score measures, by the name of its weight in the settings. */
const SIGNALS: Record<string, string> = {
  words: "Welke woorden en woordparen twee uitspraken delen.",
  stems: "Welke stammen twee uitspraken delen: begeleidt en begeleiden hebben dezelfde stam (TF-IDF, cosinus).",
  ngrams:
    "Welke stukjes van woorden twee uitspraken delen: zo lijken ook begeleidingsplan en plan voor begeleiding op elkaar (TF-IDF, cosinus).",
  concepts: "Welke begrippen twee uitspraken delen. Een vaste lijst zegt welke woorden voor hetzelfde begrip staan.",
  nearest:
    "Voor elk woord het woord in de andere uitspraak dat er het dichtst bij staat: hetzelfde woord, een synoniem, of een woord met een nabije betekenis (woordvectoren).",
  meaning:
    "Hoe dicht de woorden bij elkaar staan. Woorden die in veel Nederlandse teksten in dezelfde omgeving voorkomen, staan dicht bij elkaar (woordvectoren, cosinus).",
};

export function signalTable({ settings }: Overview): HTMLElement {
  const weights = Object.entries((settings.weights ?? {}) as Record<string, number>).filter(([, weight]) => weight > 0);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return table(
    "Onderdelen van een score",
    [
      { name: "Onderdeel", value: ([name]) => signalName(name), heading: true },
      { name: "Weegt mee voor", value: ([, weight]) => `${percent(weight / total)}%`, number: true },
      { name: "Wat het meet", value: ([name]) => SIGNALS[name] ?? "", wide: true },
    ],
    weights.sort((a, b) => b[1] - a[1]),
  );
}

interface SettingRow {
  name: string;
  value: string | Node;
}

/** All settings of a result, nested ones with a path for a name. */
function settingRows(settings: Settings): SettingRow[] {
  const rows: SettingRow[] = [];
  const visit = (name: string, value: Json): void => {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) visit(name === "" ? key : `${name}.${key}`, inner);
    } else {
      rows.push({ name, value: Array.isArray(value) ? listed(name, value.map(String)) : written(value) });
    }
  };
  visit("", settings);
  return rows;
}

function written(value: string | number | boolean | null | Json[]): string {
  if (value === null) return "geen";
  if (typeof value === "boolean") return value ? "ja" : "nee";
  return typeof value === "number" ? count(value) : String(value);
}

/** A list in one line; kinds of repairs in Dutch, each beside its name in the settings. */
const listed = (name: string, values: readonly string[]): string | Node =>
  name.endsWith("repairRules")
    ? html`<span>${values.map((rule, i) => html`${i > 0 ? ", " : ""}${repairName(rule)} (<code>${rule}</code>)`)}</span>`
    : values.join(", ");

const weightMeaning = (name: string): string => {
  const [, weight] = name.split("weights.");
  return weight === undefined ? "" : `hoe zwaar dit meetelt in de score: ${signalName(weight)}`;
};

export function settingsTable({ settings }: Overview): HTMLElement {
  return table<SettingRow>(
    "Instellingen van deze resultaten",
    [
      { name: "Instelling", value: (r) => html`<code>${broken(r.name)}</code>`, heading: true },
      { name: "Waarde", value: (r) => r.value },
      {
        name: "Betekenis",
        value: (r) => MEANINGS[r.name] ?? weightMeaning(r.name),
        wide: true,
      },
    ],
    settingRows(settings),
  );
}

/** A path may go on on the next line behind a dot. */
const broken = (path: string): (string | Node)[] =>
  path.split(/(?<=\.)/).flatMap((part, i) => (i > 0 ? [html`<wbr>`, part] : [part]));

/** The files everything was made from. */
export function sourcesTable(overview: Overview): HTMLElement {
  const files = new Map(numbered(overview).map((d) => [d.sha256, d]));
  return table(
    "Gebruikte bestanden",
    [
      { name: "Bestand", value: (d) => d.file, heading: true },
      { name: "Uit", value: (d) => collectionName(d.collection) },
      { name: "Vingerafdruk (SHA-256)", value: (d) => html`<code>${d.sha256.slice(0, 16)}…</code>` },
    ],
    files.values(),
  );
}
