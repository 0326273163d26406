/** What a document tells about who is meant by a word that names nobody: "betrokkenen", "hen". */

import { words } from "../language/tokens.js";
import type { Dossier } from "../model.js";
import { parseClauses } from "./clauses.js";
import type { Lexicon } from "./lexicon.js";
import { findPeople, type Person } from "./people.js";

/** Facets that a word stands for, "client", or null where the document leaves it open. */
export type Meaning = string[] | "client" | null;

/** "alle betrokkenen", "interne en externe betrokkenen": more than those who go with the client. */
const WIDE = new Set(
  "alle andere overige verschillende interne externe intern extern diverse relevante anderszins".split(" "),
);

/** For each group of "others" of the codebook, what the dossier means by it where it stands alone. */
export function meaningsOf(dossier: Dossier, lexicon: Lexicon): Meaning[] {
  return lexicon.others.map(({ terms, besideClients }, n) => {
    for (const { term, members } of dossier.declaredSynonyms) {
      const { tokens } = parseClauses(term);
      if (terms.find(tokens, { start: 0, end: tokens.length }).length === 0) continue;
      const declared = mostNamed(members, lexicon);
      if (declared !== null) return declared;
    }
    if (besideClients === null) return null;
    const beside = dossier.statements.some(({ text }) => {
      if (text === null || !words(text).some((norm) => terms.canOpen(norm))) return false;
      const { tokens, clauses } = parseClauses(text);
      return clauses.some((clause) => {
        const people = findPeople(tokens, clause, lexicon);
        return people.some((one) => one.other === n && isBesideClient(one, people));
      });
    });
    return beside ? [besideClients] : null;
  });
}

/** The facet that most members of a declaration belong to. */
function mostNamed(members: readonly string[], lexicon: Lexicon): Meaning {
  const counts = new Map<string, number>();
  for (const member of members) {
    const { tokens, clauses } = parseClauses(member);
    for (const clause of clauses) {
      for (const person of findPeople(tokens, clause, lexicon)) {
        for (const facet of person.kind === "client" ? ["client"] : person.facets) {
          counts.set(facet, (counts.get(facet) ?? 0) + 1);
        }
      }
    }
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first === undefined ? null : first[0] === "client" ? "client" : [first[0]];
}

const isBesideClient = (one: Person, people: readonly Person[]): boolean =>
  people.some((other) => other.kind === "client" && other.group === one.group);

/** Who people of a clause are, their own facets or what the document and the text before say; null where it is open. */
export class Resolver {
  private last: Meaning = null;
  private readonly lexicon: Lexicon;
  private readonly meanings: readonly Meaning[];

  constructor(lexicon: Lexicon, meanings: readonly Meaning[]) {
    this.lexicon = lexicon;
    this.meanings = meanings;
  }

  /** Forgets who was spoken of: another unit begins. */
  reset(): void {
    this.last = null;
  }

  meaning(person: Person, people: readonly Person[], norms: readonly string[]): Meaning {
    if (person.kind === "partner") return person.facets;
    if (person.kind === "client") return "client";
    if (person.kind === "pronoun") return this.last;
    const before = norms.slice(Math.max(0, person.start - 2), person.start);
    const after = norms[person.end];
    if (before.some((word) => WIDE.has(word)) || after === "binnen" || after === "buiten") return null;
    const { besideClients } = this.lexicon.others[person.other] as { besideClients: string | null };
    if (besideClients !== null && isBesideClient(person, people)) return [besideClients];
    return this.meanings[person.other] ?? null;
  }

  /** Takes note of who a clause speaks of in the plural, for "hen" in what follows. */
  remember(people: readonly Person[], meanings: readonly Meaning[]): void {
    const groups = new Map<number, number[]>();
    for (const [i, person] of people.entries()) groups.set(person.group, [...(groups.get(person.group) ?? []), i]);
    for (const members of groups.values()) {
      if (
        members.length === 1 &&
        !people[members[0] as number]?.plural &&
        people[members[0] as number]?.kind !== "pronoun"
      )
        continue;
      const all = members.map((i) => meanings[i] ?? null);
      this.last = all.includes("client")
        ? "client"
        : [...new Set(all.flatMap((one) => (Array.isArray(one) ? one : [])))].sort();
    }
  }
}
