/**
 * The variants of a profession that a profile describes side by side: from the list that introduces them, the table of
 * their levels, and the headings that come back in the bijlagen. A name counts that stands in two of these places, or
 * in the only one there is.
 */
import { fold } from "../language/fold.js";
import { readLevel } from "../language/levels.js";
import type { Level, Variant } from "../model.js";
import type { Chapter } from "./beroepscompetentieprofiel-chapters.js";
import { competencyArea, listedHead, taskArea, wrappedHead } from "./beroepscompetentieprofiel-lines.js";
import { sectionOf } from "./headings.js";
import { Ids, slug } from "./ids.js";
import type { Line } from "./lines.js";

/** A stem or heading under which variants are listed. */
const INTRODUCES = /\b(?:\p{L}*varianten|functies|functieprofielen|niveaus|rollen|profielen)\b/iu;
const ITEM = /^(?:[•▪●◦‣∙·►➢■□▶→\u{e000}-\u{f8ff}]\s*|[-–—*»]\s*|(?:\d{1,2}|[a-z])[.)]\s+)(?=[\p{L}"'‘“])/u;
const LEVEL_WORDS = /\b(?:mbo|hbo|wo|associate degree|bachelor|master|niveau|nlqf)\b/iu;
const COUNTED = /^(?:[Ff]unctie)?(?:[Nn]iveau|[Vv]ariant)\s+(\d{1,2}|[A-H])\s*[:.–—-]?\s+(\p{Lu}.*)$/u;
const MAX_WORDS = 6;
/** Fewest and most variants that a list can name. */
const COUNT = { least: 2, most: 12 };

/** So many lines from a head on are looked at for its columns. */
const MAX_COLUMNS = 24;

/** A name without its level, number and closing colon, folded. */
export const nameKey = (text: string): string =>
  fold(text)
    .replace(/\([^)]*\)/g, " ")
    .replace(/^\d+(?:\.\d+)*\.?\s+/, "")
    .replace(/^(?:beroepsvariant|variant|functie|niveau\s+\d)\s*(?:\d+\s*)?[:–—-]\s*/, "")
    .replace(/^taken\s+(?:van\s+)?(?:de\s+|een\s+)?/, "")
    .replace(/[,\s]*\b(?:mbo|hbo)[\s-]*(?:niveau)?[\s-]*\d?\s*$/, "")
    .replace(/\s*[:;.,]\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();

interface Named {
  title: string;
  level: Level | null;
}

/** The variants in the order of the document. @param text the repaired text, with its white space */
export function findVariants(text: string, lines: readonly Line[], chapters: readonly Chapter[]): Variant[] {
  const open = chapters.filter(({ role }) => role !== "background" && role !== "overview");
  const byNumber = counted(lines, open);
  const places = [
    byNumber,
    listed(lines, open),
    tabled(lines, open),
    overTasks(lines, open),
    titled(open),
    overColumns(text, lines, open),
    labels(lines, open),
  ].filter((names) => names.size >= COUNT.least && names.size <= COUNT.most);
  const counts = new Map<string, number>();
  for (const names of places) for (const key of names.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Names that are counted are all there are, if nothing names more.
  const sure = places.every(({ size }) => size <= byNumber.size) ? [...byNumber.keys()] : [];
  const confirmed = [...counts].filter(([, n]) => n >= 2).map(([key]) => key);
  // In the order of the first place that names most of them.
  const keys = sure.length > 0 ? sure : confirmed.length >= COUNT.least ? confirmed : [...(places[0]?.keys() ?? [])];
  const order = places.reduce<Map<string, Named>>(
    (best, names) => (shared(names, keys) > shared(best, keys) ? names : best),
    places[0] ?? new Map(),
  );
  const sorted = [...order.keys()].filter((key) => keys.includes(key));
  const ids = new Ids();
  return sorted.map((key) => {
    const all = places.flatMap((names) => names.get(key) ?? []);
    const { title } = all[0] as Named;
    return { id: ids.claim(slug(title)), title, level: all.find(({ level }) => level !== null)?.level ?? null };
  });
}

const shared = (names: ReadonlyMap<string, Named>, keys: readonly string[]): number =>
  keys.filter((key) => names.has(key)).length;

/** Whether a text can be a name: few words, no sentence. */
const isName = (text: string): boolean =>
  /\p{L}{3}/u.test(text) && text.split(/\s+/).length <= MAX_WORDS && !/[.;:?!]$/u.test(text) && !/\d{3}/u.test(text);

const named = (text: string): [string, Named] | null => {
  const level = readLevel(text);
  const title = text
    .replace(/\s*\([^)]*\)/gu, "")
    .replace(/\s*[:;.,]\s*$/u, "")
    .trim();
  return isName(title) ? [nameKey(title), { title, level }] : null;
};

/** "Niveau 1 Hulpkok", "Niveau 2 Kok" …: lines that count on from the first. */
function counted(lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  let names = new Map<string, Named>();
  for (const { body } of chapters) {
    for (const { text } of lines.slice(...body)) {
      const [, number = "", rest = ""] = COUNTED.exec(text) ?? [];
      const n = /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 64;
      const found = n === names.size + 1 || n === 1 ? named(rest) : null;
      if (!found) continue;
      if (n === 1 && names.size < COUNT.least) names = new Map();
      if (n === names.size + 1) names.set(...found);
    }
  }
  return names.size >= COUNT.least && names.size <= COUNT.most ? names : new Map();
}

/** Items under a stem or heading that speaks of variants: "- assistent monteur: helpt bij …". */
function listed(lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  for (const { body, title } of chapters) {
    for (let i = body[0]; i < body[1]; i++) {
      if (!ITEM.test((lines[i] as Line).text)) continue;
      const over = lines[i - 1]?.text ?? "";
      // A stem may run over two lines; "Varianten" over "Hulpkok:" is none.
      const stem = /^\p{Ll}/u.test(over) ? `${lines[i - 2]?.text ?? ""} ${over}` : over;
      const names = new Map<string, Named>();
      let j = i;
      let gaps = 0;
      for (; j < body[1]; j++) {
        const { text } = lines[j] as Line;
        const marker = ITEM.exec(text)?.[0];
        if (marker === undefined) {
          // The rest of an item; more than a few lines of it end the list.
          if (++gaps > 6 || taskArea(text) || /^[\d.]+\s+\p{Lu}/u.test(text)) break;
          continue;
        }
        gaps = 0;
        const item = text.slice(marker.length);
        const cut = /^([^:;]{3,70}?)\s*[:;]|^([^:;.]{3,50})$/u.exec(item);
        const found = cut ? named((cut[1] ?? cut[2]) as string) : null;
        if (!found) break;
        names.set(...found);
      }
      const introduced = /:$/u.test(over) && INTRODUCES.test(stem);
      if ((introduced || INTRODUCES.test(title)) && names.size >= COUNT.least && names.size <= COUNT.most) return names;
      i = Math.max(i, j - 1);
    }
  }
  return new Map();
}

/** Lines of a table that give a name and a level: "assistent monteur mbo-niveau 2 hulpmonteur …", or each on its own line. */
function tabled(lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const { body } of chapters) {
    for (let i = body[0]; i < body[1]; i++) {
      // "Niveau 3 Allround kok (mbo 3)": its number is no level of education.
      const text = (lines[i] as Line).text.replace(/^(?:niveau|variant)\s+[\dA-Z]\s*[:.–—-]?\s+(?=\p{Lu})/iu, "");
      const at = LEVEL_WORDS.exec(text)?.index ?? -1;
      if (at < 0 || /[.;:]$/u.test(text) || /[.!?]\s/u.test(text.slice(0, at))) continue;
      const before = text
        .slice(0, at)
        .replace(/[\s(,|:–—-]+$/u, "")
        .trim();
      const name = before !== "" ? before : (lines[i - 1]?.text ?? "");
      const level = readLevel(text.slice(at).split(/\s{2,}|\t|\|/u)[0] as string) ?? readLevel(text.slice(at, at + 30));
      const found = level && !/^[\d.]+\s/u.test(name) ? named(name.replace(/^\|?\s*/u, "")) : null;
      if (found && level && !names.has(found[0])) names.set(found[0], { ...found[1], level });
    }
  }
  return names;
}

/** Lines that stand over the first taakgebied each time its number begins again. */
function overTasks(lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  const names = new Map<string, Named>();
  let times = 0;
  for (const { body } of chapters) {
    for (let i = body[0] + 1; i < body[1]; i++) {
      if (/^(?:1|A)$/u.test(taskArea((lines[i] as Line).text)?.code ?? "")) {
        times++;
        const over = (lines[i - 1] as Line).text;
        const found = ITEM.test(over)
          ? null
          : named(over.replace(/^[\d.]+\s+/u, "").replace(/^taken\s+(?:van\s+)?(?:de\s+)?/iu, ""));
        if (found) names.set(...found);
      }
    }
  }
  return times >= COUNT.least ? names : new Map();
}

/** Titles of what stands in a chapter about variants. */
function titled(chapters: readonly Chapter[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const { title, rank, role } of chapters) {
    if (role !== "variants" || rank < 2 || INTRODUCES.test(title)) continue;
    const found = named(title);
    if (found) names.set(found[0], found[1]);
  }
  return names;
}

/** The names over the columns of a matrix. */
function overColumns(text: string, lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  for (const { body } of chapters) {
    const own = lines.slice(...body);
    for (const i of own.keys()) {
      const near = own.slice(i, i + MAX_COLUMNS);
      const whole = wrappedHead(near.map((line) => text.slice(line.from, line.to).replace(/[\r\n\f]+$/u, "")));
      const heads = whole?.names ?? listedHead(near.map((line) => line.text));
      const found = heads?.map(named) ?? [];
      if (found.length > 0 && found.every((own) => own !== null)) return new Map(found as [string, Named][]);
    }
  }
  return new Map();
}

/** Labels that come back under one taakgebied after the other: "Kok:", "Chef-kok:". */
function labels(lines: readonly Line[], chapters: readonly Chapter[]): Map<string, Named> {
  const seen = new Map<string, { own: Named; areas: Set<number> }>();
  let area = 0;
  for (const { body } of chapters) {
    for (const { text } of lines.slice(...body)) {
      if (taskArea(text) || competencyArea(text)) area++;
      if (area === 0 || !/:$/u.test(text) || !/^\p{Lu}/u.test(text) || sectionOf(text) !== null) continue;
      const found = /^(?:de|het|een|zij|hij|dit|deze)\s/iu.test(text) ? null : named(text);
      if (!found) continue;
      const known = seen.get(found[0]);
      if (known) known.areas.add(area);
      else seen.set(found[0], { own: found[1], areas: new Set([area]) });
    }
  }
  return new Map([...seen].flatMap(([key, { own, areas }]): [string, Named][] => (areas.size > 1 ? [[key, own]] : [])));
}
