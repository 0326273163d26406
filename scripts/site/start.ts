/** The main job: read the documents, build the site, serve it on this machine. */
import { buildSite } from "./build.js";
import { serve } from "./serve.js";

try {
  await buildSite();
  const { url } = await serve({ port: Number(process.env.PORT ?? 4173) });
  console.log(`\nThe site is at ${url}\nStop with Ctrl+C. Own documents: put them in data/bronnen/ and start again.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
