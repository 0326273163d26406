/** What a teacher comes to do, each task from beginning to end on the built site. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { visit } from "../../scripts/site/browser.js";
import { buildCorpus, readDecisions } from "../../src/index.js";
import { bytesOf, docx, paragraph } from "../helpers/office.js";
import { lines, pdf, pdfOf, stream } from "../helpers/pdf.js";
import { axe, copied, hostile, IMAGE, type Listed, type TestSite } from "./setup.js";

export function tasks(site: () => TestSite): void {
  const of = (collection: string): Listed[] => site().dossiers.filter((d) => d.collection === collection);
  /** The two supplied examples with most statements. */
  const examples = (): string => {
    const [a, b] = of("voorbeeld").sort((x, y) => y.statements - x.statements);
    return `a=${a?.id}&b=${b?.id}`;
  };

  describe("a person's decisions", () => {
    it("ten pairs are judged by keyboard, kept, saved as a file, and taken back", async () => {
      const view = { width: 390, dark: true };
      await site().at(
        `${site().below.url}vergelijken.html?${examples()}&drempel=0.3`,
        async (page) => {
          await judge(page, "baggbbabbb");
          const said =
            /^U hebt besloten: 6 bevestigd, 2 afgewezen, 2 geen tegenhanger\. Van de \d+ paren staan er nog \d+ open\.$/;
          await page.getByText(said).waitFor();
          const remark = page.locator(".pair").first().getByLabel("Opmerking");
          await remark.fill(IMAGE);
          await remark.press("Tab");
          await page.reload({ waitUntil: "networkidle" });
          await page.getByText(said).waitFor();
          expect(await page.locator(".pair").first().getByLabel("Opmerking").inputValue()).toBe(IMAGE);

          await page.locator(".decision-files > summary").focus();
          await page.keyboard.press("Enter");
          const file = await downloaded(page, "Bewaar uw besluiten als bestand");
          const read = readDecisions(file);
          expect(
            read
              .map((d) => d.decision)
              .sort()
              .join(),
          ).toBe([...Array(6).fill("confirmed"), ...Array(2).fill("no-match"), ...Array(2).fill("rejected")].join());
          expect(read.map((d) => d.remark).filter((r) => r !== "")).toEqual([IMAGE]);

          await page.getByRole("button", { name: "Wis al uw besluiten" }).click();
          await page.getByText("U hebt nog niets besloten.").waitFor();
          await page.getByRole("button", { name: "Zet terug" }).click();
          await page.getByText(said).waitFor();
          await page.getByRole("button", { name: "Wis al uw besluiten" }).click();
          await page.getByText("U hebt nog niets besloten.").waitFor();
          const back = page.getByLabel("Haal besluiten terug uit een bestand");
          await back.setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("naam;waarde\nx;1\n") });
          await page.getByText("De tabel mist een kolom.").waitFor();
          await back.setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(file) });
          await page.getByText(said).waitFor();
          expect(await axe(page)).toEqual([]);
        },
        view,
      );
    });

    it("what is rejected gets another counterpart, or none, when asked; what is downloaded can be given back", async ({
      expect,
    }) => {
      await site().at(`${site().atRoot.url}vergelijken.html?${examples()}&drempel=0.3`, async (page) => {
        await judge(page, "ab");
        const texts = await page.locator(".pair").first().locator(".statement").allTextContents();
        const table = readDecisions(await downloaded(page, "Download alle paren met uw besluiten (CSV)"));
        expect(table.map((d) => d.decision)).toEqual(["rejected", "confirmed"]);
        await page.locator(".decision-files > summary").click();
        const again = page.getByRole("button", { name: "Zoek opnieuw met uw besluiten" });
        await again.focus();
        await page.keyboard.press("Enter");
        const shown = (): Promise<string[]> =>
          page
            .locator(".pair")
            .evaluateAll((all) =>
              all.map((pair) => [...pair.querySelectorAll(".statement")].map((s) => s.textContent).join("\n")),
            );
        await expect.poll(shown).not.toContain(texts.join("\n"));
        expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.locator("summary", { hasText: "Alleen in" }).first().click();
        await page.getByLabel("Ook volgens mij heeft dit geen tegenhanger").first().check();
        expect(readDecisions(await downloaded(page, "Bewaar uw besluiten")).map((d) => d.decision)).toContain(
          "no-match",
        );
      });
    });

    it("a colleague's file is laid beside one's own: agreement, kappa, Jaccard and the differences", async () => {
      await site().at(`${site().atRoot.url}vergelijken.html?${examples()}&drempel=0.3`, async (page) => {
        await judge(page, "bbab");
        await page.locator(".decision-files > summary").click();
        const own = JSON.parse(new TextDecoder().decode(await downloaded(page, "Bewaar uw besluiten")));
        const theirs = own.decisions.map((d: { decision: string; a: string; b: string }, i: number) =>
          i === 0 ? { ...d, decision: d.decision === "confirmed" ? "rejected" : "confirmed", remark: IMAGE } : d,
        );
        theirs.push({ a: "weg", b: "ook-weg", decision: "rejected" });
        await page.getByLabel("Leg de besluiten van een collega ernaast").setInputFiles({
          name: `<img src=x onerror=window.__hostile=7>.json`,
          mimeType: "application/json",
          buffer: Buffer.from(JSON.stringify({ ...own, decisions: theirs })),
        });
        await page.getByText(/^U en uw collega hebben allebei 4 paren beoordeeld\. Bij 3 \(75%\)/).waitFor();
        await page.getByText(/^Cohens kappa.*: -?0,\d\d \(met 95% zekerheid/).waitFor();
        await page.getByText(/Jaccard 0,\d\d/).waitFor();
        await page.getByText("1 besluit gaat over iets anders").waitFor();
        const rows = page.getByRole("table", { name: "Waar u en uw collega verschillen" }).locator("tbody tr");
        expect(await rows.count()).toBe(1);
        expect(await page.locator("main img").count()).toBe(0);
        expect(await axe(page)).toEqual([]);
      });
    });
  });

  describe("Eigen dossier", () => {
    it("reads a PDF that is dropped, says where its text went, and compares it with every dossier", async ({
      expect,
    }) => {
      await site().at(
        `${site().below.url}eigen.html`,
        async (page) => {
          // On a page that is quiet the readers warm up.
          const warmed = (): Promise<number[]> =>
            Promise.all(page.workers().map((one) => one.evaluate(() => performance.getEntriesByName("warm").length)));
          await expect.poll(async () => Math.min(...(await warmed())), { timeout: 30_000 }).toBeGreaterThan(0);
          await drop(page, "tuin <b>x</b>.pdf", PDF);
          await page.getByText("Klaar.").waitFor();
          await page.getByRole("heading", { name: "Kwalificatiedossier Tuincoach" }).waitFor();
          const shares = page.getByRole("table", { name: /^Hoeveel uw dossier deelt/ }).locator("tbody tr");
          await expect.poll(() => shares.count(), { timeout: 30_000 }).toBe(site().dossiers.length);
          const first = shares.first();
          expect(await first.innerText()).toMatch(/\d+%/);
          await first.getByRole("button").focus();
          await page.keyboard.press("Enter");
          await page.locator(".pair").first().waitFor();
          expect(await page.evaluate(() => document.activeElement?.id)).toBe("paar");
          await page.getByText("De hele tekst, met van elk stuk").click();
          expect(await page.locator(".audit").innerText()).toContain("Overlegt met bewoners over het plan");
          const corpus = JSON.parse(new TextDecoder().decode(await downloaded(page, "Bewaar wat er is gelezen (JSON")));
          const same = await buildCorpus([{ file: "tuin <b>x</b>.pdf", bytes: PDF }]);
          expect(corpus.dossiers[0].statements).toEqual(JSON.parse(JSON.stringify(same.dossiers[0]?.statements)));
        },
        { width: 390, savesData: false },
      );
    });

    it("reads Word, CSV and text; says of each wrong file what is wrong with it", async () => {
      await site().at(`${site().atRoot.url}eigen.html`, async (page) => {
        const file = (name: string, bytes: Uint8Array | string) => ({
          name,
          mimeType: "application/octet-stream",
          buffer: Buffer.from(bytes),
        });
        await page
          .locator(".drop input[type=file]")
          .setInputFiles([
            file("leeg.txt", ""),
            file("scan.pdf", pdf([[], []])),
            file("slot.pdf", ENCRYPTED),
            file("kapot.docx", bytesOf("PK\u0003\u0004 geen zip")),
            file("foto.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
            file("lijst.csv", `id;tekst\n1;Overlegt met ouders ${IMAGE}.\n2;Houdt de administratie bij.\n`),
            file("plan.docx", WORD),
          ]);
        for (const line of [
          "leeg.txt: Het bestand is leeg.",
          "scan.pdf: Deze PDF is een scan zonder tekst.",
          "slot.pdf: Deze PDF heeft een wachtwoord.",
          "foto.png: Dit is een plaatje",
        ]) {
          await page
            .getByRole("alert")
            .getByText(line.split(": ")[1] as string)
            .waitFor();
          expect(await page.getByRole("alert").innerText()).toContain(line);
        }
        await page.getByText("Klaar.").waitFor();
        expect(await page.getByRole("alert").locator(".note").count()).toBe(5);
        await page.getByRole("heading", { name: "Uw bestanden (2)" }).waitFor();
        await page.getByRole("heading", { name: "Plan van de tuin", level: 2, exact: true }).waitFor();
        await page.locator(".own-files button.link").first().click();
        await page.locator(".reader-main .item", { hasText: IMAGE }).waitFor();
        expect(await axe(page)).toEqual([]);
      });
    });

    it("reads every file of a dropped folder, and a PDF of 8 MB, saying what it is doing meanwhile", async () => {
      await site().at(`${site().atRoot.url}eigen.html`, async (page) => {
        await page.locator(".drop").evaluate((box) => {
          const file = (name: string, text: string) => ({
            name,
            isFile: true,
            file: (done: (file: File) => void) => done(new File([text], name)),
          });
          const folder = (name: string, inside: object[]) => ({
            name,
            isFile: false,
            createReader: () => {
              const rest = [inside.slice(0, 2), inside.slice(2), []];
              return { readEntries: (done: (some: object[]) => void) => done(rest.shift() ?? []) };
            },
          });
          const top = folder("map", [
            file("b.txt", "# Bakker\n\n- Bakt brood voor de buurt.\n"),
            file(".DS_Store", "x"),
            folder("dieper", [file("a.txt", "# Slager\n\n- Snijdt vlees voor de markt.\n")]),
          ]);
          const event = new Event("drop", { cancelable: true });
          const items = [{ webkitGetAsEntry: () => top }];
          Object.defineProperty(event, "dataTransfer", { value: { items, files: [] } });
          box.dispatchEvent(event);
        });
        await page.getByRole("heading", { name: "Uw bestanden (2)" }).waitFor();
        expect(await page.locator(".own-files b").allTextContents()).toEqual(["b.txt", "a.txt"]);
        expect(await page.getByRole("alert").innerText()).toBe("");

        await page.evaluate(() => {
          const seen = new Set<string>();
          Object.assign(window, { seen });
          const status = document.querySelector(".status");
          const bar = document.querySelector("progress");
          new MutationObserver(() => {
            if (bar?.hidden === false) seen.add(status?.textContent ?? "");
          }).observe(status as Element, { childList: true, characterData: true, subtree: true });
        });
        await page
          .locator(".drop input[type=file]")
          .setInputFiles({ name: "groot.pdf", mimeType: "application/pdf", buffer: LARGE });
        await page.getByRole("heading", { name: "Uw bestanden (3)" }).waitFor();
        await page.getByRole("heading", { name: "Kwalificatiedossier Tuincoach" }).waitFor();
        const steps = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
        expect(steps).toContain("Het bestand wordt gelezen…");
        expect(steps).toContain("De onderdelen en uitspraken worden gezocht…");
      });
    });

    it("keeps a document in this browser if asked, and forgets all by one button", async ({ expect }) => {
      await site().at(`${site().atRoot.url}eigen.html`, async (page) => {
        await drop(page, "a.md", bytesOf(hostile("Bewaard", "Voert de kippen.")));
        await page.getByLabel("Bewaar in deze browser").check();
        await drop(page, "b.md", bytesOf(hostile("Niet bewaard", "Voert de geiten.")));
        await page.getByRole("heading", { name: "Uw bestanden (2)" }).waitFor();
        // Pressed twice it takes one away, not two.
        await page.getByRole("button", { name: "Verwijder b.md" }).dblclick();
        await page.getByRole("heading", { name: "Uw bestanden (1)" }).waitFor();
        await page.goto(`${site().atRoot.url}eigen.html`, { waitUntil: "networkidle" });
        await page.getByRole("heading", { name: "Uw bestanden (1)" }).waitFor();
        await page.getByRole("heading", { name: /^Bewaard/ }).waitFor();
        const link = page.url();
        await page.getByRole("button", { name: "Verwijder alle bestanden" }).click();
        await page.getByText("Verwijderd.").waitFor();
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("file-input");
        await expect.poll(() => page.locator(".statements, #gegevens").count()).toBe(0);
        await page.goto(link, { waitUntil: "networkidle" });
        await page.getByText("Dit adres hoort bij een document dat niet in deze browser staat.").waitFor();
      });
    });

    it("says so where the worker does not start, and so does Vergelijken", async () => {
      const { page, context } = await visit(site().browser, `${site().atRoot.url}methode.html`);
      await page.route("**/generated/lezer/**", (route) => route.abort());
      await page.goto(`${site().atRoot.url}eigen.html`);
      await page.locator(".drop input[type=file]").waitFor({ state: "attached" });
      await drop(page, "a.md", bytesOf("# Iets\n\n- Overlegt met ouders.\n"));
      await page.getByText("Het rekenwerk in deze browser is niet gestart.").waitFor();
      await page.goto(`${site().atRoot.url}vergelijken.html?${examples()}`);
      await page.getByText("Het rekenwerk in deze browser is niet gestart.").waitFor();
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      await context.close();
    });
  });

  describe("Gezamenlijk ontwerp", () => {
    it("makes the outline of a joint module, in Word and in Markdown, from what was taken", async ({ expect }) => {
      await site().at(
        `${site().below.url}ontwerp.html`,
        async (page) => {
          for (const { title } of of("bronnen").filter((d) => d.withText)) {
            await page.getByRole("checkbox", { name: title }).check();
          }
          const first = page.locator(".group").first();
          await first.getByLabel("Neem mee").focus();
          await page.keyboard.press("Space");
          await page.getByText("U hebt 1 groep meegenomen.").waitFor();
          await page
            .getByRole("button", { name: /^Neem deze \d+ allemaal mee/ })
            .first()
            .click();
          const taken = await page.locator(".group :checked").count();
          expect(taken).toBeGreaterThan(1);
          await page.getByLabel("Naam van de module").fill(`Samen ${IMAGE} & verder`);
          const word = await downloaded(page, "Bewaar als Word-document");
          const [dossier] = (await buildCorpus([{ file: "module.docx", bytes: word }])).dossiers;
          expect(dossier?.title).toBe(`Samen ${IMAGE} & verder`);
          const text = dossier?.statements.map((s) => s.text).join("\n");
          expect(text).toContain("Overlegt met ouders en de wijkverpleging");
          const markdown = new TextDecoder().decode(await downloaded(page, "Bewaar als Markdown"));
          expect(markdown).toContain("# Samen \\<img src=x");
          expect(markdown.match(/^ {2}- [AB]: /gm)?.length).toBeGreaterThanOrEqual(2 * taken);

          const second = page.locator(".taken > li").nth(1);
          await second.getByRole("textbox").fill(`Eigen titel ${IMAGE}`);
          await second.getByRole("button", { name: "Hoger" }).focus();
          await page.keyboard.press("Enter");
          expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Lager");
          const order = (): Promise<string[]> =>
            page.locator(".taken input").evaluateAll((all) => (all as HTMLInputElement[]).map(({ value }) => value));
          const left = await order();
          expect(left[0]).toBe(`Eigen titel ${IMAGE}`);
          await page.reload({ waitUntil: "networkidle" });
          await expect.poll(order).toEqual(left);
          expect(await page.getByLabel("Naam van de module").inputValue()).toBe(`Samen ${IMAGE} & verder`);
          expect(await axe(page)).toEqual([]);
          await page.goto(`${site().below.url}ontwerp.html`, { waitUntil: "networkidle" });
          await page.getByRole("button", { name: "Ga verder met" }).click();
          await expect.poll(order).toEqual(left);
          await page.getByRole("button", { name: "Wis wat u hebt meegenomen" }).click();
          await page.reload({ waitUntil: "networkidle" });
          await page.getByText("U hebt nog niets meegenomen.").waitFor();
        },
        { width: 390, dark: true },
      );
    });
  });

  it("three dossiers are compared: what all share, what two share, and each two side by side, by keyboard", async ({
    expect,
  }) => {
    const some = of("bronnen").slice(0, 3);
    const groups = new Map<string, Set<string>>();
    let link = "";
    await site().at(
      `${site().below.url}vergelijken.html?a=${some[0]?.id}&b=${some[1]?.id}`,
      async (page) => {
        await page.getByLabel("Nog een dossier erbij").selectOption(some[2]?.id ?? "");
        await page.getByRole("heading", { name: "Wat delen deze 3 dossiers?" }).waitFor();
        const rows = page.getByRole("table", { name: /^Wat staat in welke dossiers/ }).locator("tbody tr");
        const all = rows.filter({ hasText: "In alle 3" });
        const last = rows.last().getByRole("button");
        await last.focus();
        await page.keyboard.press("Enter");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("deel");
        await expect.poll(() => new URL(page.url()).searchParams.get("deel")).toMatch(/^\d$/);
        await page.getByText("zonder tegenhanger in de andere").waitFor();
        const csv = new TextDecoder().decode(await downloaded(page, "Download alle groepen (CSV)"));
        for (const row of csv.split("\r\n").slice(1, -1)) {
          const [group = "", , dossier = ""] = row.split(";");
          groups.set(group, (groups.get(group) ?? new Set()).add(dossier));
        }
        const shared = [...groups.values()].filter((dossiers) => dossiers.size === 3).length;
        expect(shared).toBeGreaterThan(0);
        expect((await all.locator("td").last().innerText()).trim()).toBe(String(shared));
        const number = page
          .getByRole("table", { name: /^Hoeveel procent van het dossier in de rij/ })
          .getByRole("link")
          .last();
        await number.focus();
        await page.keyboard.press("Enter");
        await expect.poll(() => page.getByLabel("Dossier A").inputValue()).toBe(some[2]?.id);
        expect(await page.getByLabel("Dossier B").inputValue()).toBe(some[1]?.id);
        await expect.poll(() => rows.count()).toBeGreaterThan(0);
        expect(await axe(page)).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await all.getByRole("button").isVisible(), "the names of the rows on paper").toBe(true);
        link = page.url();
      },
      { width: 390 },
    );
    await site().at(link, async (page) => {
      await page.getByRole("heading", { name: "Wat delen deze 3 dossiers?" }).waitFor();
      await page.getByText("zonder tegenhanger in de andere").waitFor();
      await page.getByRole("button", { name: "Haal weg" }).click();
      await page.getByRole("heading", { name: "Wat delen deze 3 dossiers?" }).waitFor({ state: "detached" });
      await page.locator(".pair").first().waitFor();
    });
  });

  it("a joint module can be made where the browser keeps nothing, and the page says so", async () => {
    await site().at(`${site().atRoot.url}methode.html`, async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("denied", "SecurityError");
        };
      });
      await page.goto(`${site().atRoot.url}ontwerp.html?van=${of("bronnen").map((d) => d.id)}`);
      await page.locator(".group").first().getByLabel("Neem mee").check();
      await page.getByText("U hebt 1 groep meegenomen.").waitFor();
      await page.getByText("Deze browser bewaart niets").waitFor();
    });
  });

  it("a finding is shared as a link: the same pair, threshold, filter and profiles open elsewhere", async ({
    expect,
  }) => {
    const both = of("bronnen").filter((d) => d.withText);
    let link = "";
    let pairs = 0;
    await site().at(`${site().below.url}vergelijken.html`, async (page) => {
      await page.getByLabel("Dossier A").selectOption(both[0]?.id ?? "");
      await page.getByLabel("Dossier B").selectOption(both[1]?.id ?? "");
      await page.getByRole("slider", { name: /^Drempel/ }).focus();
      await page.keyboard.press("End");
      await expect.poll(() => new URL(page.url()).searchParams.get("drempel")).toBe("0.95");
      await page.getByLabel("Nog open").first().check();
      await expect.poll(() => page.url()).toContain("toon=open");
      await page.locator(".pair").or(page.getByText("Geen paren.")).first().waitFor();
      await expect.poll(() => page.locator(".threshold").innerText()).toContain("0,95");
      await page.waitForTimeout(1000); // the pairs of the last threshold
      link = await copied(page, () => page.getByRole("button", { name: "Kopieer de link naar wat u ziet" }).click());
      pairs = await page.locator(".pair").count();
    });
    await site().at(link, async (page) => {
      await expect.poll(() => page.locator(".pair").count()).toBe(pairs);
      expect(await page.getByRole("slider", { name: /^Drempel/ }).inputValue()).toBe("0.95");
      expect(await page.getByLabel("Nog open").first().isChecked()).toBe(true);
      await page.goto(`${site().below.url}ontwerp.html?van=${both.map((d) => d.id).join()}`);
      await page.locator(".group").first().waitFor();
      expect(await page.locator(".profiles :checked").count()).toBe(2);
    });
  });
}

/** Judges the first pairs in turn, each by its letter, without a mouse. */
async function judge(page: Page, letters: string): Promise<void> {
  await page.locator(".pair").first().waitFor();
  expect(await page.locator(".pair").count()).toBeGreaterThanOrEqual(letters.length);
  await page.locator(".pair").first().focus();
  for (const letter of letters) {
    await page.keyboard.press(letter);
    await page.keyboard.press("ArrowDown");
  }
}

async function downloaded(page: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

/** Drops a file on the page, as from the desktop. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], file));
      return transfer;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
}

const TASKS = [
  "- Overlegt met bewoners over het plan van de tuin",
  "- Stemt de dagelijkse werkzaamheden af met collega's",
  "- Houdt de administratie van de tuin bij",
];
const PDF = pdf([
  [{ text: "Kwalificatiedossier Tuincoach", x: 70, y: 90, size: 24, bold: true }],
  [
    { text: "B1-K1 Begeleidt het tuinieren", x: 70, y: 90, size: 16, bold: true },
    { text: "B1-K1-W1 Maakt een plan", x: 70, y: 130, size: 13, bold: true },
    ...lines(70, 160, TASKS),
  ],
]);

/** The same with 8 MB that is no text, as of pictures. */
const LARGE = Buffer.concat([PDF.slice(0, 9), Buffer.from(`%${"x".repeat(8_000_000)}\n`), PDF.slice(9)]);

const ENCRYPTED = pdfOf(
  [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
    stream("BT ET"),
  ],
  "/Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) /P -4 >> /ID [(1234567890123456) (1234567890123456)]",
);

const WORD = docx(
  [paragraph("Plan van de tuin", '<w:pStyle w:val="Title"/>'), ...TASKS.map((text) => paragraph(text))].join(""),
  {
    styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
  },
);
