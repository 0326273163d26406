/** The codebook of a theme: what a researcher writes (DESIGN.md explains it), checked before anything else sees it. */
import * as v from "valibot";
import { shortHash } from "../language/hash.js";
import { THEME_LABELS } from "../model.js";

const THEME_SCHEMA = "ankerpunt/theme@1";

/** A codebook that cannot be used; the message says where it is wrong. */
export class ThemeError extends Error {
  override name = "ThemeError";
}

const term = v.pipe(v.string(), v.trim(), v.nonEmpty("an empty term"));
const terms = v.array(term);
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, "a name is made of small letters, digits and hyphens"));
const label = v.picklist(["kern", "rand"]);
const classes = v.record(name, terms);

const rule = v.strictObject({
  id: name,
  /** Classes of actions, any of which counts. */
  action: v.optional(v.array(name)),
  /**
   * Facets of partners, "other" for people who remain unnamed; "none" where nobody may be named, with "client" beside it
   * nobody but clients.
   */
  partner: v.optional(v.array(name)),
  object: v.optional(v.array(name)),
  /** Prepositions that tie the partner to the action; "" is none, as for an object. */
  via: v.optional(v.array(v.string())),
  /** Prepositions behind which whoever stands is a person: the rule is for those that no list names ("overlegt met …"). */
  unnamed: v.optional(v.array(v.string())),
  /** Classes of actions that must not stand in the clause. */
  unless: v.optional(v.array(name)),
  /** Facets that count where nobody is named: whoever divides the work divides it among a team. */
  implies: v.optional(v.array(name)),
  label,
});

const codebook = v.strictObject({
  schema: v.literal(THEME_SCHEMA),
  id: name,
  title: term,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, as in "1.0.0"')),
  description: v.optional(v.string(), ""),
  partners: v.optional(classes, {}),
  /** Whoever the work is done for; never a partner. */
  clients: v.optional(terms, []),
  /**
   * People whose part the document must make clear ("betrokkenen", "anderen"): by declaring it, or by naming them in
   * one breath with clients; then they are `besideClients`.
   */
  others: v.optional(v.array(v.strictObject({ terms, besideClients: v.optional(name) })), []),
  actions: v.optional(classes, {}),
  objects: v.optional(classes, {}),
  rules: v.pipe(v.array(rule), v.minLength(1, "a theme needs a rule")),
  exclusions: v.optional(v.array(v.strictObject({ id: name, terms, reach: v.picklist(["after", "clause"]) })), []),
  competencies: v.optional(v.strictObject({ kern: v.optional(terms, []), rand: v.optional(terms, []) }), {}),
  examples: v.optional(v.array(v.strictObject({ label: v.picklist(THEME_LABELS), text: term })), []),
  notes: v.optional(v.array(v.string()), []),
});

export type ThemeRule = v.InferOutput<typeof rule>;
/** A checked codebook, with the hash that tells it from another version. */
export type Theme = v.InferOutput<typeof codebook> & { hash: string };

/** Facets that a rule may name without the codebook listing them. */
const BUILT_IN_FACETS = ["other", "none", "client"];

/**
 * Checks a codebook.
 * @throws ThemeError with one line that says where it is wrong
 */
export function parseTheme(value: unknown): Theme {
  const result = v.safeParse(codebook, value);
  if (!result.success) {
    const issue = result.issues[0];
    throw new ThemeError(`${v.getDotPath(issue) ?? "the codebook"}: ${issue.message}`);
  }
  const theme = result.output;
  const ids = new Set<string>();
  for (const [i, { id, action, object, partner, via, implies, unless }] of theme.rules.entries()) {
    const at = `rules.${i}`;
    if (ids.has(id)) throw new ThemeError(`${at}.id: two rules are called "${id}"`);
    ids.add(id);
    known(action, Object.keys(theme.actions), `${at}.action`);
    known(unless, Object.keys(theme.actions), `${at}.unless`);
    known(object, Object.keys(theme.objects), `${at}.object`);
    known(partner, [...Object.keys(theme.partners), ...BUILT_IN_FACETS], `${at}.partner`);
    known(implies, Object.keys(theme.partners), `${at}.implies`);
    if (!action?.length && !object?.length && !(partner?.length && via?.length)) {
      throw new ThemeError(`${at}: a rule needs an action, an object, or partners with their prepositions`);
    }
  }
  for (const [i, { besideClients }] of theme.others.entries()) {
    known(besideClients === undefined ? [] : [besideClients], Object.keys(theme.partners), `others.${i}.besideClients`);
  }
  return { ...theme, hash: shortHash(JSON.stringify(theme), 11) };
}

function known(used: readonly string[] | undefined, there: readonly string[], at: string): void {
  for (const one of used ?? []) {
    if (!there.includes(one)) throw new ThemeError(`${at}: no "${one}" in the codebook: there are ${there.join(", ")}`);
  }
}
