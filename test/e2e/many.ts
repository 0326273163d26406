/** The first page with more dossiers than its heat map can show: the same site, other data. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, it } from "vitest";
import type { MapFile } from "../../docs/components/types.js";
import { compute, dataFiles } from "../../scripts/site/findings.js";
import { axe, type TestSite } from "./setup.js";

const DOSSIERS = 40;
/** What the dossiers of a trade share; trades share nothing. */
const TRADES: Record<string, string> = {
  bakker: "Kneedt deeg voor brood. Bakt taarten in de oven. Versiert gebak met room. Weegt bloem en suiker af.",
  imker: "Controleert kasten op zieke bijen. Slingert honing uit ramen. Vangt zwermen in het voorjaar.",
  kapper: "Knipt haar in laagjes. Mengt verf voor een kleuring. Scheert baarden met een mes.",
  loodgieter: "Soldeert leidingen van koper. Ontstopt een afvoer. Hangt een ketel op en vult hem bij.",
  piloot: "Vliegt volgens instrumenten. Plant een route om onweer heen. Landt bij zijwind op korte banen.",
  schilder: "Schuurt kozijnen glad. Plamuurt gaten in hout. Lakt deuren zonder strepen.",
  tolk: "Vertaalt een gesprek fluisterend. Maakt aantekeningen in symbolen. Zwijgt over wat is gezegd.",
  visser: "Zet netten uit op zee. Fileert schol en kabeljauw. Boet mazen die gescheurd zijn.",
};

/** What a build makes of invented dossiers, by name. */
async function dataOfMany(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "ankerpunt-many-"));
  try {
    const trades = Object.entries(TRADES);
    for (let i = 0; i < DOSSIERS; i++) {
      const [trade, shared] = trades[i % trades.length] as [string, string];
      const title = `${trade[0]?.toUpperCase()}${trade.slice(1)} in het dorp aan de rivier, uitgave ${i + 1}`;
      const list = shared.split(/(?<=\.) /).map((text) => `- ${text}\n`);
      writeFileSync(
        join(folder, `${trade}-${i + 1}.md`),
        `# ${title}\n\n## Kerntaak 1 Werkt als ${trade}\n\n${list.join("")}`,
      );
    }
    const made = dataFiles(await compute("0".repeat(64), [["bronnen", folder]]));
    return new Map(
      [...made].flatMap(([name, data]) => (data instanceof Uint8Array ? [] : [[name, JSON.stringify(data)]])),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Answers requests for data with other data; files of a page have a hash in their name. */
async function serveInstead(page: Page, files: ReadonlyMap<string, string>): Promise<void> {
  await page.route(/\/data\/[^?]+\.json(?:\?|$)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.replace(/^.*?\/data\//, "");
    const body = files.get(`data/${name}`) ?? files.get(name.replace(/\.[0-9a-f]+\.json$/, ".json"));
    await (body === undefined ? route.continue() : route.fulfill({ contentType: "application/json", body }));
  });
}

/** Texts of a chart that can't be read: off the screen, or partly under another; places are in CSS pixels. */
const unreadable = (texts: Locator): Promise<string[]> =>
  texts.evaluateAll((all) => {
    const said = all.filter((text) => text.textContent !== "");
    const boxes = said.map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
    return boxes.flatMap(({ name, box }, i) => {
      const under = boxes.find(
        (other, j) =>
          j < i &&
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 3,
      );
      const outside = box.left < 0 || box.right > window.innerWidth || box.width === 0;
      return outside || under ? [`${name}${under ? ` over ${under.name}` : ""}`] : [];
    });
  });

export function many(site: () => TestSite): void {
  describe("Overzicht of many dossiers", () => {
    it("shows groups in a heat map that can be read, at 1280 px and at 390, and opens one", async ({ expect }) => {
      const files = await dataOfMany();
      const trades = Object.keys(TRADES).length;
      const { groups } = JSON.parse(files.get("kaart.json") ?? "") as MapFile;
      expect(groups).toHaveLength(trades);
      await site().at(`${site().below.url}methode.html`, async (page) => {
        await serveInstead(page, files);
        await page.goto(site().below.url, { waitUntil: "networkidle" });
        await page.getByText(`U ziet ${DOSSIERS} dossiers.`).waitFor();
        const map = page.locator(".chart").first();
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
          await page.waitForLoadState("networkidle");
          expect(await map.locator(".mark-rect path").count()).toBe(trades * (trades - 1));
          expect(await unreadable(map.locator(".mark-text text, .role-axis-label text")), `at ${width} px`).toEqual([]);
        }
        expect(await axe(page)).toEqual([]);
        const group = page.getByRole("table", { name: "Groepen van dossiers" }).getByRole("button").first();
        await group.focus();
        await page.keyboard.press("Enter");
        await page.getByText(`U ziet ${groups[0]?.length} dossiers uit de groep rond`).waitFor();
        await expect.poll(() => map.locator(".mark-rect path").count()).toBe(5 * 4);
        expect(await unreadable(map.locator(".mark-text text, .role-axis-label text"))).toEqual([]);
        expect(await page.locator(".observablehq--error").count()).toBe(0);
      });
    });
  });
}
