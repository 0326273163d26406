/** Where things are. Everything is found from the project's root, whatever folder a script is started in. */
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
export const FRAMEWORK_CACHE = fileURLToPath(new URL("../../docs/.observablehq/cache/", import.meta.url));
export const GENERATED = fileURLToPath(new URL("../../docs/generated/", import.meta.url));
/** The reader of own documents, as the browser runs it. */
export const READER = fileURLToPath(new URL("../../docs/generated/lezer/", import.meta.url));
/** Results of the library between two builds; safe to delete. */
export const FINDINGS_CACHE = fileURLToPath(new URL("../../.tmp/site/", import.meta.url));
/** The folder with the user's own sources; another one can be named for a trial. */
export const OWN_SOURCES =
  process.env.ANKERPUNT_SOURCES ?? fileURLToPath(new URL("../../data/bronnen/", import.meta.url));
/** The folder that is published; another one can be named for a trial. */
export const SITE = process.env.ANKERPUNT_SITE ?? "site";
