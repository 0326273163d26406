/** Likeness of a statement to the judged examples of a codebook. */
import { type Features, THEME_LABELS, type ThemeLabel } from "../model.js";
import { Scorer } from "../similarity/index.js";
import { features } from "../text/index.js";
import type { Theme } from "./codebook.js";

/** Score with the nearest example of each label, 0..1; 0 where there is none. */
export type Likeness = Record<ThemeLabel, number>;

export class Examples {
  private readonly labels: ThemeLabel[];
  private readonly scorer: Scorer;

  constructor(theme: Theme) {
    this.labels = theme.examples.map(({ label }) => label);
    this.scorer = new Scorer(theme.examples.map(({ text }) => features(text)));
  }

  likeness(statement: Features): Likeness {
    const out = Object.fromEntries(THEME_LABELS.map((label) => [label, 0])) as Likeness;
    if (this.labels.length === 0) return out;
    for (const [i, score] of this.scorer.scores(statement).entries()) {
      const label = this.labels[i] as ThemeLabel;
      out[label] = Math.max(out[label], score);
    }
    return out;
  }
}
