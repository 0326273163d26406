/** What stands at the foot of every page: what the site was made from. No dates and no paths, so that it can be made again. */
import type { Overview } from "../../docs/components/types.js";
import { collectionName, count, counted, score, signalName } from "../../docs/components/words.js";

/** Of more documents than this the rest stands in the table of dossiers: a page does not grow with the corpus. */
const MOST_FILES = 40;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** HTML; names of files are shown as they are, never as markup. */
export function madeFrom({ generator, settings, version, dossiers }: Overview): string {
  const files = [...new Map(dossiers.map((d) => [d.sha256, d])).values()];
  const statements = dossiers.reduce((sum, d) => sum + d.statements, 0);
  const threshold = typeof settings.threshold === "number" ? score(settings.threshold) : "–";
  const weights = Object.entries((settings.weights ?? {}) as Record<string, number>)
    .map(([name, weight]) => `${signalName(name)} ${weight}`)
    .join(", ");
  const left = files.length - MOST_FILES;
  return `<p>Gemaakt met Ankerpunt ${escaped(generator.version)} uit ${counted(files.length, "document", "documenten")}. Alles wordt in uw eigen browser getoond; er gaat niets naar een andere computer. <a href="/methode">Hoe dit werkt</a> · <a href="/woorden">Woordenlijst</a></p>
<details class="made"><summary>Waarvan gemaakt</summary>
<dl>
<dt>Programma</dt><dd>${escaped(generator.name)} ${escaped(generator.version)}</dd>
<dt>Gegevens</dt><dd><code>${escaped(version)}</code>: wie met hetzelfde programma dezelfde documenten leest, krijgt dezelfde code. ${counted(dossiers.length, "dossier", "dossiers")}, ${counted(statements, "uitspraak", "uitspraken")}.</dd>
<dt>Instellingen</dt><dd>Drempel ${threshold}. Gewichten: ${escaped(weights)}. <a href="/methode#instellingen">Alle instellingen</a></dd>
<dt>Documenten, met hun vingerafdruk (SHA-256)</dt>
<dd><ul>${files
    .slice(0, MOST_FILES)
    .map(
      (d) =>
        `<li>${escaped(d.file)} (${collectionName(d.collection).toLowerCase()}) <code>${d.sha256.slice(0, 16)}</code></li>`,
    )
    .join(
      "",
    )}</ul>${left > 0 ? `<p>En nog ${count(left)}.</p>` : ""}<p>Volledig: de tabel Dossiers op <a href="/gegevens">Gegevens</a>.</p></dd>
</dl>
</details>`;
}
