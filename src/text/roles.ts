/**
 * Makes roles and target groups equal for matching: "De beroepskracht overlegt met de cliënt" and "De medewerker
 * overlegt met de klant" ask the same. Display never sees this form.
 */
import data from "../../data/roles.json" with { type: "json" };
import { isRoleHead, isTargetGroup } from "../language/people.js";
import { words } from "../language/tokens.js";

/** Stands for whoever the work is done for. */
export const TARGET = "_doelgroep";

const pronouns = new Set(data.pronouns);
/** Verbs that so many statements open with that they would pass for a part of the name before them. */
const auxiliaries = new Set(data.auxiliaries);
const possessives = new Set(data.possessives);
const ARTICLES = new Set(["de", "een", "het"]);

/** Most words between the article and the noun of a role ("de beginnend gespecialiseerd pedagogisch medewerker"). */
const MAX_ADJECTIVES = 4;
/** How often an opening must recur, and before how many different words, to be a document's name for its professional. */
const MIN_RECURRENCE = 3;
const MAX_ROLE_WORDS = 8;

/**
 * The names a document has for its professional, longest first, as folded words: openings such as "de begeleider
 * specifieke doelgroepen" that recur before different words and hold the noun of a role.
 * @param texts the statements of one dossier
 */
export function learnRoles(texts: readonly string[]): string[][] {
  const following = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const all = words(text.slice(0, 200));
    if (!ARTICLES.has(all[0] ?? "")) continue;
    for (let n = 2; n <= Math.min(MAX_ROLE_WORDS, all.length - 1); n++) {
      const key = all.slice(0, n).join(" ");
      const next = following.get(key) ?? new Map<string, number>();
      const word = all[n] as string;
      next.set(word, (next.get(word) ?? 0) + 1);
      following.set(key, next);
    }
  }
  const found: string[][] = [];
  for (const [key, next] of following) {
    const parts = key.split(" ");
    if (!parts.slice(1).some(isRoleHead) || isTargetGroup(parts[1] as string)) continue;
    if (next.size < MIN_RECURRENCE || parts.some((word) => auxiliaries.has(word))) continue;
    // A longer opening is the name where almost all that open so go on the same way.
    found.push(parts);
  }
  return found
    .filter((role) => {
      const total = sum(following.get(role.join(" ")));
      return !found.some(
        (longer) =>
          longer.length > role.length &&
          role.every((w, i) => w === longer[i]) &&
          sum(following.get(longer.join(" "))) > total * 0.6,
      );
    })
    .sort((a, b) => b.length - a.length || (a.join(" ") < b.join(" ") ? -1 : 1));
}

const sum = (counts: Map<string, number> | undefined): number =>
  [...(counts?.values() ?? [])].reduce((a, b) => a + b, 0);

/** Length in words of the role that opens a list of words at `from`, 0 if none does. */
function roleAt(list: readonly string[], from: number, learned: readonly string[][]): number {
  for (const role of learned) {
    if (role.every((word, i) => list[from + i] === word)) return role.length;
  }
  return 0;
}

function openingRole(list: readonly string[]): number {
  if (pronouns.has(list[0] ?? "")) return 1;
  if (!ARTICLES.has(list[0] ?? "")) return 0;
  for (let i = 1; i <= MAX_ADJECTIVES + 1 && i < list.length; i++) {
    if (isTargetGroup(list[i] as string)) return 0;
    if (isRoleHead(list[i] as string)) return i + 1;
  }
  return 0;
}

/**
 * The words of a statement without its actor, in order.
 * @param list folded words
 * @param learned result of {@link learnRoles} for its dossier
 */
export function withoutActor(list: readonly string[], learned: readonly string[][] = []): string[] {
  const out: string[] = [];
  let i = roleAt(list, 0, learned) || openingRole(list);
  while (i < list.length) {
    const role = ARTICLES.has(list[i] as string) ? roleAt(list, i, learned) : 0;
    if (role > 0) i += role;
    else out.push(list[i++] as string);
  }
  return out;
}

/** Words → words with target groups made one, pronouns left out; "leerlingen/studenten" counts once. */
export function neutral(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of list) {
    if (pronouns.has(word)) continue;
    const value = isTargetGroup(word) ? TARGET : word;
    if (value === TARGET && out.at(-1) === TARGET) continue;
    out.push(value);
  }
  return out;
}

/** Words → the form in which two statements count as identical: "hij … zijn" and "zij … haar" are the same. */
export function identityWords(list: readonly string[]): string[] {
  return list.filter((word) => !pronouns.has(word)).map((word) => (possessives.has(word) ? "zijn" : word));
}
