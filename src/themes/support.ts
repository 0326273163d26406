/** Tells what a professional does from what a client does with support: "stimuleert de cliënt om contact te houden". */
import { verbForms } from "../language/conjugation.js";
import type { Clause, ParsedText } from "./clauses.js";
import type { Person } from "./people.js";

const SUPPORT = new Set(
  (
    "begeleiden ondersteunen helpen stimuleren motiveren activeren leren aanleren trainen coachen bijstaan uitnodigen " +
    "aanmoedigen laten adviseren enthousiasmeren uitdagen instrueren verleiden faciliteren toerusten"
  )
    .split(" ")
    .flatMap((verb) => [...verbForms(verb).finite]),
);
const PASSIVE = new Set("wordt worden werd werden is zijn".split(" "));

/**
 * For each clause: whether an action that begins at a token is the client's own.
 * @param people of each clause
 */
export function clientActs(
  { tokens, clauses }: ParsedText,
  people: readonly (readonly Person[])[],
): (clause: number, at: number) => boolean {
  /** From which token on, in the same sentence, it is the client who acts; Infinity if nowhere. */
  let from = Number.POSITIVE_INFINITY;
  const starts: number[] = [];
  for (const [c, clause] of clauses.entries()) {
    if (clause.opens !== "subordinate") from = Number.POSITIVE_INFINITY;
    else if (clause.cue === "om" && endsInClient(people[c - 1], clauses[c - 1])) from = clause.start;
    starts.push(Math.min(from, ownSubject(clause, people[c] ?? []), supported(clause, people[c] ?? [])));
    from = Math.min(from, starts[c] as number) <= clause.end ? clause.end : Number.POSITIVE_INFINITY;
  }
  return (clause, at) => at >= (starts[clause] ?? Number.POSITIVE_INFINITY);

  /** "schept ruimte voor de cliënt om zich te ontwikkelen" */
  function endsInClient(before: readonly Person[] | undefined, clause: Clause | undefined): boolean {
    const last = before?.at(-1);
    return last?.kind === "client" && last.end === clause?.end && last.via[0] === "voor";
  }

  function supported(clause: Clause, own: readonly Person[]): number {
    for (let i = clause.start; i < clause.end; i++) {
      if (!SUPPORT.has(tokens[i]?.norm ?? "")) continue;
      // The singular "hem" is the client: of colleagues these documents speak in the plural.
      if (tokens[i + 1]?.norm === "hem") return i + 2;
      const client = own.find(
        (person) => person.kind === "client" && person.start > i && person.via.length === 1 && person.via[0] === "",
      );
      if (!client) continue;
      // What the client is to do may stand before its link: "stimuleert de cliënt contact te houden".
      return client.end;
    }
    return Number.POSITIVE_INFINITY;
  }

  function ownSubject(clause: Clause, own: readonly Person[]): number {
    const subject = own.find((person) => person.subject);
    if (
      subject?.kind !== "client" ||
      own.some((person) => person.group === subject.group && person.kind !== "client")
    ) {
      return Number.POSITIVE_INFINITY;
    }
    for (let i = clause.start; i < clause.end; i++) {
      if (!PASSIVE.has(tokens[i]?.norm ?? "")) continue;
      // What is done to the client; a second predicate is the client's own: "wordt geholpen en zich kan ontwikkelen".
      const next = tokens.findIndex(({ norm }, j) => j > i && j < clause.end && norm === "en");
      return next === -1 ? Number.POSITIVE_INFINITY : next;
    }
    return subject.end;
  }
}
