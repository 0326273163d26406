/** The judgements of two people: choosing the files, and what they agree on. */
import { html } from "npm:htl";
import { percent } from "../generated/charts.js";
import { Refused } from "./background.js";
import { verdictName } from "./decisions.js";
import { fileButton } from "./file-button.js";
import type { CoderAgreement, NamedBytes } from "./own-types.js";
import { reasonInDutch } from "./reasons.js";
import { table } from "./table.js";
import { count, counted, judgedThing, score } from "./words.js";

/** A file of the site. */
interface Example {
  name: string;
  file: { arrayBuffer(): Promise<ArrayBuffer> };
}

/** An input with files as its value: the examples until somebody chooses. */
export function coderFiles(examples: readonly Example[]): HTMLElement {
  const said = html`<p class="where" role="status">Nu: twee verzonnen voorbeelden.</p>`;
  const back = html`<button type="button" class="quiet" hidden>Terug naar de voorbeelden</button>`;
  const input = html`<div class="buttons"></div>` as HTMLElement & { value?: NamedBytes[] };
  let last = 0;
  const use = async (files: readonly (Example | File)[], words: string): Promise<void> => {
    const own = ++last;
    try {
      const value = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: await ("file" in file ? file.file : file).arrayBuffer(),
        })),
      );
      // A large file may arrive after what was chosen next.
      if (own !== last) return;
      input.value = value;
      said.textContent = words;
      input.dispatchEvent(new Event("input"));
    } catch {
      said.textContent = "De browser kan dit bestand niet openen. Kies het opnieuw.";
    }
  };
  back.addEventListener("click", () => {
    back.hidden = true;
    void use(examples, "Nu: twee verzonnen voorbeelden.");
  });
  input.append(
    fileButton("Kies een of twee bestanden", { accept: ".json,.csv,.tsv,.txt", multiple: true }, (files) => {
      back.hidden = false;
      void use(files, `Nu: ${files.map((file) => file.name).join(", ")}.`);
    }),
    back,
    said,
  );
  void use(examples, "Nu: twee verzonnen voorbeelden.");
  return input;
}

/** What was found, or why nothing was. */
export function coderText(found: CoderAgreement | Error): HTMLElement {
  if (found instanceof Error) {
    const dutch = found instanceof Refused ? reasonInDutch(found.message) : "Deze bestanden zijn niet te lezen.";
    return html`<div class="note warning"><p>${dutch}</p><p class="where">Melding van het programma: <q lang="en">${found.message}</q></p></div>`;
  }
  const { coders, n, agreement, kappa, kappaQuadratic, differences } = found;
  if (n === 0) return html`<p>${coders.join(" en ")} hebben niets dat zij allebei hebben beoordeeld.</p>`;
  const between = ({ low, high }: typeof kappa, write = score): string =>
    low === null || high === null ? "" : ` (met 95% zekerheid tussen ${write(low)} en ${write(high)})`;
  const inPercent = (share: number): string => `${percent(share)}%`;
  return html`<div aria-live="polite"><p><b>${coders[0]}</b> en <b>${coders[1]}</b> beoordeelden allebei ${counted(n, "ding", "dingen")}.</p>
<ul>
<li>Hetzelfde oordeel: ${agreement.value === null ? "–" : inPercent(agreement.value)}${between(agreement, inPercent)}.</li>
<li>Cohens kappa: ${kappa.value === null ? "niet te berekenen, want allebei gaven zij overal hetzelfde oordeel" : `${score(kappa.value)}${between(kappa)}`}.</li>
${
  kappaQuadratic === null || kappaQuadratic.value === null
    ? ""
    : html`<li>Kappa die een groot verschil zwaarder telt dan een klein (kwadratisch gewogen): ${score(kappaQuadratic.value)}${between(kappaQuadratic)}.</li>`
}</ul>${
    differences.length === 0
      ? ""
      : html`<details><summary>De ${count(differences.length)} verschillen</summary>${table(
          "Waar de twee verschillen",
          [
            { name: "Wat", value: (d) => judgedThing(d.id), heading: true },
            { name: coders[0], value: (d) => verdictName(d.a) },
            { name: coders[1], value: (d) => verdictName(d.b) },
          ],
          differences,
        )}</details>`
  }</div>`;
}
