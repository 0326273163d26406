/** Statements → what they have to do with a theme. Rules decide; likeness to the examples shifts the score. */

import type { Dossier, Statement, ThemeEvidence, ThemeFinding, ThemeLabel } from "../model.js";
import { roundScore } from "../similarity/index.js";
import { features } from "../text/index.js";
import { type ParsedText, parseClauses } from "./clauses.js";
import type { Theme } from "./codebook.js";
import { competencyList } from "./competencies.js";
import { meaningsOf, Resolver } from "./context.js";
import { Examples, type Likeness } from "./examples.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { findPeople } from "./people.js";
import { type Firing, fire } from "./rules.js";
import { clientActs } from "./support.js";
import type { Span } from "./terms.js";

/** From these scores on a statement is rand, and kern. */
const RAND_FROM = 1 / 3;
const KERN_FROM = 2 / 3;
/** Score of a statement for which a rule speaks, before the examples do. */
const RULED: Record<ThemeLabel, number> = { kern: 0.85, rand: 0.5, geen: 0 };
/** How much the likeness to an example can add. */
const SHIFT = 0.15;
/** Least likeness at which an example speaks where no rule does: nearly the same words. */
const NEAR = 0.7;

const labelOf = (score: number): ThemeLabel => (score >= KERN_FROM ? "kern" : score >= RAND_FROM ? "rand" : "geen");

/** Labels the statements of a dossier for one theme; make it once, use it for all dossiers. */
export class Labeller {
  readonly theme: Theme;
  private readonly lexicon: Lexicon;
  private readonly examples: Examples;

  constructor(theme: Theme) {
    this.theme = theme;
    this.lexicon = lexiconOf(theme);
    this.examples = new Examples(theme);
  }

  /**
   * The findings for every statement of a dossier, in order.
   * @returns null for a statement without text
   */
  label(dossier: Dossier): (ThemeFinding | null)[] {
    const resolver = new Resolver(this.lexicon, meaningsOf(dossier, this.lexicon));
    let unit: string | null = null;
    return dossier.statements.map((statement) => {
      if (statement.unit !== unit) resolver.reset();
      unit = statement.unit;
      return statement.text === null ? null : this.finding(statement, statement.text, resolver);
    });
  }

  private finding(statement: Statement, text: string, resolver: Resolver): ThemeFinding {
    // The lead is part of what is asked, but what counts must stand in the statement's own words too.
    const lead = statement.lead ? `${statement.lead.replace(/:\s*$/, "")} ` : "";
    const parsed = parseClauses(lead + text);
    const own = (span: Span): boolean => (parsed.tokens[span[0]]?.start ?? 0) >= lead.length;
    const firings = this.fireAll(parsed, resolver).filter(({ spans }) => spans.some(own));
    const listed = competencyList(text, this.theme);
    const likeness = this.examples.likeness(features(text));
    const ruled: ThemeLabel =
      listed?.label ??
      (firings.some(({ rule }) => rule.label === "kern") ? "kern" : firings.length > 0 ? "rand" : "geen");
    const score = roundScore(scoreOf(ruled, likeness, listed !== null));
    const evidence = [
      ...(listed?.evidence ?? []),
      ...firings.flatMap(({ rule, spans }) => evidenceOf(rule.id, spans.filter(own), parsed, lead.length)),
    ];
    const label = labelOf(score);
    if (label !== "geen" && evidence.length === 0) evidence.push({ start: 0, end: text.length, rule: "voorbeeld" });
    if (label === "geen") return { label, score, partners: [], evidence: [], rules: [] };
    return {
      label,
      score,
      partners: [...new Set(firings.flatMap(({ partners }) => partners))].sort(),
      evidence: unique(evidence),
      rules: [...new Set(evidence.map(({ rule }) => rule))].sort(),
    };
  }

  private fireAll(parsed: ParsedText, resolver: Resolver): Firing[] {
    const { tokens, clauses } = parsed;
    const people = clauses.map((clause) => findPeople(tokens, clause, this.lexicon));
    const acts = clientActs(parsed, people);
    const norms = tokens.map(({ norm }) => norm);
    return clauses.flatMap((clause, c) => {
      const here = people[c] ?? [];
      const meanings = here.map((person) => resolver.meaning(person, here, norms));
      const out = fire(this.theme, this.lexicon, {
        tokens,
        clause,
        people: here,
        meanings,
        byClient: (at) => acts(c, at),
      });
      resolver.remember(here, meanings);
      return out;
    });
  }
}

const labellers = new WeakMap<Theme, Labeller>();

/** The labeller of a theme, made once: it remembers what it has found about words. */
export function labellerOf(theme: Theme): Labeller {
  let found = labellers.get(theme);
  if (!found) {
    found = new Labeller(theme);
    labellers.set(theme, found);
  }
  return found;
}

function scoreOf(ruled: ThemeLabel, { kern, rand, geen }: Likeness, certain: boolean): number {
  const positive = Math.max(kern, rand);
  if (certain) return RULED[ruled];
  if (ruled === "geen") {
    if (positive < NEAR || geen >= positive) return RAND_FROM * 0.9 * positive;
    return RULED[kern >= rand ? "kern" : "rand"] * positive;
  }
  const own = ruled === "kern" ? kern : rand;
  const other = Math.max(geen, ruled === "kern" ? rand : 0);
  return RULED[ruled] + SHIFT * (own - (other > own ? other : 0));
}

function evidenceOf(rule: string, spans: readonly Span[], { tokens }: ParsedText, offset: number): ThemeEvidence[] {
  return spans.map(([from, to]) => ({
    start: (tokens[from]?.start ?? 0) - offset,
    end: (tokens[to - 1]?.end ?? 0) - offset,
    rule,
  }));
}

/** In order of place; one rule marks a place once. */
function unique(evidence: readonly ThemeEvidence[]): ThemeEvidence[] {
  const seen = new Set<string>();
  return evidence
    .filter(({ start, end, rule }) => {
      const key = `${start} ${end} ${rule}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
