/** What a researcher comes to do: compute on the page, take code and data along; and help with words, everywhere. */
import { readFileSync } from "node:fs";
import { fromArrow } from "arquero";
import papaparse from "papaparse";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { FORMATS, TABLES } from "../../docs/components/table-types.js";
import { copied, IMAGE, type TestSite } from "./setup.js";

/** Goes to the end of the notebook: its last parts are loaded when they are seen. */
export async function wholeNotebook(page: Page): Promise<void> {
  for (const name of ["Thema per niveau", "Antwoord op uw vraag"]) {
    await page.locator("#vraag").scrollIntoViewIfNeeded();
    await page.locator("#thema").scrollIntoViewIfNeeded();
    await page.getByRole("table", { name }).waitFor();
  }
  await page.locator(".chart svg").nth(1).waitFor();
}

const cells = (table: Locator): Promise<string[]> => table.locator("tbody td, tbody th").allInnerTexts();

async function saved(page: Page, press: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

export function research(site: () => TestSite): void {
  describe("Notebook", () => {
    it("computes the overlap anew at another threshold, by keyboard, and keeps it in the address", async ({
      expect,
    }) => {
      const [a, b] = site().dossiers.filter((d) => d.collection === "voorbeeld" && d.kind === "ankerpunten");
      await site().at(`${site().below.url}notebook.html?a=${a?.id}&b=${b?.id}`, async (page) => {
        const table = page.getByRole("table", { name: "Overlap bij de gekozen drempel" });
        await table.waitFor();
        const usual = await cells(table);
        expect(usual.slice(0, 2)).toEqual(["A in B", String(a?.statements)]);
        const slider = page.getByRole("slider", { name: /^Drempel/ });
        await slider.focus();
        await page.keyboard.press("Home");
        await expect.poll(() => cells(table)).not.toEqual(usual);
        expect(new URL(page.url()).searchParams.get("drempel")).toBe("0.1");
        expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true);
        const low = Number((await cells(table))[2]);
        await page.keyboard.press("End");
        await expect.poll(async () => Number((await cells(table))[2])).toBeLessThan(low);
        const [high, url] = [await cells(table), page.url()];
        await page.goto(url, { waitUntil: "networkidle" });
        await table.waitFor();
        expect(await cells(table)).toEqual(high);
      });
    });

    it("shows the code that ran, and copies it", async () => {
      await site().at(`${site().atRoot.url}notebook.html`, async (page) => {
        const code = page.locator("pre", { hasText: "lezer.thresholds(a, b)" });
        const button = page.getByRole("button", {
          name: `Kopieer code: ${await code.getAttribute("aria-label")}`,
          exact: true,
        });
        const text = await copied(page, async () => {
          await button.focus();
          await page.keyboard.press("Enter");
        });
        expect(text).toBe((await code.innerText()).trim());
        expect(readFileSync("docs/notebook.md", "utf8")).toContain(text);
      });
    });

    it("gives the agreement of two people's files, by the library and by the formula, or says why not", async ({
      expect,
    }) => {
      await site().at(`${site().atRoot.url}notebook.html`, async (page) => {
        const formula = page.getByRole("table", { name: "Berekening van kappa" });
        await formula.waitFor();
        const example = await cells(formula);
        expect(await page.getByText(/^Cohens kappa: /).innerText()).toContain(example.at(-1));
        const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
        const input = page.getByLabel("Kies een of twee bestanden");
        await input.setInputFiles([
          file("<b>x.csv", `id,label\n${IMAGE.replaceAll('"', "")},kern\n2,geen\n3,rand\n4,kern\n`),
          file("y.csv", `id,label\n${IMAGE.replaceAll('"', "")},rand\n2,geen\n3,kern\n4,kern\n`),
        ]);
        await page.getByText("beoordeelden allebei 4 dingen").waitFor();
        await expect.poll(() => cells(formula)).toContain("0,20");
        expect(await page.getByText(/^Cohens kappa: /).innerText()).toContain("0,20");
        await input.setInputFiles([file("z.csv", "naam,waarde\n1,2\n")]);
        await page.getByText("Dit zijn geen besluiten en geen labels.").waitFor();
        await expect.poll(() => formula.count()).toBe(0);
        await page.getByRole("button", { name: "Terug naar de voorbeelden" }).click();
        await expect.poll(async () => ((await formula.count()) === 0 ? [] : cells(formula))).toEqual(example);
        expect(await page.locator("main img").count()).toBe(0);
      });
    });

    it("answers a question about all statements, and about a theme, from what is chosen", async ({ expect }) => {
      await site().at(
        `${site().below.url}notebook.html?groep=herkomst&maat=woorden`,
        async (page) => {
          await wholeNotebook(page);
          const answer = page.getByRole("table", { name: "Antwoord op uw vraag" });
          const total = site().dossiers.reduce((sum, d) => sum + d.statements, 0);
          const counts = async (): Promise<number> =>
            (await answer.locator("tbody td:nth-child(2)").allInnerTexts())
              .map((text) => Number(text.replaceAll(".", "")))
              .reduce((sum, n) => sum + n, 0);
          await expect.poll(counts).toBe(total);
          expect(await answer.locator("thead").innerText()).toContain("gemiddeld_woorden");
          const field = page.getByRole("searchbox", { name: "Alleen uitspraken met dit woord" });
          await field.fill("vakgebieden");
          await field.press("Enter");
          await expect.poll(counts).toBeLessThan(total);
          expect(await counts()).toBeGreaterThan(0);
          const theme = page.getByRole("table", { name: "Thema per niveau" });
          const before = await cells(theme);
          await page.getByRole("combobox", { name: "Thema" }).selectOption({ index: 1 });
          await expect.poll(() => cells(theme)).not.toEqual(before);
        },
        { width: 390, dark: true },
      );
    });
  });

  describe("Gegevens", () => {
    it("gives every table in three formats; what is downloaded can be read back", async ({ expect }) => {
      await site().at(`${site().below.url}gegevens.html`, async (page) => {
        const links = page.locator(".files a");
        await expect.poll(() => links.count()).toBe(TABLES.length * FORMATS.length);
        const arrow = await saved(page, page.getByRole("link", { name: "Uitspraken als Arrow" }));
        expect(arrow.name).toBe("ankerpunt-uitspraken.arrow");
        const statements = fromArrow(arrow.bytes);
        const total = site().dossiers.reduce((sum, d) => sum + d.statements, 0);
        expect(statements.numRows()).toBe(total);
        const csv = await saved(page, page.getByRole("link", { name: "Uitspraken als CSV" }));
        const { data } = papaparse.parse<Record<string, string>>(new TextDecoder().decode(csv.bytes).trimEnd(), {
          header: true,
        });
        expect(data.map((row) => row.uitspraak?.replace(/^'(?=[+=-])/, ""))).toEqual(statements.array("uitspraak"));
        // neither a formula nor text of who withheld it
        expect(data.filter((row) => row.tekst?.startsWith("'=HYPERLINK")).length).toBeGreaterThanOrEqual(2);
        expect(data.filter((row) => row.tekst?.startsWith("="))).toEqual([]);
        const withheld = site().dossiers.filter((d) => !d.withText);
        const text = new Map(data.map((row) => [row.dossier, row.tekst]));
        for (const { id } of withheld) expect(text.get(id)).toBe("");
        const python = await page.getByRole("group", { name: "Python" }).innerText();
        const address = python.match(/"(http[^"]+)"/)?.[1] ?? "";
        expect((await fetch(`${address}uitspraken.csv`)).status).toBe(200);
      });
    });
  });

  describe("help with words", () => {
    it("explains a word where it stands, by keyboard; Escape closes it; the list has them all", async ({ expect }) => {
      await site().at(
        `${site().below.url}notebook.html`,
        async (page) => {
          const word = page.getByRole("button", { name: "drempel", exact: true });
          await word.waitFor();
          expect(
            await word.evaluate((b) => document.getElementById(b.getAttribute("aria-describedby") ?? "")?.textContent),
          ).toMatch(/^De laagste score/);
          const open = page.locator(".explanation:popover-open");
          await word.focus();
          await page.keyboard.press("Enter");
          await open.waitFor();
          const box = await open.boundingBox();
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
          await page.keyboard.press("Escape");
          await expect.poll(() => open.count()).toBe(0);
          expect(await word.evaluate((b) => b === document.activeElement)).toBe(true);
          await page.keyboard.press("Space");
          await page.keyboard.press("Tab");
          await page.keyboard.press("Enter");
          await page.locator("dt#drempel").waitFor();
          expect(new URL(page.url()).hash).toBe("#drempel");
        },
        { width: 390 },
      );
    });
  });
}
