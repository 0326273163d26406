/**
 * How long a document of a reader's own takes on the built site, and which thread is busy with what:
 * node --import tsx scripts/site/measure-own.ts [runs]
 * A PDF of 60 pages with 1,100 invented statements is printed by the browser, then dropped on a page that is quiet. Times
 * are as time passing from the drop on; processor times are the kernel's, by thread (Linux only).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import type { Browser, CDPSession, Page } from "playwright-core";
import { chromium } from "../../test/helpers/chromium.js";
import { generated } from "../generated.js";
import { launch } from "./browser.js";
import { serve } from "./serve.js";

const STATEMENTS = 1100;
/** Milliseconds between a page that is quiet and the file: longer on a machine that does more. */
const CHOOSING = Number(process.env.CHOOSING ?? 4000);
/** What a reader waits for, each by what is then on the page. */
const SHOWN = ["statements", "levels", "anchors", "some", "all"] as const;
type Shown = (typeof SHOWN)[number];

const runs = Number(process.argv[2] ?? 5);
if (chromium === null) throw new Error("no Chrome or Chromium found: install one or set CHROME_PATH");
const [server, browser] = await Promise.all([serve(), launch(chromium)]);
const system = await browser.newBrowserCDPSession();
const bytes = await printed(browser);
console.log(`${pagesOf(bytes)} pages, ${Math.round(bytes.length / 1000)} KB; ${cpus().length} cores`);
for (let run = 0; run < runs; run++) {
  const load = loadavg()[0]?.toFixed(1);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // tsx names functions by this helper, which the page lacks.
  await page.addInitScript("globalThis.__name = (f) => f");
  await page.addInitScript(watch);
  await page.goto(`${server.url}eigen.html`, { waitUntil: "networkidle" });
  // As who reads what stands there, goes to the button and looks for the file.
  await page.waitForTimeout(CHOOSING);
  const before = await threads(system);
  await page
    .locator(".drop input[type=file]")
    .setInputFiles({ name: "zestig.pdf", mimeType: "application/pdf", buffer: bytes });
  await page.waitForFunction(() => performance.getEntriesByName("all").length > 0, undefined, { timeout: 60_000 });
  const times = await page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    ["drop", ...SHOWN],
  );
  await page.waitForTimeout(300);
  const after = await threads(system);
  const [start = 0, ...shown] = times;
  console.log(`load ${load}: ${SHOWN.map((name, i) => `${name} ${seconds((shown[i] ?? 0) - start)}`).join(", ")}`);
  for (const [name, spent] of after) {
    const more = spent - (before.get(name) ?? 0);
    if (more >= 0.05) console.log(`  ${name}: ${more.toFixed(2)} s of processor time`);
  }
  for (const line of await phases(page, start)) console.log(`  ${line}`);
  await context.close();
}
await Promise.all([browser.close(), server.close()]);

/** Marks when something is there for the first time, in the frame in which it is drawn. */
function watch(): void {
  const there: Record<Shown, () => boolean> = {
    statements: () => document.querySelector(".reader-main .item") !== null,
    levels: () => document.querySelector("#niveau") !== null,
    anchors: () => document.querySelector("#ankerpunten") !== null,
    some: () => document.querySelector("#paar") !== null,
    all: () =>
      document.querySelector(".status")?.textContent === "Klaar." &&
      document.querySelector("#paar") !== null &&
      !/Zo ver zijn/.test(document.querySelector("main")?.textContent ?? ""),
  };
  const waiting = new Set(Object.keys(there) as Shown[]);
  const look = (): void => {
    for (const name of waiting) {
      if (!there[name]()) continue;
      waiting.delete(name);
      requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
    }
  };
  addEventListener("change", () => performance.mark("drop"), { capture: true, once: true });
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

/** When the workers did what, in seconds after the drop. */
async function phases(page: Page, drop: number): Promise<string[]> {
  const opened = await page.evaluate(() => performance.timeOrigin);
  const all = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() =>
        performance.getEntriesByType("measure").map(({ name, startTime, duration }) => ({
          name,
          start: performance.timeOrigin + startTime,
          end: performance.timeOrigin + startTime + duration,
        })),
      ),
    ),
  );
  const since = (time: number): string => ((time - opened - drop) / 1000).toFixed(2);
  return all.map(
    (of, i) =>
      `worker ${i + 1}: ${of.map(({ name, start, end }) => `${name} ${since(start)}–${since(end)}`).join(", ")}`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** Processor seconds so far of each thread of the pages, by its name and number. */
async function threads(session: CDPSession): Promise<Map<string, number>> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const spent = new Map<string, number>();
  for (const { id, type } of processInfo) {
    const folder = `/proc/${id}/task`;
    if (type !== "renderer" || !existsSync(folder)) continue;
    for (const task of readdirSync(folder)) {
      const stat = readFileSync(`${folder}/${task}/stat`, "utf8");
      const [, name = "", rest = ""] = stat.match(/\((.*)\) (.*)$/s) ?? [];
      const fields = rest.split(" ");
      spent.set(`${name} ${id}/${task}`, (Number(fields[11]) + Number(fields[12])) / 100);
    }
  }
  return spent;
}

async function printed(from: Browser): Promise<Buffer> {
  const [file] = [...generated({ dossiers: 1, statements: STATEMENTS, seed: 7 })];
  const html = (file?.text ?? "")
    .split("\n")
    .map((line) => {
      const text = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      if (/^(?:Kwalificatiedossier |Basisdeel|Profieldeel)/.test(line)) return `<h1>${text}</h1>`;
      if (/^(?:B1|P\d)-K\d+(?:-W\d+)?: |^P\d: /.test(line)) return `<h2>${text}</h2>`;
      return line.startsWith("- ") ? `<p class="item">• ${text.slice(2)}</p>` : `<p>${text}</p>`;
    })
    .join("\n");
  const page = await from.newPage();
  await page.setContent(
    `<!doctype html><html lang="nl"><style>body { font: 11pt/1.33 serif } p { margin: 0 0 4pt } .item { margin-left: 14pt }</style>${html}</html>`,
  );
  const pdf = await page.pdf({
    format: "A4",
    margin: { top: "25mm", bottom: "25mm", left: "25mm", right: "25mm" },
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: `<span style="font-size:8pt;margin-left:25mm"><span class="pageNumber"></span> van <span class="totalPages"></span></span>`,
  });
  await page.close();
  return pdf;
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type ?\/Page\b/g)?.length ?? 0;
}
