/** A codebook with its terms made ready to be found. */
import type { Theme } from "./codebook.js";
import { Terms } from "./terms.js";

export interface Lexicon {
  partners: [facet: string, terms: Terms][];
  clients: Terms;
  others: { terms: Terms; besideClients: string | null }[];
  actions: ReadonlyMap<string, Terms>;
  objects: ReadonlyMap<string, Terms>;
  exclusions: { reach: "after" | "clause"; terms: Terms }[];
}

export function lexiconOf(theme: Theme): Lexicon {
  const classes = (record: Record<string, string[]>, compounds: boolean): [string, Terms][] =>
    Object.entries(record).map(([name, terms]) => [name, new Terms(terms, { compounds })]);
  return {
    partners: classes(theme.partners, true),
    clients: new Terms(theme.clients, { compounds: true }),
    others: theme.others.map(({ terms, besideClients }) => ({
      terms: new Terms(terms),
      besideClients: besideClients ?? null,
    })),
    actions: new Map(classes(theme.actions, false)),
    objects: new Map(classes(theme.objects, false)),
    exclusions: theme.exclusions.map(({ reach, terms }) => ({ reach, terms: new Terms(terms) })),
  };
}
