/** The numbers of paragraphs, as Word shows them: numbering.xml says how, the place in the document says which. */
import { letters, roman } from "../markers.js";
import { child, children, childValue, type Element } from "../xml.js";

interface Level {
  start: number;
  format: string;
  /** "%1.%2": the number with those of the levels above. */
  text: string;
  /** The level whose number starts this one anew; by default any above. */
  restart: number | null;
  /** Levels above are shown in digits, whatever their format ("Artikel II, 2.1"). */
  legal: boolean;
}

interface List {
  /** Lists with the same abstract list count on together. */
  abstract: string;
  levels: Map<number, Level>;
  /** Levels that start anew with this list. */
  overrides: Map<number, number>;
}

export interface Numbering {
  /** The mark of the next paragraph of a list: "-" for a bullet, "" for a level without one. */
  next(list: string, level: number): { marker: string; bullet: boolean } | null;
}

const MAX_LEVEL = 8;

function readLevel(element: Element): Level {
  const restart = childValue(element, "lvlRestart");
  return {
    start: Number(childValue(element, "start") ?? 1) || 0,
    format: childValue(element, "numFmt") ?? "decimal",
    text: childValue(element, "lvlText") ?? "",
    restart: restart === undefined ? null : Number(restart),
    legal: child(element, "isLgl") !== undefined,
  };
}

function readLevels(element: Element | undefined): Map<number, Level> {
  return new Map(children(element, "lvl").map((level) => [Number(level.attributes.ilvl), readLevel(level)]));
}

/** Reads numbering.xml; `styleLists` names the list of a numbering style. */
export function readNumbering(root: Element | undefined, styleLists: ReadonlyMap<string, string>): Numbering {
  const top = child(root, "numbering");
  const abstracts = new Map(
    children(top, "abstractNum").map((element) => [element.attributes.abstractNumId ?? "", element]),
  );
  const nums = new Map(children(top, "num").map((element) => [element.attributes.numId ?? "", element]));

  const lists = new Map<string, List>();
  const listOf = (id: string, seen = 0): List | null => {
    const known = lists.get(id);
    if (known) return known;
    const num = nums.get(id);
    if (!num) return null;
    const abstract = childValue(num, "abstractNumId") ?? "";
    const definition = abstracts.get(abstract);
    const linked = styleLists.get(childValue(definition, "numStyleLink") ?? "");
    if (linked !== undefined && linked !== id && seen < 5) {
      const other = listOf(linked, seen + 1);
      if (other) return other;
    }
    const list: List = { abstract, levels: readLevels(definition), overrides: new Map() };
    for (const override of children(num, "lvlOverride")) {
      const level = Number(override.attributes.ilvl);
      const own = child(override, "lvl");
      if (own) list.levels.set(level, readLevel(own));
      const start = childValue(override, "startOverride");
      if (start !== undefined) list.overrides.set(level, Number(start) || 0);
    }
    lists.set(id, list);
    return list;
  };

  /** The numbers reached, by abstract list. */
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return {
    next(id, wanted) {
      const list = listOf(id);
      if (!list) return null;
      const level = Math.max(0, Math.min(wanted, MAX_LEVEL));
      const definition = list.levels.get(level);
      if (!definition) return null;
      let counts = counters.get(list.abstract);
      if (!counts) {
        counts = [];
        counters.set(list.abstract, counts);
      }
      if (!begun.has(id)) {
        begun.add(id);
        for (const [at, start] of list.overrides) counts[at] = start - 1;
      }
      counts[level] = (counts[level] ?? definition.start - 1) + 1;
      for (let below = level + 1; below <= MAX_LEVEL; below++) {
        const restart = list.levels.get(below)?.restart ?? null;
        if (restart !== 0 && (restart === null || level < restart)) counts[below] = undefined;
      }
      if (definition.format === "bullet") return { marker: "-", bullet: true };
      if (definition.format === "none") return { marker: definition.text.replace(/%\d/g, "").trim(), bullet: false };
      const marker = definition.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = list.levels.get(at);
        const value = counts[at] ?? shown?.start ?? 1;
        counts[at] ??= value;
        return format(value, definition.legal ? "decimal" : (shown?.format ?? "decimal"));
      });
      return { marker: marker.trim(), bullet: false };
    },
  };
}

function format(n: number, name: string): string {
  switch (name) {
    case "lowerLetter":
      return repeated(n);
    case "upperLetter":
      return repeated(n).toUpperCase();
    case "lowerRoman":
      return roman(n);
    case "upperRoman":
      return roman(n).toUpperCase();
    case "decimalZero":
      return n < 10 ? `0${n}` : String(n);
    case "ordinal":
      return `${n}e`;
    default:
      return String(n);
  }
}

/** Word counts a … z, aa, bb, cc. */
const repeated = (n: number): string => (n <= 26 ? letters(n) : letters(((n - 1) % 26) + 1).repeat(Math.ceil(n / 26)));
