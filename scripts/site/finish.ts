/** What Framework leaves out: language, zooming, a policy that keeps every request on the own host; and short modules. */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { transform } from "esbuild";

export async function finishSite(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const rewrite = async (change: (text: string) => string | Promise<string>): Promise<void> =>
      writeFile(file, await change(await readFile(file, "utf8")));
    if (entry.name.endsWith(".html")) await rewrite(finishPage);
    // Framework takes the types out of our own modules, and leaves them as long as they are.
    else if (entry.name.endsWith(".js") && relative(folder, file).startsWith("_import")) {
      await rewrite(async (code) => (await transform(code, { minify: true, target: "es2022" })).code);
    }
  }
}

export function finishPage(html: string): string {
  return html
    .replace("<html>", '<html lang="nl">')
    .replace(", maximum-scale=1", "")
    .replace(
      '<meta charset="utf-8">',
      `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`,
    );
}

/** Framework names what a page loads in its head. */
const LOADS_ARQUERO = /<link rel="modulepreload" href="[^"]*\/arquero@/;

/**
 * Scripts of the page itself run by their hash; markup that would slip in from a document's text could neither run nor
 * fetch anything. Arquero compiles its queries, hence 'unsafe-eval' on the pages that load it, and on no other; charts set
 * styles, hence 'unsafe-inline' there.
 */
function policy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...(LOADS_ARQUERO.test(html) ? ["'unsafe-eval'"] : []), ...hashes].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    // A worker from a blob has the page's own policy; one from a file would have none on a host that sets no headers.
    // What it imports comes from 'self'.
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}
