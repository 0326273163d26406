/** How far the judging is, and the files: one's own to keep, another person's to lay beside it. */
import { html } from "npm:htl";
import type { AlignResult } from "../../src/compare/index.js";
import { saveFile } from "./csv.js";
import {
  type Decision,
  type Decisions,
  differencesBetween,
  readDecisions,
  VERDICTS,
  verdictName,
} from "./decisions.js";
import { table } from "./table.js";
import { count, counted } from "./words.js";

/** How many pairs are judged, in words; follows the decisions. */
export function decisionCount(result: AlignResult, decisions: Decisions): HTMLElement {
  const line = html`<p role="status"></p>`;
  decisions.watch(() => {
    const found = result.pairs.map((p) => decisions.on(p.a, p.b)?.decision);
    const done = found.filter((d) => d !== undefined).length;
    const each = VERDICTS.map(([verdict]) => {
      const n = found.filter((d) => d === verdict).length;
      return n === 0
        ? ""
        : `${count(n)} ${{ confirmed: "bevestigd", rejected: "afgewezen", "no-match": "zonder tegenhanger" }[verdict]}`;
    }).filter((x) => x !== "");
    line.textContent = `${count(done)} van de ${counted(result.pairs.length, "paar", "paren")} beoordeeld${each.length > 0 ? `: ${each.join(", ")}` : ""}.`;
  });
  return line;
}

function fileInput(label: string, use: (text: string, name: string) => string | null): HTMLElement {
  const input = html`<input type="file" accept=".json">` as HTMLInputElement;
  const said = html`<p role="status" class="where"></p>`;
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    said.textContent = use(await file.text(), file.name) ?? `Gelezen: ${file.name}.`;
    input.value = "";
  });
  return html`<div><label class="field"><span>${label}</span>${input}</label>${said}</div>`;
}

/** Save, load, clear, and lay another person's decisions beside one's own. */
export function decisionFiles(decisions: Decisions, name: (id: string) => string, again: () => void): HTMLElement {
  const save = html`<button type="button">Bewaar uw besluiten als bestand</button>`;
  save.addEventListener("click", () => saveFile("besluiten.json", decisions.toFile(), "application/json"));
  const clear = html`<button type="button" class="quiet">Wis al uw besluiten op deze paren</button>`;
  clear.addEventListener("click", () => {
    decisions.clear();
    again();
  });
  const rerun = html`<button type="button">Zoek opnieuw met uw besluiten</button>`;
  rerun.addEventListener("click", again);
  const beside = html`<div aria-live="polite"></div>`;
  return html`<details class="decision-files"><summary>Uw besluiten bewaren, terughalen of naast die van een collega leggen</summary>
<p>Uw besluiten blijven in deze browser. Als bestand kunt u ze delen, en met <code>ankerpunt crosswalk --decisions</code> gebruiken.</p>
<p>${save} ${rerun} ${clear}</p>
${fileInput("Haal besluiten terug uit een bestand", (text) => {
  const read = readDecisions(text);
  if (typeof read === "string") return read;
  decisions.add(read);
  again();
  return null;
})}
${fileInput("Leg de besluiten van een collega ernaast", (text, file) => {
  const read = readDecisions(text);
  if (typeof read === "string") return read;
  beside.replaceChildren(agreement(decisions.all, read, file, name));
  return null;
})}
${beside}</details>`;
}

function agreement(
  mine: readonly Decision[],
  theirs: readonly Decision[],
  file: string,
  name: (id: string) => string,
): HTMLElement {
  const { both, same, differ } = differencesBetween(mine, theirs);
  if (both === 0) return html`<p>U en ${file} hebben geen paar dat u beiden hebt beoordeeld.</p>`;
  return html`<div><p>U beiden beoordeelde ${counted(both, "paar", "paren")}. Bij ${count(same)} (${Math.round((100 * same) / both)}%) kwam u tot hetzelfde besluit.</p>${
    differ.length === 0
      ? ""
      : table(
          "Waar u en uw collega verschillen",
          [
            { name: "A", value: (d) => (d.a === "" ? "–" : name(d.a)), heading: true },
            { name: "B", value: (d) => (d.b === "" ? "–" : name(d.b)) },
            { name: "U", value: (d) => verdictName(d.mine) },
            { name: file, value: (d) => verdictName(d.theirs) },
          ],
          differ,
        )
  }</div>`;
}
