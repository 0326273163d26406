/**
 * A page that shows where every passage of a document went: coloured by class, repairs marked, what was not understood
 * listed first. It holds no script, and text of the document reaches it escaped only.
 */
import type { Dossier } from "../model.js";
import type { Audit, Segment } from "../parse/index.js";

/** One document to show: its name, its decoded text, and what became of it. */
export interface AuditedDocument extends Audit {
  file: string;
  text: string;
}

const NAMES: Record<Segment["class"], string> = {
  statements: "uitspraak",
  headings: "kop of code",
  background: "achtergrond",
  furniture: "paginanummer of kopregel",
  unparsed: "niet herkend",
};

const STYLE = `
:root { color-scheme: light dark; --statements: #d7efe4; --other: #bfe3d3; --headings: #d9e4f7; --background: #ececec;
  --furniture: #f6e3c5; --unparsed: #f7c6c6; }
@media (prefers-color-scheme: dark) { :root { --statements: #16402f; --other: #1f5740; --headings: #22355a;
  --background: #333; --furniture: #54401a; --unparsed: #6b2020; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.statements { background: var(--statements); } .other { background: var(--other); } .headings { background: var(--headings); }
.background { background: var(--background); } .furniture { background: var(--furniture); }
.unparsed { background: var(--unparsed); outline: 2px solid; }
del { text-decoration-color: #b00; } ins { text-decoration: none; border-bottom: 2px solid; font-weight: 600; }
td, th { text-align: left; padding: 0 1rem 0 0; } td + td { text-align: right; }
`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

/** The audit of one or more documents as an HTML page of its own. */
export function auditPage(documents: readonly AuditedDocument[]): string {
  const title = `Waar bleef de tekst? ${documents.map(({ file }) => file).join(", ")}`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Waar bleef de tekst?</h1>
<p>Elk stuk tekst hoort bij één soort. De kleur zegt welke; om en om een andere tint is een volgende uitspraak.
Wat hersteld is, staat doorgestreept met daarachter wat ervan gemaakt is.</p>
<p>${Object.entries(NAMES)
    .map(([name, label]) => `<span class="${name}">${label}</span>`)
    .join(" ")}</p>
${documents.map(section).join("\n")}
</body>
</html>
`;
}

function section(document: AuditedDocument, index: number): string {
  const { file, text, dossiers, segments } = document;
  const unparsed = segments.filter((segment) => segment.class === "unparsed");
  return `<section>
<h2>${escapeHtml(file)}</h2>
<ul>${dossiers.map((dossier) => `<li>${escapeHtml(dossier.title)} (${dossier.kind}): ${dossier.statements.length} uitspraken</li>`).join("")}</ul>
${counts(dossiers)}
<h3>Niet herkend</h3>
${
  unparsed.length === 0
    ? "<p>Niets: elk stuk tekst is ergens ondergebracht.</p>"
    : `<ol>${unparsed
        .map(
          ({ start, end }) =>
            `<li><a href="#${index}-${start}">${escapeHtml(text.slice(start, end).trim().slice(0, 200))}</a></li>`,
        )
        .join("")}</ol>`
}
${warnings(dossiers)}
<h3>De tekst</h3>
<pre>${passages(document, index)}</pre>
</section>`;
}

function counts(dossiers: readonly Dossier[]): string {
  const sum = (name: Segment["class"]): number =>
    dossiers.reduce((total, dossier) => total + dossier.coverage[name], 0);
  const names = Object.keys(NAMES) as Segment["class"][];
  const total = names.reduce((all, name) => all + sum(name), 0);
  const rows = names.map(
    (name) =>
      `<tr><th scope="row"><span class="${name}">${NAMES[name]}</span></th><td>${sum(name)}</td><td>${total === 0 ? "–" : ((100 * sum(name)) / total).toFixed(2)}%</td></tr>`,
  );
  return `<table><caption>Tekens, witruimte niet meegeteld</caption>${rows.join("")}</table>`;
}

function warnings(dossiers: readonly Dossier[]): string {
  const all = dossiers.flatMap((dossier) => dossier.warnings);
  if (all.length === 0) return "";
  return `<h3>Waarschuwingen</h3><ul lang="en">${all.map(({ code, message }) => `<li>${escapeHtml(code)}: ${escapeHtml(message)}</li>`).join("")}</ul>`;
}

/** A stretch of the source of one class, and within it of one statement. */
export interface Passage {
  class: Segment["class"];
  /** Offset in the source. */
  start: number;
  /** Which statement it is of, from 0 in the order of the source; null outside the statements. */
  statement: number | null;
  /** Id of that statement. */
  id: string | null;
  pieces: Piece[];
}

/** Source text as it stands, or a repair: what was there, and what was made of it. */
export type Piece = string | { from: string; to: string; rule: string };

/** The source from beginning to end; a passage ends where its class, its statement or a repair does. */
export function auditPassages({ text, dossiers, segments }: Omit<AuditedDocument, "file">): Passage[] {
  const repairs = dossiers.flatMap((dossier) => dossier.repairs).sort((a, b) => a.start - b.start);
  const starts = dossiers
    .flatMap((dossier) => dossier.statements)
    .map(({ id, source }) => ({ id, start: source.start }))
    .sort((a, b) => a.start - b.start);
  let statement = -1;
  let repair = 0;
  /** The text of a range with its repairs; an insertion stands where it was made. */
  const pieces = (from: number, to: number): Piece[] => {
    const out: Piece[] = [];
    const plain = (start: number, end: number): void => {
      if (end > start) out.push(text.slice(start, end));
    };
    let at = from;
    while (repair < repairs.length && (repairs[repair]?.start ?? to) < to) {
      const { start, end, to: mended, rule } = repairs[repair++] as (typeof repairs)[number];
      if (start < at) continue;
      plain(at, start);
      out.push({ from: text.slice(start, end), to: mended ?? "", rule });
      at = Math.max(at, end);
    }
    plain(at, to);
    return out;
  };
  const out: Passage[] = [];
  for (const { start, end, class: name } of segments) {
    if (name !== "statements") {
      out.push({ class: name, start, statement: null, id: null, pieces: pieces(start, end) });
      continue;
    }
    let from = start;
    while (from < end) {
      while ((starts[statement + 1]?.start ?? end) <= from && statement + 1 < starts.length) statement++;
      const to = Math.min(end, starts[statement + 1]?.start ?? end);
      out.push({
        class: name,
        start: from,
        statement,
        id: starts[statement]?.id ?? null,
        pieces: pieces(from, to),
      });
      from = to;
    }
  }
  return out;
}

function passages(document: AuditedDocument, index: number): string {
  const piece = (p: Piece): string =>
    typeof p === "string"
      ? escapeHtml(p)
      : `<del>${escapeHtml(p.from)}</del><ins title="${escapeHtml(p.rule)}">${escapeHtml(p.to)}</ins>`;
  const html = auditPassages(document).map(({ class: name, start, statement, id, pieces }) => {
    const inside = pieces.map(piece).join("");
    if (statement === null) {
      return `<span class="${name}"${name === "unparsed" ? ` id="${index}-${start}"` : ""}>${inside}</span>`;
    }
    return `<span class="statements${statement % 2 === 0 ? " other" : ""}" title="${escapeHtml(id ?? "")}">${inside}</span>`;
  });
  return escapeHtml(document.text.slice(0, document.segments[0]?.start ?? document.text.length)) + html.join("");
}
