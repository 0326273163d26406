/** How far the judging is, and the files: one's own to keep, another person's to lay beside it. */
import { html } from "npm:htl";
import type { AlignResult, Decision } from "../../src/compare/index.js";
import { percent } from "../generated/charts.js";
import { type Reader, Refused } from "./background.js";
import { saveFile } from "./csv.js";
import { aboutThese, type Decisions, VERDICTS, verdictName } from "./decisions.js";
import { fileButton } from "./file-button.js";
import type { Agreement } from "./own-types.js";
import { reasonInDutch } from "./reasons.js";
import { table } from "./table.js";
import { term } from "./term.js";
import { wipeButton } from "./wipe.js";
import { count, counted, score } from "./words.js";

/** What is decided and what is open, in words; follows the decisions. */
export function decisionCount(result: AlignResult, decisions: Decisions): HTMLElement {
  const line = html`<p role="status"></p>`;
  let placed = false;
  const stop = decisions.watch(() => {
    placed ||= line.isConnected;
    if (placed && !line.isConnected) {
      stop();
      return;
    }
    const each = VERDICTS.map(([verdict, , name]) => {
      const n = decisions.all.filter((d) => d.decision === verdict).length;
      return n === 0 ? "" : `${count(n)} ${name}`;
    }).filter((x) => x !== "");
    const open = result.pairs.filter((p) => decisions.on(p.a, p.b) === null).length;
    line.textContent = `${
      each.length === 0 ? "U hebt nog niets besloten." : `U hebt besloten: ${each.join(", ")}.`
    } Van de ${counted(result.pairs.length, "paar", "paren")} ${open === 1 ? "staat" : "staan"} er nog ${count(open)} open.`;
  });
  return line;
}

/** What is at hand to read and to name decisions with. */
export interface DecisionContext {
  reader: Reader;
  decisions: Decisions;
  /** Whether a (or b) holds a statement or unit of this id. */
  has(side: "a" | "b", id: string): boolean;
  /** What stands behind an id, for people. */
  name(id: string): string;
  /** Shows the pairs anew. */
  again(): void;
}

/** Save, load, clear, and lay another person's decisions beside one's own. */
export function decisionFiles(context: DecisionContext): HTMLElement {
  const { decisions, again } = context;
  const save = html`<button type="button">Bewaar uw besluiten als bestand</button>`;
  save.addEventListener("click", () => saveFile("besluiten.json", decisions.toFile(), "application/json"));
  const clear = wipeButton("Wis al uw besluiten op deze paren", () => {
    const { all } = decisions;
    if (all.length === 0) return null;
    decisions.clear();
    again();
    return {
      what: counted(all.length, "besluit", "besluiten"),
      back: () => {
        decisions.add(all);
        again();
      },
    };
  });
  const rerun = html`<button type="button">Zoek opnieuw met uw besluiten</button>`;
  rerun.addEventListener("click", again);
  const back = html`<div role="status"></div>`;
  const beside = html`<div role="status"></div>`;
  return html`<details class="decision-files"><summary>Uw besluiten bewaren, terughalen of naast die van een collega leggen</summary>
<p>Uw besluiten blijven in deze browser. Als bestand kunt u ze delen, en met <code>ankerpunt crosswalk --decisions</code> gebruiken.</p>
<p class="buttons">${save} ${rerun} ${clear}</p>
<p class="buttons">${fileButton("Haal besluiten terug uit een bestand", { accept: ACCEPT }, ([file]) => {
    void taken(file, context, back, (found) => {
      decisions.add(found);
      again();
      return html`<p>${counted(found.length, "besluit", "besluiten")} overgenomen.</p>`;
    });
  })} ${fileButton("Leg de besluiten van een collega ernaast", { accept: ACCEPT }, ([file]) => {
    void taken(file, context, beside, async (found) =>
      agreement(await context.reader.agreement(decisions.all, found), file?.name ?? "", context),
    );
  })}</p>
${back}${beside}</details>`;
}

const ACCEPT = ".json,.csv,.tsv,.txt";

/** Reads a file of decisions with the library's own reader, and says what came of it. */
async function taken(
  file: File | undefined,
  { reader, has }: DecisionContext,
  said: HTMLElement,
  use: (found: Decision[]) => HTMLElement | Promise<HTMLElement>,
): Promise<void> {
  if (file === undefined) return;
  try {
    const { taken: found, left } = aboutThese(await reader.decisions(await file.arrayBuffer()), has);
    const rest =
      left === 0
        ? ""
        : html`<p>${counted(left, "besluit gaat", "besluiten gaan")} over iets anders dan wat u hier vergelijkt, en ${left === 1 ? "telt" : "tellen"} niet mee.</p>`;
    said.replaceChildren(html`<div><p class="where">Gelezen: ${file.name}</p>${await use(found)}${rest}</div>`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    said.replaceChildren(
      html`<div class="note warning"><p><b>${file.name}</b>: ${
        error instanceof Refused ? reasonInDutch(reason) : "Dit bestand is niet te lezen."
      }</p><p class="where">Melding van het programma: <q lang="en">${reason}</q></p></div>`,
    );
  }
}

function agreement(
  { both, same, kappa, confirmed, differences }: Agreement,
  file: string,
  { name }: DecisionContext,
): HTMLElement {
  if (both === 0) return html`<p>U en ${file} hebben geen enkel paar allebei beoordeeld.</p>`;
  const interval =
    kappa.low === null || kappa.high === null
      ? ""
      : ` (met 95% zekerheid tussen ${score(kappa.low)} en ${score(kappa.high)})`;
  return html`<div><ul>
<li>U en uw collega hebben allebei ${counted(both, "paar", "paren")} beoordeeld. Bij ${count(same)} (${percent(same / both)}%) is het besluit hetzelfde.</li>
<li>${
    kappa.value === null
      ? "Cohens kappa is niet te berekenen: u en uw collega gaven overal hetzelfde besluit, en dan zegt het getal niets."
      : `Cohens kappa, dus wat er van de overeenstemming overblijft zonder het toeval: ${score(kappa.value)}${interval}. 1 is volledig eens, 0 is niet meer dan toeval.`
  }</li>
${
  confirmed.either === 0
    ? ""
    : html`<li>Van de ${counted(confirmed.either, "paar", "paren")} die u of uw collega bevestigde, bevestigde u er allebei ${count(confirmed.both)} (Jaccard ${score(confirmed.both / confirmed.either)}; ${term("jaccard", "wat is dat?")}).</li>`
}</ul>${
    differences.length === 0
      ? ""
      : table(
          "Waar u en uw collega verschillen",
          [
            { name: "A", value: (d) => (d.a === null ? "–" : name(d.a)), heading: true },
            { name: "B", value: (d) => (d.b === null ? "–" : name(d.b)) },
            { name: "U", value: (d) => verdictName(d.mine) },
            { name: file, value: (d) => verdictName(d.theirs) },
          ],
          differences,
        )
  }</div>`;
}
