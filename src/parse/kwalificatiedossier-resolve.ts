/**
 * Settles what a kwalificatiedossier's damaged headings leave open: doubtful codes, headings that got lost, the profile
 * that is described, by the overview and the order of things.
 */
import type { CodeOrigin, Level } from "../model.js";
import { collapse, type DossierBuilder } from "./builder.js";
import { type Code, lastNumber, parentCode, settleCodes } from "./codes.js";
import type { Draft } from "./kwalificatiedossier-draft.js";
import { alignInOrder, type Described, described, Weights } from "./kwalificatiedossier-match.js";
import type { Overview, OverviewEntry } from "./overview.js";
import { titleSimilarity } from "./titles.js";

export interface Settled {
  code: string;
  origin: CodeOrigin;
}

/** How alike a heading's title and one of the overview must be to settle a doubtful code. */
const SAME_TITLE = 0.85;
/** Titles less alike than this are of two different things. */
const OTHER_TITLE = 0.5;
/** Least mean fit of descriptions with a profile's titles. */
const MIN_FIT = 0.25;
/** By how much, per description, the best profile should beat the next. */
const CLEAR = 0.05;
/** Most cells of all alignments together; a dossier that needs more has no overview of its own. */
const MAX_CELLS = 50_000;
/** Sentences of a description that weigh in full. */
const OPENING = 2;

/** The codes of drafts, by draft; a draft without one is not in the map. */
export type Codes = Map<Draft, Settled>;

/** @param at place of a draft in the source, for warnings */
export function settle(
  builder: DossierBuilder,
  drafts: readonly Draft[],
  overview: Overview,
  at: (draft: Draft) => number,
): Codes {
  const codes: Codes = new Map();
  settleHeadings(builder, drafts, overview, codes, at);
  const matcher = new Matcher(builder, drafts, overview, codes);
  const parts = drafts.filter((draft) => draft.rank === "deel");
  const taken = new Set(parts.map((part) => codes.get(part)?.code ?? part.said));
  for (const part of parts) {
    const code = partCode(builder, part, taken, codes, matcher, at);
    if (!code) continue;
    codes.set(part, code);
    taken.add(code.code);
  }
  settleLost(builder, drafts, overview, codes, matcher, at);
  settleByOrder(drafts, codes);
  return codes;
}

function settleHeadings(
  builder: DossierBuilder,
  drafts: readonly Draft[],
  overview: Overview,
  codes: Codes,
  at: (draft: Draft) => number,
): void {
  const coded = drafts.filter((draft): draft is Draft & { code: Code } => draft.code !== null);
  const settled = settleCodes(coded.map(({ code }) => code));
  const titles = new Map<string, OverviewEntry[]>();
  for (const entry of overview.values()) {
    const list = titles.get(entry.parent ?? "");
    if (list) list.push(entry);
    else titles.set(entry.parent ?? "", [entry]);
  }
  for (const [i, draft] of coded.entries()) {
    const { code } = draft;
    let name = settled[i] as string;
    if (code.rank === "werkproces" && draft.title !== "") {
      const own = overview.get(name);
      const alike = (titles.get(code.parent ?? "") ?? []).filter(
        (entry) => titleSimilarity(entry.title, draft.title) >= SAME_TITLE,
      );
      const [only] = alike;
      const fits = own !== undefined && titleSimilarity(own.title, draft.title) >= OTHER_TITLE;
      if (only && alike.length === 1 && only.code !== name && (code.doubtful || !fits)) {
        if (!code.doubtful)
          builder.warn("code-by-title", `${name} has the title that the overview gives ${only.code}`, at(draft));
        name = only.code;
      }
    }
    codes.set(draft, { code: name, origin: name === code.raw ? "source" : "repaired" });
  }
}

/** Weighs how well descriptions fit titles. */
class Matcher {
  private readonly texts = new Map<Draft, Described>();
  private readonly weights: Weights;
  private readonly byPart = new Map<string, OverviewEntry[]>();
  private readonly codes: Codes;
  /** Codes of the profiles that the overview lists. */
  readonly profiles: readonly string[];
  private cells = 0;

  constructor(builder: DossierBuilder, drafts: readonly Draft[], overview: Overview, codes: Codes) {
    this.codes = codes;
    for (const entry of overview.values()) {
      const part = partOf(entry.code);
      const list = this.byPart.get(part);
      if (list) list.push(entry);
      else this.byPart.set(part, [entry]);
    }
    this.profiles = [...this.byPart.keys()].filter((code) => code.startsWith("P"));
    if (overview.size > 0) {
      for (const draft of drafts) if (draft.rank === "werkproces") this.texts.set(draft, describe(builder, draft));
    }
    this.weights = new Weights([...this.texts.values()]);
  }

  /** The werkprocessen, or kerntaken, that the overview gives a part. */
  titlesOf(part: string, rank: "werkproces" | "kerntaak" = "werkproces"): OverviewEntry[] {
    return (this.byPart.get(part) ?? []).filter((entry) => entry.rank === rank);
  }

  align(list: readonly Draft[], titles: readonly OverviewEntry[]): { pairs: (number | null)[]; score: number } {
    this.cells += list.length * titles.length;
    if (this.cells > MAX_CELLS) return { pairs: list.map(() => null), score: Number.NEGATIVE_INFINITY };
    return alignInOrder(list.length, titles.length, (i, j) => this.fit(list[i] as Draft, titles[j] as OverviewEntry));
  }

  /** 0..1, or null where draft and title cannot belong together. */
  private fit(draft: Draft, entry: OverviewEntry): number | null {
    const own = this.codes.get(draft);
    if (own) return own.code === entry.code ? 1 : null;
    const kerntaak = draft.parent ? this.codes.get(draft.parent) : undefined;
    if (kerntaak && kerntaak.code !== entry.parent) return null;
    if (draft.title !== "") return titleSimilarity(draft.title, entry.title);
    const text = this.texts.get(draft);
    return text ? this.weights.fit(entry.title, text) : 0;
  }
}

const partOf = (code: string): string => code.split("-")[0] as string;

function describe(builder: DossierBuilder, draft: Draft): Described {
  const text = (section: (name: string, i: number) => boolean): string => {
    let i = 0;
    return draft.pieces
      .filter((piece) => section(piece.section, piece.section === "omschrijving" ? i++ : 0))
      .map((piece) => collapse(builder.text.slice(piece.start, piece.end)))
      .join(" ");
  };
  return described(
    text((name, i) => (name === "omschrijving" && i < OPENING) || name === "resultaat"),
    text(() => true),
  );
}

const werkprocessenOf = (part: Draft): Draft[] =>
  part.children.flatMap((kerntaak) => kerntaak.children).filter((draft) => draft.rank === "werkproces");

function partCode(
  builder: DossierBuilder,
  part: Draft,
  taken: ReadonlySet<string | null>,
  codes: Codes,
  matcher: Matcher,
  at: (draft: Draft) => number,
): Settled | null {
  const own = codes.get(part);
  if (own) return own;
  if (part.said) return { code: part.said, origin: "inferred" };
  if (part.kind === "basisdeel") return { code: "B1", origin: "inferred" };
  const list = werkprocessenOf(part);
  if (part.kind !== "profieldeel" || list.length === 0) return null;
  const candidates = matcher.profiles
    .filter((code) => !taken.has(code))
    .map((code) => ({ code, score: matcher.align(list, matcher.titlesOf(code)).score / list.length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = candidates;
  if (!best || best.score < MIN_FIT) {
    if (candidates.length > 0)
      builder.warn("profile-unknown", "a profile is described that fits none of the overview's", at(part));
    return null;
  }
  if (next && best.score - next.score < CLEAR) {
    builder.warn(
      "profile-uncertain",
      `the profile described fits ${best.code} little better than ${next.code}`,
      at(part),
    );
  }
  return { code: best.code, origin: "inferred" };
}

/** Gives kerntaken and werkprocessen that lost their headings the codes of the titles that fit them. */
function settleLost(
  builder: DossierBuilder,
  drafts: readonly Draft[],
  overview: Overview,
  codes: Codes,
  matcher: Matcher,
  at: (draft: Draft) => number,
): void {
  if (overview.size === 0) return;
  for (const part of drafts) {
    const code = part.rank === "deel" ? codes.get(part) : undefined;
    if (!code) continue;
    const list = werkprocessenOf(part);
    const titles = matcher.titlesOf(code.code);
    if (list.some((draft) => !codes.has(draft))) {
      for (const [i, j] of matcher.align(list, titles).pairs.entries()) {
        const [draft, entry] = [list[i] as Draft, j === null ? undefined : titles[j]];
        if (codes.has(draft) || !entry) continue;
        codes.set(draft, { code: entry.code, origin: "inferred" });
        builder.warn("code-inferred", `${entry.code} is concluded from the overview: its heading is lost`, at(draft));
      }
    }
    settleKerntaken(part, matcher.titlesOf(code.code, "kerntaak"), codes);
  }
}

/** A kerntaak without a code has that of its werkprocessen, else the next that the overview has. */
function settleKerntaken(part: Draft, known: readonly OverviewEntry[], codes: Codes): void {
  const used = new Set(part.children.flatMap((kerntaak) => codes.get(kerntaak)?.code ?? []));
  for (const kerntaak of part.children) {
    if (codes.has(kerntaak) || kerntaak.rank !== "kerntaak") continue;
    const first = kerntaak.children.map((draft) => codes.get(draft)).find((code) => code !== undefined);
    const titled =
      kerntaak.title === ""
        ? undefined
        : known.find((entry) => titleSimilarity(entry.title, kerntaak.title) >= SAME_TITLE);
    const code =
      (first && parentCode(first.code)) ??
      kerntaak.said ??
      titled?.code ??
      known.find((entry) => !used.has(entry.code))?.code;
    if (!code || used.has(code)) continue;
    used.add(code);
    codes.set(kerntaak, { code, origin: "inferred" });
  }
}

/** Without an overview: werkprocessen without a heading that exactly fill a gap between two that have one. */
function settleByOrder(drafts: readonly Draft[], codes: Codes): void {
  for (const kerntaak of drafts) {
    const code = kerntaak.rank === "kerntaak" ? codes.get(kerntaak)?.code : undefined;
    if (!code || !/^[BPD]/.test(code)) continue;
    const list = kerntaak.children.filter((draft) => draft.rank === "werkproces");
    let before = 0;
    let open: Draft[] = [];
    for (const draft of list) {
      const own = codes.get(draft);
      if (!own) {
        open.push(draft);
        continue;
      }
      const n = lastNumber(own.code);
      if (open.length > 0 && n - before - 1 === open.length) {
        for (const [i, lost] of open.entries())
          codes.set(lost, { code: `${code}-W${before + 1 + i}`, origin: "inferred" });
      }
      open = [];
      before = n;
    }
  }
}

/** The name and level of a profile that the overview states. */
export interface ProfileName {
  title: string;
  level?: Level;
}

/**
 * The names of the profiles by code. A name that stands under the code of a profile that is not described, while the
 * profile that is described has none, belongs to the one whose text speaks of it.
 */
export function profileNames(
  builder: DossierBuilder,
  drafts: readonly Draft[],
  overview: Overview,
  codes: Codes,
): Map<string, ProfileName> {
  const names = new Map<string, ProfileName>();
  for (const entry of overview.values()) {
    if (entry.rank === "deel" && entry.title !== "")
      names.set(entry.code, { title: entry.title, ...(entry.level ? { level: entry.level } : {}) });
  }
  const parts = drafts.filter((draft) => draft.rank === "deel" && draft.kind === "profieldeel");
  const isDescribed = new Set(parts.map((part) => codes.get(part)?.code));
  for (const part of parts) {
    const code = codes.get(part)?.code;
    if (!code || names.has(code) || part.code !== null) continue;
    const text = textOf(builder, part);
    const spoken = [...names]
      .filter(([other]) => !isDescribed.has(other))
      .map(([other, name]) => ({ other, name, n: occurrences(text, name.title) }));
    const [best] = spoken.sort((a, b) => b.n - a.n);
    if (!best || best.n < 2) continue;
    names.delete(best.other);
    names.set(code, best.name);
    builder.warn(
      "profile-renamed",
      `the name that the overview gives ${best.other} is that of ${code}, which is described`,
    );
  }
  return names;
}

function textOf(builder: DossierBuilder, part: Draft): string {
  const all = [part, ...part.children, ...part.children.flatMap((kerntaak) => kerntaak.children)];
  const ranges = all.flatMap((draft) => draft.pieces);
  return ranges
    .map((piece) => `${piece.lead ?? ""} ${collapse(builder.text.slice(piece.start, piece.end))}`)
    .join(" ")
    .toLowerCase();
}

const occurrences = (text: string, name: string): number => text.split(name.toLowerCase()).length - 1;
