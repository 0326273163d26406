/** Codings of a theme by people held against each other and against the program, on statements and on units. */
import { type AnchorStatement, findAnchors } from "../compare/index.js";
import { GENERATOR } from "../generator.js";
import { type Corpus, type Generator, type Settings, THEME_LABELS, type ThemeLabel } from "../model.js";
import { ReadError } from "../read/index.js";
import type { Theme } from "../themes/index.js";
import type { BootstrapOptions } from "./bootstrap.js";
import type { Coding } from "./gold.js";
import { evaluateLabels, type LabelEvaluation } from "./labels.js";

/** Name of the program among the coders. */
export const PROGRAM = "program";

/** A statement on which coders, or a coder and the program, differ, with what the program went by. */
export interface ThemeDifference extends Omit<AnchorStatement, "label"> {
  /** Label by coder. */
  labels: Record<string, string>;
}

export interface ThemeEvaluation {
  schema: "ankerpunt/evaluation@1";
  generator: Generator;
  settings: Settings;
  theme: string;
  result: LabelEvaluation;
  /** The same for units: a unit is kern if a statement of it is, else rand if one is. */
  units: LabelEvaluation;
  differences: ThemeDifference[];
}

const ORDER: readonly ThemeLabel[] = [...THEME_LABELS].reverse();
const rank = (label: string): number => ORDER.indexOf(label as ThemeLabel);

/**
 * Agreement of coders with each other and with the program.
 * @param codings of one coder or more, by the ids of the corpus
 * @throws ReadError on a label that is not kern, rand or geen, and where no id is in the corpus
 */
export function evaluateTheme(
  codings: readonly Coding[],
  corpus: Corpus,
  theme: Theme,
  options: BootstrapOptions = {},
): ThemeEvaluation {
  const { seed = 1, draws = 2000 } = options;
  const anchors = findAnchors(corpus, theme);
  const byId = new Map(anchors.statements.map((statement) => [statement.id, statement]));
  // "Kern" and "kern " are what people type, and what a spreadsheet makes of it.
  const folded = codings.map(({ coder, labels }) => ({
    coder,
    labels: new Map([...labels].map(([id, label]) => [id, label.trim().toLowerCase()])),
  }));
  const known = folded.map(({ coder, labels }) => ({
    coder,
    labels: new Map([...labels].filter(([id]) => byId.has(id))),
  }));
  for (const { coder, labels } of folded) {
    for (const [id, label] of labels) {
      if (rank(label) < 0) throw new ReadError(`${coder}: the label "${label}" of ${id} is not kern, rand or geen`);
    }
  }
  const ids = [...byId.keys()].filter((id) => known.some(({ labels }) => labels.has(id)));
  if (codings.every(({ labels }) => labels.size === 0)) throw new ReadError("no statement has a label yet");
  if (ids.length === 0) throw new ReadError("no id of the coded statements is in the files given");
  const program: Coding = {
    coder: PROGRAM,
    labels: new Map(ids.map((id) => [id, (byId.get(id) as AnchorStatement).label])),
  };
  const all = [...known, program];
  const labelled = { labels: ORDER, seed, draws };
  return {
    schema: "ankerpunt/evaluation@1",
    generator: GENERATOR,
    settings: { ...anchors.settings, seed, draws },
    theme: theme.id,
    result: evaluateLabels(all, labelled),
    units: evaluateLabels(
      all.map((coding) => ofUnits(coding, byId)),
      labelled,
    ),
    differences: ids.flatMap((id) => {
      const given = all.flatMap(({ coder, labels }) => {
        const label = labels.get(id);
        return label === undefined ? [] : [[coder, label] as const];
      });
      if (new Set(given.map(([, label]) => label)).size < 2) return [];
      const { label: _, ...statement } = byId.get(id) as AnchorStatement;
      return [{ ...statement, labels: Object.fromEntries(given) }];
    }),
  };
}

/** A coding of units, from the statements that were coded. */
function ofUnits({ coder, labels }: Coding, byId: ReadonlyMap<string, AnchorStatement>): Coding {
  const units = new Map<string, string>();
  for (const [id, label] of labels) {
    const unit = byId.get(id)?.unit ?? "";
    const before = units.get(unit);
    if (before === undefined || rank(label) > rank(before)) units.set(unit, label);
  }
  return { coder, labels: units };
}
