/**
 * Pictures of every page of the built site, in light and dark, wide and narrow, in .tmp/screenshots/; and the picture
 * of the README, of the example dossiers only: node --import tsx scripts/site/screenshots.ts
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { MapFile, Overview } from "../../docs/components/types.js";
import { chromium } from "../../test/helpers/chromium.js";
import { launch, visit } from "./browser.js";
import { finding } from "./findings.js";
import { ROOT } from "./paths.js";
import { serve } from "./serve.js";

if (chromium === null) throw new Error("no Chrome or Chromium found: install one or set CHROME_PATH");
const folder = join(ROOT, ".tmp/screenshots");
await mkdir(folder, { recursive: true });
const overview = JSON.parse(await finding("overzicht")) as Overview;
const map = JSON.parse(await finding("kaart")) as MapFile;
const examples = overview.dossiers.map((d, i) => ({ ...d, i })).filter((d) => d.collection === "voorbeeld");
// The examples that share most: there is something to see.
const best = examples
  .flatMap((from) =>
    examples.filter((to) => to !== from).map((to) => ({ from, to, near: map.rows?.[from.i]?.near[to.i] ?? 0 })),
  )
  .sort((x, y) => y.near - x.near)[0];
const pair = best === undefined ? "" : `a=${best.from.id}&b=${best.to.id}`;
const withVariants = examples.find((d) => d.kind === "beroepscompetentieprofiel")?.id ?? "";
const repaired = [...examples].sort((x, y) => y.repairs - x.repairs)[0]?.id ?? "";

/** One of the examples, as if it were a reader's own. */
const OWN = join(ROOT, "data/voorbeeld", examples[0]?.file ?? "");

const server = await serve();
const browser = await launch(chromium);
const pages: [name: string, path: string][] = [
  ["overzicht", ""],
  ["overzicht-paar", `?uit=voorbeeld&${pair}`],
  ["vergelijken", `vergelijken.html?${pair}`],
  ["ankerpunten", "ankerpunten.html"],
  ["ankerpunten-dossier", `ankerpunten.html?d=${withVariants}&rijen=varianten`],
  ["niveaus", "niveaus.html"],
  ["niveaus-varianten", `niveaus.html?d=${withVariants}&schaal=action`],
  ["vergelijken-onderdeel", `vergelijken.html?${pair}&per=onderdeel`],
  ["ontwerp", `ontwerp.html?van=${new URLSearchParams(pair).get("a")},${new URLSearchParams(pair).get("b")}`],
  ["eigen", "eigen.html"],
  ["eigen-gelezen", "eigen.html"],
  ["dossier", `dossier.html?d=${repaired}`],
  ["dossier-hersteld", `dossier.html?d=${repaired}&toon=hersteld`],
  ["dossier-varianten", `dossier.html?d=${withVariants}`],
  ["methode", "methode.html"],
  ["notebook", `notebook.html?${pair}`],
  ["gegevens", "gegevens.html"],
  ["woorden", "woorden.html"],
  ["zoeken", "zoeken.html?q=overleg"],
];
/** What a worker finds, or what is loaded when a reader comes there: a picture waits for it. */
const LAST: Record<string, string> = {
  vergelijken: ".pair",
  "vergelijken-onderdeel": ".pair",
  ontwerp: ".groups",
  "eigen-gelezen": ".status:text('Klaar.')",
  notebook: "caption:has-text('Antwoord op uw vraag')",
};

for (const [name, path] of pages) {
  for (const dark of [false, true]) {
    for (const width of [1280, 390]) {
      const { page, context, problems, foreign } = await visit(browser, server.url + path, { width, dark });
      for (const problem of [...problems, ...foreign]) console.error(`${name}: ${problem}`);
      if (name === "dossier-hersteld") {
        await page.locator("details.raw").evaluateAll((all) => {
          for (const details of all) details.setAttribute("open", "");
        });
      }
      if (name === "eigen-gelezen") {
        await page.locator(".drop input[type=file]").setInputFiles(OWN);
      }
      if (name === "notebook") await page.locator("#thema").scrollIntoViewIfNeeded();
      await page
        .locator(LAST[name] ?? "h1")
        .first()
        .waitFor();
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({
        path: join(folder, `${name}-${width}-${dark ? "donker" : "licht"}.png`),
        fullPage: true,
      });
      await context.close();
    }
  }
}
const { page, context } = await visit(browser, `${server.url}?uit=voorbeeld`);
await page.setViewportSize({ width: 1100, height: 980 });
await page.waitForTimeout(500);
await mkdir(join(ROOT, "docs/images"), { recursive: true });
await page.screenshot({ path: join(ROOT, "docs/images/overzicht.png") });
await context.close();
await Promise.all([browser.close(), server.close()]);
console.log(`${pages.length * 4} pictures in .tmp/screenshots/, the README's in docs/images/overzicht.png`);
