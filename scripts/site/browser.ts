/** A browser that keeps to itself, for tests, measurements and screenshots. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/**
 * A whole Chrome, also without a screen, loads pages of its own for the address bar of every new window: more work than
 * many of our pages. Only the last list that Chrome gets counts, so these names stand in Playwright's place: after ours
 * what would ask the network or wait.
 */
const DISABLED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "SpareRendererForSitePerProcess",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${DISABLED_FEATURES.join()}`,
];

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface View {
  width?: number;
  dark?: boolean;
  /** As a user who has asked for little traffic: pages do nothing ahead. */
  savesData?: boolean;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, failed cells and failed requests. */
  problems: string[];
  /** Requests to any other host. */
  foreign: string[];
}

/** Opens a page, waits until it is quiet, and notes what goes wrong from the first moment on. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, dark = false, savesData = false }: View = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  if (savesData)
    await context.addInitScript('Object.defineProperty(navigator, "connection", { value: { saveData: true } })');
  const page = await context.newPage();
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && host !== new URL(url).host) foreign.push(request.url());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  for (const text of await page.locator(".observablehq--error").allTextContents()) problems.push(`cell: ${text}`);
  return { page, context, problems, foreign };
}
