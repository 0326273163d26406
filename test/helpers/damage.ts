/** Puts damage of one kind into clean text, as optical character recognition and text taken out of PDFs do. */

import { decodeWith, WINDOWS_1252 } from "../../src/language/codepages.js";

export interface Damage {
  name: string;
  /** What it does, for the table. */
  about: string;
  /** Adds words, which count as damaged ones until they are gone. */
  adds?: boolean;
  /** Left out while rules were made; measured last. */
  heldOut?: boolean;
  /** @param rate share of the words (or places) that could be damaged that are */
  apply(text: string, rate: number, random: () => number): string;
}

type Random = () => number;
const pick = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

/** Replaces one place in a share of the words that have one. */
function inWords(rows: readonly (readonly [string, string])[], least = 4): Damage["apply"] {
  return (text, rate, random) =>
    text.replace(/\p{L}+/gu, (word) => {
      if (word.length < least || random() >= rate) return word;
      const fits = rows.filter(([from]) => word.includes(from));
      if (fits.length === 0) return word;
      const [from, to] = pick(fits, random);
      const places = [...word.matchAll(new RegExp(from, "gu"))].map((match) => match.index);
      const at = pick(places, random);
      return word.slice(0, at) + to + word.slice(at + from.length);
    });
}

/** Replaces characters wherever they stand, each with the given chance. */
function everywhere(rows: Readonly<Record<string, readonly string[]>>): Damage["apply"] {
  const pattern = new RegExp(Object.keys(rows).join("|"), "gu");
  return (text, rate, random) =>
    text.replace(pattern, (seen) => (random() < rate ? pick(rows[seen] ?? [seen], random) : seen));
}

const misread = (text: string): string => decodeWith(WINDOWS_1252, new TextEncoder().encode(text));

/** Breaks lines at a width; a share of the words at the edge is broken at a syllable, with a hyphen. */
function broken(text: string, rate: number, random: Random): string {
  const out: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line.length + word.length + 1 <= 72) {
        line += (line === "" ? "" : " ") + word;
        continue;
      }
      const places = [
        ...word.matchAll(/(?<=[\p{Ll}]{2,})(?<![aeiouyëïöüj])(?=[bcdfghklmnprstvwz][aeiou]\p{Ll})/gu),
      ].map((match) => match.index);
      const hyphen = word.indexOf("-");
      if (random() < rate && (places.length > 0 || (hyphen > 0 && hyphen < word.length - 1))) {
        const at = hyphen > 0 && hyphen < word.length - 1 ? hyphen : pick(places, random);
        const left = word.slice(0, at);
        out.push(`${line} ${left}-`);
        line = word.slice(hyphen === at ? at + 1 : at);
      } else {
        out.push(line);
        line = word;
      }
    }
    out.push(line);
  }
  return out.join("\n");
}

/** Lines of about this many words; then page furniture between two of them. */
const LINES_PER_PAGE = 38;

function paged(text: string, _rate: number, random: Random): string {
  const lines = broken(text, 0, random).split("\n");
  const out: string[] = [];
  let page = 3;
  for (const [i, line] of lines.entries()) {
    out.push(line);
    if (i % LINES_PER_PAGE === LINES_PER_PAGE - 1) {
      out.push("", String(page++), "Profiel medewerker jachthaven", "© Werkgroep Havens 2021", "");
    }
  }
  return out.join("\n");
}

function noted(text: string, rate: number, random: Random): string {
  const lines = broken(text, 0, random).split("\n");
  const out: string[] = [];
  let note = 1;
  let open: string[] = [];
  for (const [i, line] of lines.entries()) {
    const places = [...line.matchAll(/(?<=\p{Ll}{3}[.,]?)(?= \p{Ll})/gu)].map((match) => match.index);
    if (random() < rate && places.length > 0 && open.length < 3) {
      const at = pick(places, random);
      out.push(line.slice(0, at) + note + line.slice(at));
      open.push(`${note} Zie daarvoor de bijlage van nummer ${note * 7} bij het reglement.`);
      note++;
    } else out.push(line);
    if (i % LINES_PER_PAGE === LINES_PER_PAGE - 1) {
      out.push(...open);
      open = [];
    }
  }
  return [...out, ...open].join("\n");
}

const DIGITS: readonly [string, string][] = [
  ["o", "0"],
  ["l", "1"],
  ["i", "1"],
  ["s", "5"],
  ["l", "|"],
  ["g", "9"],
  ["b", "6"],
];

export const DAMAGES: readonly Damage[] = [
  {
    name: "mojibake",
    about: "UTF-8 read as Windows-1252, here and there",
    apply: (text, rate, random) => text.replace(/[^\p{ASCII}]/gu, (c) => (random() < rate * 10 ? misread(c) : c)),
  },
  {
    name: "lost letters",
    about: "accents that became ? or a replacement character",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{L})[éëèïöü](?=\p{L})/gu, (c) => (random() < rate * 10 ? pick(["?", "\ufffd"], random) : c)),
  },
  {
    name: "ligatures",
    about: "fi, fl, ff as one sign",
    apply: everywhere({ ffi: ["ﬃ"], fi: ["ﬁ"], fl: ["ﬂ"], ff: ["ﬀ"] }),
  },
  {
    name: "ligatures lost",
    about: "fi, fl, ff gone, or a space in their place",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{L})(?:fi|fl|ff)(?=\p{L})/gu, (c) => (random() < rate * 10 ? pick([" ", "f"], random) : c)),
  },
  {
    name: "line ends",
    about: "words broken with a hyphen; real hyphens at line ends too",
    apply: (text, rate, random) => broken(text, Math.min(1, rate * 20), random),
  },
  {
    name: "accents misread",
    about: "ë as é, ö as d or 6, ï as í",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{L})[ëöï]/gu, (c) =>
        random() < rate * 10 ? pick({ ë: ["é", "è"], ö: ["d", "6", "é", "ó"], ï: ["í", "i"] }[c] ?? [c], random) : c,
      ),
  },
  {
    name: "accents lost",
    about: "ë as e, ö as o, é as e",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{L}{2})[ëöïü]/gu, (c) => (random() < rate * 10 ? c.normalize("NFD").charAt(0) : c)),
  },
  { name: "digits", about: "0 for o, 1 for l, 5 for s within words", apply: inWords(DIGITS, 5) },
  {
    name: "letters",
    about: "one letter read as another of its shape",
    apply: inWords(
      [
        ["l", "i"],
        ["i", "l"],
        ["e", "c"],
        ["c", "e"],
        ["h", "b"],
        ["u", "n"],
        ["n", "u"],
        ["t", "f"],
        ["a", "o"],
        ["g", "q"],
      ],
      6,
    ),
  },
  {
    name: "pairs",
    about: "rn for m, cl for d, li for h, vv for w, ri for n and back",
    heldOut: true,
    apply: inWords(
      [
        ["m", "rn"],
        ["rn", "m"],
        ["d", "cl"],
        ["h", "li"],
        ["li", "h"],
        ["w", "vv"],
        ["n", "ri"],
        ["u", "ii"],
        ["m", "in"],
        ["ij", "lj"],
      ],
      6,
    ),
  },
  {
    name: "glued",
    about: "spaces lost between words",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{Ll}{2}) (?=\p{Ll}{2})/gu, (space) => (random() < rate ? "" : space)),
  },
  {
    name: "split",
    about: "a space within a word",
    apply: (text, rate, random) =>
      text.replace(/\p{Ll}{5,}/gu, (word) => {
        if (random() >= rate) return word;
        const at = 1 + Math.floor(random() * (word.length - 1));
        return `${word.slice(0, at)} ${word.slice(at)}`;
      }),
  },
  {
    name: "set wide",
    about: "a space between all letters of a word",
    apply: (text, rate, random) =>
      text.replace(/(?<![\p{L}'])\p{Ll}{5,}(?![\p{L}'-])/gu, (word) => (random() < rate ? [...word].join(" ") : word)),
  },
  {
    name: "marks",
    about: "no space behind a comma, none behind a hyphen that waits",
    apply: (text, rate, random) =>
      text.replace(/(?<=\p{Ll}{3},) (?=\p{Ll}{3})|(?<=\p{Ll}{3}-) (?=en )/gu, (space) =>
        random() < rate * 10 ? "" : space,
      ),
  },
  {
    name: "page",
    adds: true,
    about: "page numbers, running heads and copyright lines between the lines",
    apply: paged,
  },
  {
    name: "footnotes",
    adds: true,
    about: "marks glued to words, notes between the lines",
    apply: (text, rate, random) => noted(text, rate * 4, random),
  },
];

export interface Score {
  /** Words of the clean text that the damage changed. */
  damaged: number;
  /** Of those, how many are right again. */
  undone: number;
  /** Words that the damage left alone. */
  right: number;
  /** Of those, how many are no longer right. */
  changed: number;
}
