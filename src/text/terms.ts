import { shortHash } from "../language/hash.js";
import { joinSeparable } from "../language/separable.js";
import { tokenize } from "../language/tokens.js";
import type { Corpus, Dossier, Features, Statement } from "../model.js";
import { declaredRoles, withDeclared } from "./declared.js";
import { withoutFrames } from "./frames.js";
import { identityWords, learnRoles, neutral, withoutActor } from "./roles.js";

/** Features once found: a statement has those of the dossier it was read in, also in a part that is cut from it. */
const known = new WeakMap<Statement, Features>();

/**
 * The features of every statement of a dossier, in order: all that comparison uses. Statements that come with
 * features (a corpus without text, a part of a dossier) keep them.
 */
export function dossierFeatures(dossier: Dossier): Features[] {
  if (dossier.statements.every((statement) => known.has(statement))) {
    return dossier.statements.map((statement) => known.get(statement) as Features);
  }
  const found = featuresOnce(dossier);
  for (const [i, statement] of dossier.statements.entries()) known.set(statement, found[i] as Features);
  return found;
}

/** The statements of a corpus with their features, in order, dossier by dossier: not kept for the next time. */
export function* eachFeatures(corpus: Corpus): IterableIterator<[Statement, Features]> {
  for (const dossier of corpus.dossiers) {
    const found = featuresOnce(dossier);
    for (const [i, statement] of dossier.statements.entries()) yield [statement, found[i] as Features];
  }
}

/** As {@link dossierFeatures}, but not kept for the next time. */
function featuresOnce(dossier: Dossier): Features[] {
  if (dossier.statements.every((statement) => known.has(statement))) return dossierFeatures(dossier);
  const texts = dossier.statements.map(fullText);
  const learned = learnRoles(texts.filter((text) => text !== null));
  const roles = declaredRoles(learned, dossier.declaredSynonyms);
  const own = dossier.statements.map((statement, i) => {
    if (statement.features) return statement.features;
    const text = texts[i];
    if (typeof text !== "string") throw new Error(`statement ${statement.id} has neither text nor features`);
    return features(text, roles);
  });
  return withDeclared(own, dossier.declaredSynonyms);
}

/** Features of one statement's text. The hash of a text without words is the empty string: equal to nothing. */
export function features(text: string, roles: readonly string[][] = []): Features {
  const tokens = tokenize(text);
  const identity = identityWords(
    withoutActor(
      tokens.map((token) => token.norm),
      roles,
    ),
  );
  const counts = new Map<string, number>();
  for (const word of neutral(withoutActor(joinSeparable(text, withoutFrames(tokens)), roles)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    hash: identity.length === 0 ? "" : shortHash(identity.join(" "), 11),
    bag: [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  };
}

/** The lead is part of what is asked: "heeft kennis van" before an item. Null without text. */
export function fullText(statement: Statement): string | null {
  if (statement.text === null) return null;
  return statement.lead ? `${statement.lead} ${statement.text}` : statement.text;
}
