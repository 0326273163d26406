/**
 * What the site weighs and how fast it is, on this machine, for the README: node --import tsx scripts/site/measure.ts
 * The built site is served from here with gzip; the browser has an empty cache for every load.
 */
import { rm } from "node:fs/promises";
import { cpus } from "node:os";
import { chromium } from "../../test/helpers/chromium.js";
import { launch } from "./browser.js";
import { buildSite } from "./build.js";
import { FINDINGS_CACHE, FRAMEWORK_CACHE } from "./paths.js";
import { serve } from "./serve.js";

const RUNS = 7;

if (chromium === null) throw new Error("no Chrome or Chromium found: install one or set CHROME_PATH");
await Promise.all([
  rm(FRAMEWORK_CACHE, { recursive: true, force: true }),
  rm(FINDINGS_CACHE, { recursive: true, force: true }),
]);
const first = await timed(() => buildSite(() => {}));
const again = await timed(() => buildSite(() => {}));

const server = await serve();
const browser = await launch(chromium);
const loads: { bytes: number; requests: number; chart: number }[] = [];
for (let run = 0; run <= RUNS; run++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  let requests = 0;
  network.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
    requests++;
  });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(".chart .mark-rect path, .chart canvas") === null) return;
      observer.disconnect();
      // Drawn at the next frame.
      requestAnimationFrame(() => performance.mark("chart"));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.url, { waitUntil: "networkidle" });
  const chart = await page.evaluate(() => performance.getEntriesByName("chart")[0]?.startTime ?? Number.NaN);
  // The first load warms up the server and the browser.
  if (run > 0) loads.push({ bytes, requests, chart });
  await context.close();
}
await Promise.all([browser.close(), server.close()]);

console.log(
  `first page: ${Math.round(median(loads.map((l) => l.bytes)) / 1000)} KB with gzip, ${loads[0]?.requests} requests`,
);
console.log(
  `first chart: ${(median(loads.map((l) => l.chart)) / 1000).toFixed(1)} s (median of ${RUNS}, ${cpus().length} cores)`,
);
console.log(`build of the site: ${(first / 1000).toFixed(0)} s the first time, ${(again / 1000).toFixed(0)} s after`);

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
