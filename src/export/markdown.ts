/** A dossier as Markdown, to read and to work on. */
import type { Dossier, Statement, Unit } from "../model.js";
import { unitName, wholeText } from "./dossier.js";
import { oneLine } from "./text.js";

/** Characters that open something wherever they stand, in CommonMark or its common extensions. */
const SPECIAL = /[\\`*_[\]<>|~$&^#!@]/g;
/** Those that open something only at the start of a line; elsewhere they stay readable. */
const AT_START = /^(?:[#+\-=:>~]+|\d+(?=[.)]))/;

/** A text on one line in which Markdown sees nothing but text. */
function markdownText(text: string): string {
  const flat = oneLine(text);
  const start = AT_START.exec(flat)?.[0] ?? "";
  const inside = (part: string): string =>
    part
      .replace(SPECIAL, (c) => (c === "<" ? "&lt;" : c === "&" ? "&amp;" : `\\${c}`))
      // Addresses become links by themselves in many readers.
      .replace(/:\/\/|\bwww(?=\.)/gi, (c) => (c === "://" ? "\\://" : `${c}\\`));
  // "1." would open a list: the point is escaped, not the number.
  if (/^\d/.test(start)) return `${start}\\${flat[start.length]}${inside(flat.slice(start.length + 1))}`;
  return `${[...start].map((c) => `\\${c}`).join("")}${inside(flat.slice(start.length))}`;
}

const MAX_DEPTH = 6;

/**
 * A dossier as CommonMark: a heading for each unit, a list item for each statement, grouped by section. Text of the
 * document stays text: nothing in it becomes markup, a link or HTML.
 * @throws ExportError for a dossier without text
 */
export function toMarkdown(dossier: Dossier): string {
  const depths = new Map<string, number>();
  const held = new Map<string, Statement[]>();
  for (const statement of dossier.statements) {
    const list = held.get(statement.unit);
    if (list) list.push(statement);
    else held.set(statement.unit, [statement]);
  }
  const out = [`# ${markdownText(dossier.title)}`];
  if (dossier.level) out.push(markdownText(dossier.level.label));
  for (const unit of dossier.units) {
    const depth = 1 + (unit.parent === null ? 1 : (depths.get(unit.parent) ?? 1));
    depths.set(unit.id, depth);
    out.push(`${"#".repeat(Math.min(MAX_DEPTH, depth))} ${heading(unit)}`);
    out.push(...sections(dossier, held.get(unit.id) ?? []));
  }
  return `${out.join("\n\n")}\n`;
}

const heading = (unit: Unit): string =>
  markdownText(unit.code !== null && unit.title !== "" ? `${unit.code} ${unit.title}` : unitName(unit));

/** Statements under the name of their section, in order; a section that comes back is named again. */
function sections(dossier: Dossier, statements: readonly Statement[]): string[] {
  const out: string[] = [];
  let items: string[] = [];
  let section: string | null = null;
  const flush = (): void => {
    if (items.length > 0) out.push(items.join("\n"));
    items = [];
  };
  for (const statement of statements) {
    if (statement.section !== section) {
      flush();
      section = statement.section;
      out.push(`**${markdownText(section)}**`);
    }
    const code = statement.code === undefined ? "" : `${markdownText(statement.code)} `;
    const scope = statement.scope === undefined ? "" : ` (${markdownText(statement.scope)})`;
    items.push(`- ${code}${markdownText(wholeText(dossier, statement))}${scope}`);
  }
  flush();
  return out;
}
