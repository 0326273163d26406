/** The built site in a browser, page by page; what people do with it is in tasks.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../scripts/site/browser.js";
import type { Served } from "../../scripts/site/serve.js";
import { describeBrowser } from "../helpers/chromium.js";
import { many } from "./many.js";
import { research, wholeNotebook } from "./notebook.js";
import {
  axe,
  cutCaptions,
  hostile,
  IMAGE,
  type Listed,
  listed,
  openAll,
  openSite,
  overflow,
  SITE,
  startSite,
  type TestSite,
} from "./setup.js";
import { tasks } from "./tasks.js";

/** Each page is opened in two views, which differ in all, and turned to the other width in each. */
const VIEWS: [string, View][] = [
  ["light, 1280 px and then 390", {}],
  ["dark, 390 px and then 1280", { width: 390, dark: true }],
];

const COLLECTIONS = ["bronnen", "corpus", "voorbeeld"];
const order = (a: string, b: string): number => COLLECTIONS.indexOf(a) - COLLECTIONS.indexOf(b);

let started: Served;
beforeAll(async () => {
  started = await startSite();
}, 300_000);
afterAll(() => started?.close());

describe("npm start", () => {
  it("builds and serves a site, with the user's own documents first", async () => {
    const dossiers = await listed(started);
    expect(dossiers.map((d) => d.collection)).toEqual([...dossiers.map((d) => d.collection)].sort(order));
    expect(dossiers.filter((d) => d.collection === "bronnen").map((d) => d.statements)).toEqual([6, 6, 6, 6]);
    expect(dossiers.some((d) => d.collection === "voorbeeld")).toBe(true);
    expect(await (await fetch(started.url)).text()).toContain("<h1");
  });
});

describeBrowser("the site", (executablePath) => {
  let site: TestSite;
  let atRoot: Served;
  let below: Served;
  let dossiers: Listed[];
  /** The first two dossiers of the user, two with hostile text, two with withheld text. */
  let firstPair: string;
  let hostilePair: string;
  /** Two examples that share some statements, in other words. */
  let examplePair: string;
  let withheldPair: string;
  /** A dossier of the user with hostile text and damage, one with withheld text, and the example with the most repairs. */
  let hostileOne: string;
  let withheldOne: string;
  let damagedOne: string;
  /** The example that describes several levels. */
  let variantsOne: string;
  /** The two with hostile text, as Gezamenlijk ontwerp names them. */
  let both: string;

  beforeAll(async () => {
    site = await openSite(executablePath, started);
    ({ atRoot, below, dossiers } = site);
    const pair = (some: Listed[]): string => `a=${some[0]?.id}&b=${some[1]?.id}`;
    firstPair = pair(dossiers.filter((d) => d.collection === "bronnen"));
    hostilePair = pair(dossiers.filter((d) => d.collection === "bronnen" && d.withText));
    examplePair = pair(dossiers.filter((d) => d.collection === "voorbeeld" && d.kind === "ankerpunten").slice(1));
    both = dossiers
      .filter((d) => d.collection === "bronnen" && d.withText)
      .map((d) => d.id)
      .join(",");
    withheldPair = pair(dossiers.filter((d) => d.collection === "bronnen" && !d.withText));
    const one = (some: Listed[]): string => `d=${some[0]?.id}`;
    hostileOne = one(dossiers.filter((d) => d.collection === "bronnen" && d.withText));
    withheldOne = one(dossiers.filter((d) => d.collection === "bronnen" && !d.withText));
    variantsOne = one(dossiers.filter((d) => d.collection === "voorbeeld" && d.kind === "beroepscompetentieprofiel"));
    damagedOne = one(dossiers.filter((d) => d.collection === "voorbeeld").sort((x, y) => y.repairs - x.repairs));
  }, 180_000);

  afterAll(() => site?.close());

  const at: TestSite["at"] = (...visit) => site.at(...visit);

  type Shown = [name: string, path: () => string, act?: (page: Page) => Promise<unknown>];
  const pairs = (page: Page): Promise<unknown> => page.locator(".pair").first().waitFor();
  const ownFile = async (page: Page): Promise<void> => {
    await page.locator(".drop input[type=file]").setInputFiles({
      name: `${IMAGE.replaceAll("/", "")}.md`,
      mimeType: "text/markdown",
      buffer: Buffer.from(hostile("Eigen dossier", "Voert de kippen van de buurt.")),
    });
    const rows = page.getByRole("table", { name: /^Hoeveel uw dossier deelt/ }).locator("tbody tr");
    // All are compared: the best comes first.
    await rows.nth(site.dossiers.length - 1).waitFor();
    await rows.first().getByRole("button").click();
    await pairs(page);
  };
  /** Every page at its fullest: seen in both views. */
  const FULL: Shown[] = [
    ["Overzicht with a pair", () => `?uit=bronnen&${hostilePair}`, pairs],
    ["Vergelijken with a pair", () => `vergelijken.html?${hostilePair}`, pairs],
    ["Dossier with damage", () => `dossier.html?${damagedOne}`],
    ["Niveaus with variants", () => `niveaus.html?${variantsOne}`],
    [
      "Ankerpunten of a dossier",
      () => `ankerpunten.html?${hostileOne}`,
      (page) => page.locator("main mark").first().waitFor(),
    ],
    ["Gezamenlijk ontwerp", () => `ontwerp.html?van=${both}`, (page) => page.locator(".group").first().waitFor()],
    ["Eigen dossier with a file", () => "eigen.html", ownFile],
    ["Methode", () => "methode.html"],
    ["Notebook", () => `notebook.html?${hostilePair}`, wholeNotebook],
    ["Gegevens", () => "gegevens.html", (page) => page.locator(".files").first().waitFor()],
  ];
  /** The same pages with less or other content: seen in the view that differs most from what is developed at. */
  const PARTS: Shown[] = [
    ["Overzicht", () => ""],
    ["Vergelijken", () => "vergelijken.html"],
    ["Niveaus", () => "niveaus.html"],
    ["Niveaus without text", () => `niveaus.html?${withheldOne}`],
    ["Vergelijken by unit", () => `vergelijken.html?${hostilePair}&per=onderdeel`, pairs],
    ["Vergelijken without text", () => `vergelijken.html?${withheldPair}`, pairs],
    ["Dossier", () => "dossier.html"],
    ["Ankerpunten", () => "ankerpunten.html"],
    ["Zoeken", () => "zoeken.html"],
    ["Zoeken with hits", () => "zoeken.html?q=overlegt", (page) => page.locator(".hits li").first().waitFor()],
    ["Dossier with hostile text", () => `dossier.html?${hostileOne}`],
    ["Dossier without text", () => `dossier.html?${withheldOne}`],
    ["Gezamenlijk ontwerp, empty", () => "ontwerp.html"],
    ["Eigen dossier, empty", () => "eigen.html"],
    ["Woordenlijst", () => "woorden.html"],
  ];

  describe.each(VIEWS)("in %s", (_name, view) => {
    // Under a sub-path where it differs most from what is developed at.
    it.each(view.dark ? [...FULL, ...PARTS] : FULL)(
      "%s loads, fits, and has nothing that axe finds",
      async (name, path, act) => {
        await at(
          (view.dark ? below : atRoot).url + path(),
          async (page) => {
            expect(await page.title()).toMatch(/\| Ankerpunt$/);
            expect(await page.locator("html").getAttribute("lang")).toBe("nl");
            expect(await page.locator("h1").count()).toBe(1);
            expect(await page.locator("footer .made li code").count(), "made from").toBeGreaterThan(2);
            if (name.startsWith("Overzicht")) await page.locator(".chart svg").first().waitFor();
            await act?.(page);
            await openAll(page);
            expect(await overflow(page), "wider than the screen").toBeLessThanOrEqual(0);
            expect(await axe(page)).toEqual([]);
            expect(
              await page.evaluate(() => document.getAnimations().length),
              "moves, though less motion is asked",
            ).toBe(0);
            if (view.width === 390) {
              // 1280 px at a zoom of 400%
              await page.setViewportSize({ width: 320, height: 256 });
              expect(await overflow(page), "wider than the screen at 400%").toBeLessThanOrEqual(0);
              expect(await cutCaptions(page), "captions that end outside the screen").toEqual([]);
            } else {
              await page.emulateMedia({ media: "print" });
              expect(await page.locator("nav").first().isVisible(), "navigation on paper").toBe(false);
              const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
              expect(paper).toBe("rgb(255, 255, 255)");
              await page.emulateMedia({ media: "screen" });
            }
            await page.setViewportSize(view.width === 390 ? { width: 1280, height: 900 } : { width: 390, height: 844 });
            // charts are drawn anew; what stays wider than the screen ends in the time-out
            await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
          },
          view,
        );
      },
    );
  });

  it("leads from page to page", async () => {
    await at(below.url, async (page) => {
      await page.getByRole("link", { name: "Vergelijken" }).click();
      await page.getByRole("heading", { name: "Vergelijken" }).waitFor();
      expect(await page.locator("nav [aria-current=page]").textContent()).toBe("Vergelijken");
      await page.getByRole("link", { name: "Ankerpunt", exact: true }).click();
      await page.getByRole("heading", { name: "Overzicht" }).waitFor();
    });
  });

  describe("Overzicht", () => {
    it("shows every dossier against every other, the corpora by name, and what could not be read", async () => {
      await at(atRoot.url, async (page) => {
        const cells = page.locator(".chart").first().locator(".mark-rect path");
        expect(await cells.count()).toBe(dossiers.length * (dossiers.length - 1));
        const main = await page.locator("main").innerText();
        for (const name of ["Eigen bronnen", "Voorbeeld", "leeg.txt"]) expect(main).toContain(name);
        for (const { title } of dossiers) expect(main).toContain(title);
        await page.locator(".chart").nth(1).locator(".mark-rect path").first().waitFor();
      });
    });

    it("opens the shared statements of the cell that is clicked, and keeps them in the address", async () => {
      await at(`${atRoot.url}?uit=bronnen`, async (page) => {
        await page.locator(".chart").first().locator(".mark-text text").nth(1).click();
        await page.locator(".pair").first().waitFor();
        expect(page.url()).toContain(firstPair);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("paar");
        await page.reload({ waitUntil: "networkidle" });
        await page.locator(".pair").first().waitFor();
        await page.goBack();
        await page.locator(".pair").first().waitFor({ state: "detached" });
      });
    });

    it("offers the same by keyboard, through the table", async () => {
      await at(`${atRoot.url}?uit=bronnen`, async (page) => {
        await page.getByText("Dezelfde cijfers als tabel").focus();
        await page.keyboard.press("Enter");
        const link = page
          .getByText("Dezelfde cijfers als tabel")
          .locator("xpath=..")
          .locator("table tbody tr")
          .first()
          .locator("a")
          .first();
        expect(await link.getAttribute("aria-label")).toMatch(/^\d+% van .+ komt terug in .+/);
        await link.focus();
        await page.keyboard.press("Enter");
        await page.locator(".pair").first().waitFor();
        expect(page.url()).toContain(firstPair);
      });
    });

    it("shows one collection at a time when asked", async () => {
      await at(atRoot.url, async (page) => {
        const own = dossiers.filter((d) => d.collection === "bronnen").length;
        await page.getByLabel(`Eigen bronnen (${own})`).check();
        await expect
          .poll(() => page.locator(".chart").first().locator(".mark-rect path").count())
          .toBe(own * (own - 1));
        expect(new URL(page.url()).search).toBe("?uit=bronnen");
      });
    });
  });

  describe("Vergelijken", () => {
    it("puts the choice of two dossiers into the address, and takes it from there", async ({ expect }) => {
      await at(`${atRoot.url}vergelijken.html`, async (page) => {
        const chosen = new URLSearchParams(hostilePair);
        await page.getByLabel("Dossier A").selectOption(chosen.get("a"));
        await page.getByLabel("Dossier B").selectOption(chosen.get("b"));
        await page.locator(".pair").first().waitFor();
        expect(new URL(page.url()).search).toBe(`?${hostilePair}`);
        const pairs = await page.locator(".pair").count();
        await page.getByRole("button", { name: "Wissel A en B" }).click();
        await expect.poll(() => new URL(page.url()).searchParams.get("a")).toBe(chosen.get("b"));
        await expect.poll(() => page.getByLabel("Dossier A").inputValue()).toBe(chosen.get("b"));
        await expect.poll(() => page.locator(".pair").count()).toBe(pairs);
        await page.goBack();
        await expect.poll(() => page.getByLabel("Dossier A").inputValue()).toBe(chosen.get("a"));
      });
    });

    it("filters by keyboard, keeps the focus and the filter in the address", async ({ expect }) => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        await page.locator(".pair").first().waitFor();
        const all = await page.locator(".pair").count();
        expect(all).toBeGreaterThan(1);
        await page.locator(".pair").first().focus();
        await page.keyboard.press("b");
        await page.getByLabel(/^Alles/).focus();
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => page.locator(".pair").count()).toBe(all - 1);
        expect(new URL(page.url()).searchParams.get("toon")).toBe("open");
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => page.locator(".pair").count()).toBe(1);
        expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("confirmed");
      });
    });

    it("moves the threshold by keyboard, keeps the focus, shows its effect and puts it into the address", async ({
      expect,
    }) => {
      await at(`${atRoot.url}vergelijken.html?${examplePair}`, async (page) => {
        await page.locator(".pair").first().waitFor();
        const slider = page.getByRole("slider", { name: /^Drempel/ });
        const effect = page.locator(".threshold .where");
        const before = await effect.textContent();
        expect(before).toMatch(/^Bij 0,\d\d komt \d+% van .+ komt \d+% van /s);
        const all = await page.locator(".pair").count();
        await page.getByText("Wat doet de drempel?").click();
        await page.locator("details[open] > .chart svg").waitFor();
        await slider.focus();
        await page.keyboard.press("End");
        await expect.poll(() => page.locator(".pair").count()).toBeLessThan(all);
        await page.locator("details[open] > .chart svg").waitFor(); // what was opened stays so, at another threshold too
        expect(new URL(page.url()).searchParams.get("drempel")).toBe("0.95");
        expect(await effect.textContent()).not.toBe(before);
        await page.keyboard.press("ArrowLeft");
        await expect.poll(() => new URL(page.url()).searchParams.get("drempel")).toBe("0.94");
        expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.getByRole("button", { name: "Gebruikelijke drempel" }).click();
        await expect.poll(() => page.locator(".pair").count()).toBe(all);
        await expect.poll(() => effect.textContent()).toBe(before);
      });
    });

    it("marks the words that differ, and shows text as text", async () => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        const near = page.locator(".pair", { hasText: "wijkverpleging" });
        await near.waitFor();
        expect(await near.locator("del").allTextContents()).toEqual(["ouders"]);
        expect(await near.locator("ins").allTextContents()).toEqual(["verzorgers"]);
        // a statement that has no counterpart stands in a list that is opened
        await openAll(page);
        const main = await page.locator("main").innerText();
        for (const text of [IMAGE, "<script>window.__hostile=3</script>", "<i>elke</i>"]) expect(main).toContain(text);
        expect(await page.locator("main img, main script, main i, main .where b:not(.badge)").count()).toBe(0);
      });
    });

    it("says where text is not supplied, with the place instead, and publishes none", async () => {
      await at(`${atRoot.url}vergelijken.html?${withheldPair}`, async (page) => {
        const pair = page.locator(".pair").first();
        expect(await pair.innerText()).toMatch(/Tekst niet meegeleverd/);
        expect(await pair.innerText()).toMatch(/· uitspraak \d/);
        expect(await page.locator("main").innerText()).toContain("is de tekst niet meegeleverd");
      });
      const files = readdirSync(SITE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
      const read = (file: string): string => readFileSync(join(SITE, file), "utf8");
      const published = files.filter((file) => !/uittreksel/.test(file)).map(read);
      expect(published.filter((text) => /wijkverpleging/.test(text))).not.toEqual([]);
      expect(published.filter((text) => /paarden|schapen/.test(text))).toEqual([]);
      // What documents are compared with has bags of words, and no text of any.
      const extracts = files.filter((file) => /uittreksel/.test(file)).map(read);
      expect(extracts.length).toBeGreaterThan(0);
      expect(extracts.filter((text) => /"text":"/.test(text))).toEqual([]);
    });

    it("downloads the pairs, with formulas made harmless", async () => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download alle paren met uw besluiten (CSV)" }).click(),
        ]);
        const text = readFileSync(await download.path(), "utf8");
        expect(text.split("\r\n")[0]).toMatch(/^\uFEFFa;code_a;/);
        expect(text).toContain(`"'=HYPERLINK(""https`);
        expect(text).not.toMatch(/(^|;|")=HYPERLINK/);
      });
    });

    it.each([
      ["?a=weg&b=ook-weg", "Dit dossier is hier niet: weg, ook-weg."],
      ["", "Kies hierboven twee dossiers."],
    ])("says what is wrong with the address %j", async (search, message) => {
      await at(`${atRoot.url}vergelijken.html${search}`, async (page) => {
        await page.getByText(message).waitFor();
      });
    });

    it("asks for two different dossiers", async () => {
      const id = dossiers[0]?.id;
      await at(`${atRoot.url}vergelijken.html?a=${id}&b=${id}`, async (page) => {
        await page.getByText("Kies twee verschillende dossiers.").waitFor();
      });
    });
  });

  describe("Ankerpunten", () => {
    it("shows where a theme is, which units are without it, and what others ask, with all choices in the address", async ({
      expect,
    }) => {
      await at(`${atRoot.url}ankerpunten.html?${hostileOne}`, async (page) => {
        // the words that made a statement count
        expect(await page.locator("main mark").allInnerTexts()).toContain("collega's");
        await page.getByLabel("Alleen kern").check();
        await page.getByRole("heading", { name: "Onderdelen zonder dit thema" }).waitFor();
        await page.getByRole("heading", { name: "Wat collega's wél wordt gevraagd" }).waitFor();
        await page.getByLabel("Reflectie en professionalisering").check();
        const { searchParams } = new URL(page.url());
        expect(searchParams.get("toon")).toBe("kern");
        expect(searchParams.get("thema")).toBe("reflectie-en-professionalisering");
        await page.reload({ waitUntil: "networkidle" });
        expect(await page.getByLabel("Reflectie en professionalisering").isChecked()).toBe(true);
        await expect.poll(() => page.getByLabel("Alleen kern").isChecked()).toBe(true);
      });
    });
  });

  describe("Zoeken", () => {
    it("finds a statement whatever its accents, and leads to it", async () => {
      await at(`${atRoot.url}zoeken.html`, async (page) => {
        await page.getByRole("searchbox").fill("collegas vakgebieden");
        await page
          .getByText(/gevonden|Niets/i)
          .first()
          .waitFor();
        await page.getByRole("searchbox").fill("vakgebieden");
        await page.waitForURL(({ searchParams }) => searchParams.get("q") === "vakgebieden");
        const first = page.locator(".hits a").first();
        await first.waitFor();
        expect(new URL(page.url()).searchParams.get("q")).toBe("vakgebieden");
        await first.click();
        await page.locator("li.item:focus").waitFor();
        expect(await page.locator("li.item:focus").innerText()).toContain("vakgebieden");
      });
    });
  });

  describe("Niveaus", () => {
    it("shows what makes a step, and the words that show a level, with all choices in the address", async () => {
      await at(`${atRoot.url}niveaus.html?${variantsOne}`, async (page) => {
        await page.getByLabel("Taken").check();
        const steps = page.getByRole("group", { name: "Stap" }).getByRole("radio");
        await steps.nth(1).check();
        await page.getByText("Nieuw op dit niveau").waitFor();
        await page.getByLabel("Soort handeling").check();
        await page.locator("h3#woorden ~ * mark").first().waitFor();
        await page.locator("#zelfde ~ * .pair").first().waitFor();
        const { searchParams } = new URL(page.url());
        expect(searchParams.get("wat")).toBe("taken");
        expect(searchParams.get("schaal")).toBe("action");
        expect(searchParams.get("naar")).not.toBeNull();
        const shown = await page.locator("main").innerText();
        await page.reload({ waitUntil: "networkidle" });
        await page.locator("#zelfde ~ * .pair").first().waitFor();
        expect(await page.locator("main").innerText()).toBe(shown);
        // The row of buttons is made anew by its own change: by keyboard one goes on from there.
        const scale = page.getByRole("group", { name: "Schaal" });
        await scale.evaluate((old) => old.classList.add("old"));
        await page.getByLabel("Soort handeling").focus();
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction(
          () => document.activeElement?.matches("fieldset:not(.old) input[name=keuze-schaal]:checked"),
          null,
        );
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download deze stap (CSV)" }).click(),
        ]);
        expect(readFileSync(await download.path(), "utf8")).toMatch(/^\uFEFFsoort;id;code;/);
        const [workbook] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download deze stap (Excel)" }).click(),
        ]);
        expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/);
        expect(
          readFileSync(await workbook.path())
            .subarray(0, 2)
            .toString(),
        ).toBe("PK");
      });
    });

    it("leads from the table of all dossiers to one, and shows text as text", async () => {
      await at(`${atRoot.url}niveaus.html`, async (page) => {
        const name = dossiers.find((d) => hostileOne === `d=${d.id}`)?.title ?? "";
        await page.getByRole("table").getByRole("link", { name }).first().click();
        await page.getByRole("heading", { name, exact: true }).waitFor();
        expect(await page.locator("main img, main script").count()).toBe(0);
      });
    });
  });

  describe("Dossier", () => {
    const listed = (search: string): Listed =>
      dossiers.find((d) => d.id === new URLSearchParams(search).get("d")) as Listed;

    it("shows the units as a tree, and every statement", async () => {
      await at(`${atRoot.url}dossier.html?${damagedOne}`, async (page) => {
        const { units, statements, title } = listed(damagedOne);
        await page.getByRole("heading", { name: title, exact: true }).waitFor();
        const tree = page.getByRole("navigation", { name: "Onderdelen van het dossier" });
        expect(await tree.getByRole("link").count()).toBe(units + 1);
        expect(await tree.locator("ul ul a").count()).toBeGreaterThan(0);
        expect(await tree.innerText()).toMatch(/B1-K1-W1 .*\n?werkproces · \d+ uitspraken · competenties [A-Y]/);
        while ((await page.getByRole("button", { name: /^Toon meer \(/ }).count()) > 0) {
          await page.getByRole("button", { name: /^Toon meer \(/ }).click();
        }
        expect(await page.locator(".item").count()).toBe(statements);
        expect(await page.locator(".item", { hasText: "Geldt aanvullend voor:" }).count()).toBeGreaterThan(0);
      });
    });

    it("puts dossier and unit into the address by keyboard, and takes them from there", async ({ expect }) => {
      await at(`${atRoot.url}dossier.html`, async (page) => {
        const id = listed(damagedOne).id;
        await page.getByRole("combobox", { name: "Dossier" }).selectOption(id);
        await page.locator(".item").first().waitFor();
        expect(new URL(page.url()).search).toBe(`?${damagedOne}`);
        const link = page.locator(".tree a", { hasText: "B1-K1-W1" });
        await link.focus();
        await page.keyboard.press("Enter");
        await expect.poll(() => link.getAttribute("aria-current")).toBe("true");
        expect(new URL(page.url()).searchParams.get("e")).toMatch(/\/B1-K1-W1$/i);
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("reader-main");
        expect(await page.locator(".unit h3").allTextContents()).toEqual([expect.stringMatching(/^B1-K1-W1 /)]);
        const some = await page.locator(".item").count();
        await page.reload({ waitUntil: "networkidle" });
        await expect.poll(() => page.locator(".item").count()).toBe(some);
        await page.goBack();
        await expect.poll(() => page.locator(".item").count()).toBeGreaterThan(some);
        await page.goForward();
        await page.getByRole("combobox", { name: "Dossier" }).selectOption(listed(hostileOne).id);
        await expect.poll(() => new URL(page.url()).search).toBe(`?${hostileOne}`);
      });
    });

    it("shows a damaged statement raw beside repaired", async () => {
      await at(`${atRoot.url}dossier.html?${damagedOne}`, async (page) => {
        const item = page.locator(".item", { has: page.locator("details.raw ins") }).first();
        expect(await item.locator(".passage").isVisible()).toBe(false);
        await item.locator("details.raw > summary").focus();
        await page.keyboard.press("Enter");
        await item.locator(".passage").first().waitFor();
        const raw = await item.locator(".passage del").first().textContent();
        const repaired = await item.locator("details.raw ins").first().textContent();
        expect(raw).not.toBe(repaired);
        const text = await item.locator("> .statement").textContent();
        expect(text).toContain(repaired);
        expect(text).not.toContain(raw);
        expect(await item.locator("details.raw .statement").textContent()).toBe(text);
      });
    });

    it("keeps only what was repaired when asked", async ({ expect }) => {
      await at(`${atRoot.url}dossier.html?${damagedOne}`, async (page) => {
        await page.getByLabel(/^Alleen herstelde/).check();
        await expect.poll(() => page.locator(".item:not(:has(details.raw))").count()).toBe(0);
        expect(await page.locator(".item").count()).toBeGreaterThan(0);
        expect(new URL(page.url()).searchParams.get("toon")).toBe("hersteld");
      });
    });

    it("lists the repairs with their rule and place, the synonyms and the warnings", async () => {
      await at(`${atRoot.url}dossier.html?${damagedOne}`, async (page) => {
        const rows = page.getByRole("table", { name: /^De herstellingen/ }).locator("tbody tr");
        expect(await rows.count()).toBe(Math.min(50, listed(damagedOne).repairs));
        const [from, to, rule, place] = await rows.first().locator("th, td").allTextContents();
        expect(from).not.toBe(to);
        expect(rule).toMatch(/^[a-z ,();]+$/);
        expect(place).not.toBe("");
        const synonyms = page.getByRole("table", { name: /^Woorden die volgens/ });
        expect(await synonyms.locator("tbody tr").count()).toBeGreaterThan(0);
        expect(await page.locator(".warnings q[lang=en]").first().textContent()).toMatch(/\w+ /);
      });
    });

    it("shows for which variants a statement holds", async () => {
      const id = dossiers.find((d) => d.kind === "beroepscompetentieprofiel")?.id;
      await at(`${atRoot.url}dossier.html?d=${id}`, async (page) => {
        await page.locator(".item .tag.identical").first().waitFor();
        // A hundred at a time: the marks in part may stand further on.
        const partial = page.locator(".item .tag.partial");
        const more = page.getByRole("button", { name: /^Toon meer/ });
        while ((await partial.count()) === 0 && (await more.isVisible())) await more.click();
        expect(await partial.first().textContent()).toMatch(/ \(deels\)$/);
      });
    });

    it("shows hostile text as text, raw and repaired", async () => {
      await at(`${atRoot.url}dossier.html?${hostileOne}`, async (page) => {
        await openAll(page);
        // a statement that has no counterpart stands in a list that is opened
        await openAll(page);
        const main = await page.locator("main").innerText();
        for (const text of [IMAGE, "<script>window.__hostile=3</script>", "Bespreekt de uitkomsten <u>"]) {
          expect(main).toContain(text);
        }
        expect(await page.locator(".passage", { hasText: "<u>schriftelijk</u>" }).textContent()).toMatch(
          /uit-\nkomsten/,
        );
        expect(await page.locator("main img, main script, main u, main [onclick]").count()).toBe(0);
      });
    });

    it("says where text is withheld, and what was repaired is not said either", async () => {
      await at(`${atRoot.url}dossier.html?${withheldOne}`, async (page) => {
        expect(await page.locator(".item .statement").first().textContent()).toBe("Tekst niet meegeleverd");
        expect(await page.locator("details.raw, .passage").count()).toBe(0);
        const main = await page.locator("main").innerText();
        expect(main).toContain("1 herstelling; wat er stond, is niet meegeleverd.");
        expect(main).toContain("afgebroken woord weer aan elkaar");
        expect(main).not.toMatch(/komsten/);
      });
    });

    it.each([
      ["?d=weg", "Dit dossier is hier niet: weg."],
      ["", "Kies hierboven een dossier."],
    ])("says what is wrong with the address %j", async (search, message) => {
      await at(`${atRoot.url}dossier.html${search}`, async (page) => {
        await page.getByText(message).waitFor();
      });
    });

    it("shows the whole dossier where the address names a unit that is not there", async () => {
      await at(`${atRoot.url}dossier.html?${damagedOne}&e=weg`, async (page) => {
        await page.getByText("Dit onderdeel is er niet; u ziet het hele dossier.").waitFor();
        expect(await page.locator(".item").count()).toBeGreaterThan(1);
      });
    });

    it("is where the titles of the first page lead", async () => {
      await at(below.url, async (page) => {
        const { title } = listed(hostileOne);
        await page.getByRole("link", { name: title }).first().click();
        await page.getByRole("heading", { name: title, exact: true }).waitFor();
        expect(new URL(page.url()).pathname).toBe("/groep/ankerpunt/dossier.html");
      });
    });
  });

  it("Methode shows the settings of the results", async () => {
    await at(`${atRoot.url}methode.html`, async (page) => {
      await page.getByRole("row", { name: /^threshold / }).waitFor();
      expect(await page.getByRole("row", { name: /weights/ }).count()).toBeGreaterThan(0);
    });
  });

  it("transfers less than 700 KB for the first page", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    let bytes = 0;
    network.on("Network.loadingFinished", (event) => {
      bytes += event.encodedDataLength;
    });
    await page.goto(atRoot.url, { waitUntil: "networkidle" });
    await context.close();
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(700_000);
  });

  tasks(() => site);
  many(() => site);
  research(() => site);
});
