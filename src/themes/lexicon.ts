/** A codebook with its terms made ready to be found. */
import type { Clause, TextToken } from "./clauses.js";
import type { Theme } from "./codebook.js";
import { type Finder, finder, type Match } from "./terms.js";

export class Lexicon {
  readonly partners: [facet: string, finders: Finder[]][];
  readonly clients: Finder[];
  readonly others: { finders: Finder[]; besideClients: string | null }[];
  readonly actions: ReadonlyMap<string, Finder[]>;
  readonly objects: ReadonlyMap<string, Finder[]>;
  readonly exclusions: { id: string; reach: "after" | "clause"; finders: Finder[] }[];

  constructor(theme: Theme) {
    const ready = (terms: readonly string[]): Finder[] => terms.map(finder);
    const classes = (record: Record<string, string[]>): [string, Finder[]][] =>
      Object.entries(record).map(([name, terms]) => [name, ready(terms)]);
    this.partners = classes(theme.partners);
    this.clients = ready(theme.clients);
    this.others = theme.others.map(({ terms, besideClients }) => ({
      finders: ready(terms),
      besideClients: besideClients ?? null,
    }));
    this.actions = new Map(classes(theme.actions));
    this.objects = new Map(classes(theme.objects));
    this.exclusions = theme.exclusions.map(({ id, reach, terms }) => ({ id, reach, finders: ready(terms) }));
  }

  /** All finds of any of the terms in a clause. */
  find(
    finders: readonly Finder[],
    tokens: readonly TextToken[],
    { start, end }: Pick<Clause, "start" | "end">,
  ): Match[] {
    return finders.flatMap((find) => find(tokens, start, end));
  }
}
