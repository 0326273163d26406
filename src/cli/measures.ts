import type { Estimate, LabelEvaluation } from "../evaluate/index.js";
import type { Row } from "../export/index.js";
import type { ThemeEvidence } from "../model.js";

/** Field names of measures as rows. */
export const MEASURES = ["of", "measure", "value", "low", "high", "n"];

export const row = (of: string, measure: string, estimate: Estimate): Row => ({ of, measure, ...estimate });

/** The agreement of every two coders as rows. */
export function labelRows(result: LabelEvaluation): Row[] {
  return result.agreements.flatMap(({ a, b, n, agreement, kappa, kappaQuadratic, macroF1, perLabel }) => {
    const of = `${a}–${b}`;
    const plain = (measure: string, value: number | null, count: number): Row => ({
      of,
      measure,
      value,
      low: null,
      high: null,
      n: count,
    });
    return [
      row(of, "agreement", agreement),
      row(of, "kappa", kappa),
      ...(kappaQuadratic ? [row(of, "kappa, quadratic", kappaQuadratic)] : []),
      plain("macro F1", macroF1, n),
      ...perLabel.flatMap(({ label, precision, recall, f1, support }) => [
        plain(`precision of ${label}`, precision, support),
        plain(`recall of ${label}`, recall, support),
        plain(`F1 of ${label}`, f1, support),
      ]),
    ];
  });
}

/** The words that gave a statement its label; null where the text is withheld. */
export const evidenceWords = (text: string | null, evidence: readonly ThemeEvidence[]): string | null =>
  text === null ? null : evidence.map(({ start, end }) => text.slice(start, end)).join(" … ");
