import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { describeWith } from "./require.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

function candidates(): string[] {
  const { CHROME_PATH, CHROMIUM, PATH = "", HOME = "" } = process.env;
  const named = [CHROME_PATH, CHROMIUM].filter((path) => path !== undefined && path !== "");
  if (named.length > 0) return named as string[]; // who names one means that one
  const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((app) =>
    ["/Applications", join(HOME, "Applications")].map((folder) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
  );
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      [
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
      ].map((program) => join(folder, program)),
    );
  const folders = [...PATH.split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"].filter(
    (folder) => folder !== "",
  );
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...applications, ...programs];
}

function find(): string | null {
  for (const path of candidates()) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // try the next
    }
  }
  return null;
}

/** Path of a Chrome or Chromium on this machine; null when there is none. */
export const chromium: string | null = find();

/** As `describe`, for tests in a browser, side by side: they mostly wait. `tests` gets the browser's path. */
export function describeBrowser(name: string, tests: (executablePath: string) => void): void {
  const missing = chromium === null ? "no Chrome or Chromium found: install one or set CHROME_PATH" : null;
  describeWith(missing, name, () => tests(chromium ?? ""), { concurrent: true });
}
