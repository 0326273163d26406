/**
 * The built site for the tests in the browser: with the supplied corpora and with sources of a user who means no good.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { launch, type View, visit } from "../../scripts/site/browser.js";
import { type Served, serve } from "../../scripts/site/serve.js";
import { buildCorpus, withoutText } from "../../src/index.js";

const WORK = ".tmp/e2e";
export const SITE: string = join(WORK, "site");
const SOURCES = join(WORK, "bronnen");

/** Would show if any of it were taken for markup or code. */
export const IMAGE = `<img src=x onerror="window.__hostile=1">`;
export const hostile = (title: string, own: string): string => `# ${title} ${IMAGE}

## Kerntaak 1 <b onclick="window.__hostile=2">samenwerken</b>

- Stemt de dagelijkse werkzaamheden af met collega's uit andere vakgebieden ${IMAGE}.
- Overlegt met ouders en de wijkverpleging over het plan <script>window.__hostile=3</script> en legt afspraken vast.
- Signaleert risico's in de thuissituatie en bespreekt deze in het team \${window.__hostile=4}.
- =HYPERLINK("https://example.org/";"klik") controleert de eigen administratie elke week.
- Bespreekt de uit-
komsten <u>schriftelijk</u> met het team en legt die daarna vast.
- ${own}
`;

export interface Listed {
  id: string;
  title: string;
  kind: string;
  collection: string;
  withText: boolean;
  units: number;
  statements: number;
  repairs: number;
  parts: { id: string; title: string }[];
}

/** The served site, and a browser that looks at it. */
export interface TestSite {
  browser: Browser;
  atRoot: Served;
  below: Served;
  dossiers: Listed[];
  /** Opens a page, does something there, and expects that nothing went wrong meanwhile. */
  at(url: string, act: (page: Page) => Promise<void>, view?: View): Promise<void>;
  close(): Promise<void>;
}

/** With ANKERPUNT_E2E_REUSE=1 the site of the last such run is used again. */
const reuse = process.env.ANKERPUNT_E2E_REUSE === "1";

/** What `npm start` serves: it reads, builds, checks and serves. */
export function startSite(): Promise<Served> {
  return reuse && existsSync(join(SITE, "index.html")) ? serve({ folder: SITE }) : start();
}

/** The dossiers that a served site shows. */
export async function listed({ url }: Served): Promise<Listed[]> {
  const page = await (await fetch(url)).text();
  const file = page.match(/"path":"\.\/(_file\/data\/overzicht\.[^"]+)"/)?.[1];
  return ((await (await fetch(`${url}${file}`)).json()) as { dossiers: Listed[] }).dossiers;
}

/**
 * @param executablePath of the browser
 * @param atRoot the site as `npm start` serves it
 */
export async function openSite(executablePath: string, atRoot: Served): Promise<TestSite> {
  const [below, browser, dossiers] = await Promise.all([
    serve({ folder: SITE, base: "/groep/ankerpunt/" }),
    launch(executablePath),
    listed(atRoot),
  ]);
  return {
    browser,
    atRoot,
    below,
    dossiers,
    async at(url, act, view = {}) {
      const {
        page: opened,
        context: own,
        problems,
        foreign,
      } = await visit(browser, url, {
        savesData: true, // so that tests do not hold each other up
        ...view,
      });
      try {
        await act(opened);
        await opened.waitForLoadState("networkidle");
        expect(problems).toEqual([]);
        expect(foreign).toEqual([]);
        expect(await opened.evaluate(() => (window as { __hostile?: number }).__hostile)).toBeUndefined();
      } finally {
        await own.close();
      }
    },
    async close() {
      await Promise.all([browser.close(), below.close()]);
    },
  };
}

/** `npm start` with a user's own files: reads, builds, serves, and prints the address. */
async function start(): Promise<Served> {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(SOURCES, { recursive: true });
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  writeFileSync(
    join(SOURCES, "vijandig-eerste.md"),
    hostile("Eerste dossier", "Houdt de fietsen van de instelling zelf bij."),
  );
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
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/site/start.ts"], {
    env: { ...process.env, ANKERPUNT_SITE: SITE, ANKERPUNT_SOURCES: SOURCES, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await new Promise<string>((done, fail) => {
    let output = "";
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const found = output.match(/http:\/\/localhost:\d+\//)?.[0];
      if (found !== undefined) done(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => fail(new Error(`npm start stopped with ${code}:\n${output}`)));
  });
  return {
    url,
    close: async () => {
      child.kill();
      if (!reuse) rmSync(WORK, { recursive: true, force: true });
    },
  };
}

export async function openAll(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
}

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds, of any weight, each with the first element it found; targets of 24 px (WCAG 2.2) too. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run({ rules: { "target-size": { enabled: true } } });
    return violations.map((v) => `${v.impact} ${v.id}: ${v.nodes.length} × ${v.nodes[0]?.html.slice(0, 200)}`);
  });
}

/** How much wider than the screen the page is, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/**
 * The captions of tables that cannot be read without scrolling sideways. After a change of width cells are drawn anew, so
 * they get the time that a page gets.
 */
export async function cutCaptions(page: Page): Promise<string[]> {
  const cut = (): string[] =>
    [...document.querySelectorAll<HTMLElement>("caption")]
      .filter((caption) => caption.checkVisibility())
      .filter(({ firstElementChild }) => (firstElementChild?.getBoundingClientRect().right ?? Infinity) > innerWidth)
      .map(({ innerText }) => innerText);
  await page.waitForFunction(`(${cut})().length === 0`, undefined, { timeout: 10_000 }).catch(() => undefined);
  return page.evaluate(cut);
}

let turn: Promise<unknown> = Promise.resolve();

/** What a press copies. All pages of a browser share its clipboard, so those that copy take turns. */
export function copied(page: Page, press: () => Promise<void>): Promise<string> {
  const own = turn.then(async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await press();
    await page.getByText("Gekopieerd.").waitFor();
    return await page.evaluate(() => navigator.clipboard.readText());
  });
  turn = own.catch(() => {});
  return own;
}
