import type { Overview } from "./docs/components/types.js";
import { finding } from "./scripts/site/findings.js";
import { madeFrom } from "./scripts/site/made.js";
import { SITE } from "./scripts/site/paths.js";

const overview = JSON.parse(await finding("overzicht")) as Overview;

const pages = [
  { name: "Overzicht", path: "/" },
  { name: "Vergelijken", path: "/vergelijken" },
  { name: "Ankerpunten", path: "/ankerpunten" },
  { name: "Niveaus", path: "/niveaus" },
  { name: "Dossier", path: "/dossier" },
  { name: "Gezamenlijk ontwerp", path: "/ontwerp" },
  { name: "Eigen dossier", path: "/eigen" },
  { name: "Zoeken", path: "/zoeken" },
  { name: "Notebook", path: "/notebook" },
  { name: "Gegevens", path: "/gegevens" },
];

/** What explains the other pages: beside the name of the site. */
const help = [
  { name: "Methode", path: "/methode" },
  { name: "Woordenlijst", path: "/woorden" },
];

const normal = (path: string): string => path.replace(/index$/, "");

const links = (to: typeof pages, path: string): string =>
  to
    .map((p) => `<li><a href="${p.path}"${normal(path) === p.path ? ' aria-current="page"' : ""}>${p.name}</a></li>`)
    .join("");

export default {
  root: "docs",
  output: SITE,
  title: "Ankerpunt",
  // Links to files that exist, so that the site works on a host that adds no ".html".
  preserveExtension: true,
  pages: [...pages, ...help],
  // Our own header takes the place of Framework's sidebar.
  sidebar: false,
  toc: false,
  pager: false,
  globalStylesheets: [],
  style: "style.css",
  interpreters: { ".ts": [process.execPath, "--import", "tsx"] },
  // The build puts these into the HTML itself (scripts/site/finish.ts); the live preview can't.
  head: `<link rel="icon" href="/favicon.svg" type="image/svg+xml">${
    process.env.ANKERPUNT_PREVIEW
      ? `<script>
document.documentElement.lang = "nl";
document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
</script>`
      : ""
  }`,
  header: ({ path }: { path: string }): string => `<a class="skip" href="#observablehq-main">Naar de inhoud</a>
<a class="mark" href="/"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><circle cx="12" cy="5" r="2.6"/><path d="M12 7.6V21M7 11h10M4 14c.6 4 3.6 7 8 7s7.4-3 8-7"/></svg>Ankerpunt</a>
<nav aria-label="Uitleg"><ul>${links(help, path)}</ul></nav>
<nav aria-label="Pagina's" class="pages"><ul>${links(pages, path)}</ul></nav>
<noscript>Deze site werkt alleen als JavaScript aan staat.</noscript>`,
  footer: madeFrom(overview),
};
