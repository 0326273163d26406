/**
 * The built site in a browser: with the supplied corpora and with sources of a user who means no good.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type View, visit } from "../../scripts/site/browser.js";
import { type Served, serve } from "../../scripts/site/serve.js";
import { buildCorpus, withoutText } from "../../src/index.js";
import { describeBrowser } from "../helpers/chromium.js";

const WORK = ".tmp/e2e";
const SITE = join(WORK, "site");
const SOURCES = join(WORK, "bronnen");

/** Would show if any of it were taken for markup or code. */
const IMAGE = `<img src=x onerror="window.__hostile=1">`;
const hostile = (title: string, own: string): string => `# ${title} ${IMAGE}

## Kerntaak 1 <b onclick="window.__hostile=2">samenwerken</b>

- Stemt de dagelijkse werkzaamheden af met collega's uit andere vakgebieden ${IMAGE}.
- Overlegt met ouders en de wijkverpleging over het plan <script>window.__hostile=3</script> en legt afspraken vast.
- Signaleert risico's in de thuissituatie en bespreekt deze in het team \${window.__hostile=4}.
- =HYPERLINK("https://example.org/";"klik") controleert de eigen administratie elke week.
- Bespreekt de uit-
komsten <u>schriftelijk</u> met het team en legt die daarna vast.
- ${own}
`;

const A = "vijandig-eerste";
const VIEWS: [string, View][] = [
  ["light, 1280 px", {}],
  ["dark, 1280 px", { dark: true }],
  ["light, 390 px", { width: 390 }],
  ["dark, 390 px", { width: 390, dark: true }],
];

interface Listed {
  id: string;
  title: string;
  kind: string;
  collection: string;
  withText: boolean;
  units: number;
  statements: number;
  repairs: number;
}

describeBrowser("the site", (executablePath) => {
  let browser: Browser;
  let atRoot: Served;
  let below: Served;
  let dossiers: Listed[];
  /** The first two dossiers of the user, two with hostile text, two with withheld text. */
  let firstPair: string;
  let hostilePair: string;
  let withheldPair: string;
  /** A dossier of the user with hostile text and damage, one with withheld text, and the example with the most repairs. */
  let hostileOne: string;
  let withheldOne: string;
  let damagedOne: string;
  /** The example that describes several levels. */
  let variantsOne: string;

  beforeAll(async () => {
    rmSync(WORK, { recursive: true, force: true });
    mkdirSync(SOURCES, { recursive: true });
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    writeFileSync(join(SOURCES, `${A}.md`), hostile("Eerste dossier", "Houdt de fietsen van de instelling zelf bij."));
    writeFileSync(
      join(SOURCES, "vijandig-tweede.md"),
      hostile("Tweede dossier", "Schrijft <i>elke</i> maand een nieuwsbrief over de tuin.").replaceAll(
        "ouders",
        "verzorgers",
      ),
    );
    const secret = await buildCorpus([
      { file: "geheim-een.md", bytes: bytes(hostile("Geheim een", "Bewaart een geheim over paarden.")) },
      { file: "geheim-twee.md", bytes: bytes(hostile("Geheim twee", "Bewaart een geheim over schapen.")) },
    ]);
    writeFileSync(join(SOURCES, "geheim.json"), JSON.stringify(withoutText(secret)));
    writeFileSync(join(SOURCES, "leeg.txt"), "");
    execFileSync(process.execPath, ["--import", "tsx", "scripts/site/build.ts"], {
      env: { ...process.env, ANKERPUNT_SITE: SITE, ANKERPUNT_SOURCES: SOURCES },
      stdio: ["ignore", "ignore", "inherit"],
    });
    [atRoot, below, browser] = await Promise.all([
      serve({ folder: SITE }),
      serve({ folder: SITE, base: "/groep/ankerpunt/" }),
      launch(executablePath),
    ]);
    const { page, context } = await visit(browser, atRoot.url);
    const file = await page.evaluate(
      () => performance.getEntriesByType("resource").find((e) => e.name.includes("/overzicht."))?.name ?? "",
    );
    ({ dossiers } = (await (await fetch(file)).json()) as { dossiers: Listed[] });
    await context.close();
    const pair = (some: Listed[]): string => `a=${some[0]?.id}&b=${some[1]?.id}`;
    firstPair = pair(dossiers.filter((d) => d.collection === "bronnen"));
    hostilePair = pair(dossiers.filter((d) => d.collection === "bronnen" && d.withText));
    withheldPair = pair(dossiers.filter((d) => d.collection === "bronnen" && !d.withText));
    const one = (some: Listed[]): string => `d=${some[0]?.id}`;
    hostileOne = one(dossiers.filter((d) => d.collection === "bronnen" && d.withText));
    withheldOne = one(dossiers.filter((d) => d.collection === "bronnen" && !d.withText));
    variantsOne = one(dossiers.filter((d) => d.collection === "voorbeeld" && d.kind === "beroepscompetentieprofiel"));
    damagedOne = one(dossiers.filter((d) => d.collection === "voorbeeld").sort((x, y) => y.repairs - x.repairs));
  }, 180_000);

  afterAll(async () => {
    await Promise.all([browser?.close(), atRoot?.close(), below?.close()]);
    rmSync(WORK, { recursive: true, force: true });
  });

  /** Opens a page, does something there, and expects that nothing went wrong meanwhile. */
  async function at(url: string, act: (page: Page) => Promise<void>, view: View = {}): Promise<void> {
    const { page, context, problems, foreign } = await visit(browser, url, view);
    try {
      await act(page);
      await page.waitForLoadState("networkidle");
      expect(problems).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await page.evaluate(() => (window as { __hostile?: number }).__hostile)).toBeUndefined();
    } finally {
      await context.close();
    }
  }

  /** Every page at its fullest: seen in all views. */
  const FULL: [string, () => string][] = [
    ["Overzicht with a pair", () => `?uit=bronnen&${hostilePair}`],
    ["Vergelijken with a pair", () => `vergelijken.html?${hostilePair}`],
    ["Dossier with damage", () => `dossier.html?${damagedOne}`],
    ["Niveaus with variants", () => `niveaus.html?${variantsOne}`],
    ["Methode", () => "methode.html"],
  ];
  /** The same pages with less or other content: seen in the two views that differ in everything. */
  const PARTS: [string, () => string][] = [
    ["Overzicht", () => ""],
    ["Vergelijken", () => "vergelijken.html"],
    ["Vergelijken without text", () => `vergelijken.html?${withheldPair}`],
    ["Niveaus", () => "niveaus.html"],
    ["Niveaus without text", () => `niveaus.html?${withheldOne}`],
    ["Dossier", () => "dossier.html"],
    ["Dossier with hostile text", () => `dossier.html?${hostileOne}`],
    ["Dossier without text", () => `dossier.html?${withheldOne}`],
  ];
  const PAGES = [...FULL, ...PARTS];

  describe.each(VIEWS)("in %s", (_name, view) => {
    const differs = (view.width === 390) === (view.dark === true);
    it.each(differs ? PAGES : FULL)("%s loads, fits, and has nothing that axe finds", async (_page, path) => {
      await at(
        atRoot.url + path(),
        async (page) => {
          expect(await page.title()).toMatch(/\| Ankerpunt$/);
          expect(await page.locator("html").getAttribute("lang")).toBe("nl");
          await openAll(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, "wider than the screen").toBeLessThanOrEqual(0);
          expect(await axe(page)).toEqual([]);
        },
        view,
      );
    });
  });

  it.each(PAGES)("%s works under a sub-path", async (name, path) => {
    await at(below.url + path(), async (page) => {
      expect(await page.locator("h1").count()).toBe(1);
      if (name.startsWith("Overzicht")) await page.locator(".chart svg").first().waitFor();
      if (path().includes("a=")) await page.locator(".pair").first().waitFor();
    });
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
        const link = page.locator("details table tbody tr").first().locator("a").first();
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
    it("puts the choice of two dossiers into the address, and takes it from there", async () => {
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

    it("filters by keyboard, keeps the focus and the filter in the address", async () => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        const all = await page.locator(".pair").count();
        const same = await page.locator(".pair .tag.identical").count();
        expect(same).toBeGreaterThan(0);
        expect(same).toBeLessThan(all);
        await page.getByLabel(/^Alles/).focus();
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => page.locator(".pair").count()).toBe(same);
        expect(new URL(page.url()).searchParams.get("toon")).toBe("identiek");
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => page.locator(".pair").count()).toBe(all - same);
        expect(await page.locator(".pair .tag.identical").count()).toBe(0);
      });
    });

    it("marks the words that differ, and shows text as text", async () => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        const near = page.locator(".pair", { hasText: "wijkverpleging" });
        expect(await near.locator("del").allTextContents()).toEqual(["ouders"]);
        expect(await near.locator("ins").allTextContents()).toEqual(["verzorgers"]);
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
      const published = files.map((file) => readFileSync(join(SITE, file), "utf8"));
      expect(published.filter((text) => /wijkverpleging/.test(text))).not.toEqual([]);
      expect(published.filter((text) => /paarden|schapen/.test(text))).toEqual([]);
    });

    it("downloads the pairs, with formulas made harmless", async () => {
      await at(`${atRoot.url}vergelijken.html?${hostilePair}`, async (page) => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download deze paren" }).click(),
        ]);
        const text = readFileSync(await download.path(), "utf8");
        expect(text.split("\r\n")[0]).toMatch(/^\uFEFFdossier_a;/);
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

  describe("Niveaus", () => {
    it("shows what makes a step, and the words that show a level, with all choices in the address", async () => {
      await at(`${atRoot.url}niveaus.html?${variantsOne}`, async (page) => {
        await page.getByLabel("Taken").check();
        const steps = page.getByRole("group", { name: "Stap" }).getByRole("radio");
        await steps.nth(1).check();
        await page.getByText("Nieuw op dit niveau").waitFor();
        await page.getByLabel("Soort handeling").check();
        await page.locator("h3#woorden ~ * mark").first().waitFor();
        const { searchParams } = new URL(page.url());
        expect(searchParams.get("wat")).toBe("taken");
        expect(searchParams.get("schaal")).toBe("action");
        expect(searchParams.get("naar")).not.toBeNull();
        const shown = await page.locator("main").innerText();
        await page.reload({ waitUntil: "networkidle" });
        expect(await page.locator("main").innerText()).toBe(shown);
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download deze stap (CSV)" }).click(),
        ]);
        expect(readFileSync(await download.path(), "utf8")).toMatch(/^\uFEFFsoort;id;code;/);
        const [workbook] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Download deze stap (XLSX)" }).click(),
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

    it("puts dossier and unit into the address by keyboard, and takes them from there", async () => {
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
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("uitspraken");
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

    it("keeps only what was repaired when asked", async () => {
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
      await page.getByRole("row", { name: /threshold/ }).waitFor();
      expect(await page.getByRole("row", { name: /weights/ }).count()).toBeGreaterThan(0);
    });
  });

  it("transfers less than 700 KB for the first page", async () => {
    const context = await browser.newContext();
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
});

async function openAll(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
}

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds, of any weight, each with the first element it found. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run();
    return violations.map((v) => `${v.impact} ${v.id}: ${v.nodes.length} × ${v.nodes[0]?.html.slice(0, 200)}`);
  });
}
