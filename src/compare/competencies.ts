import { similarity } from "ml-distance";
import type { Dossier } from "../model.js";
import { roundScore } from "../similarity/index.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXY"];

/** How many units of a dossier name each of the competencies A–Y: 25 counts, in the order of the letters. */
export function competencyProfile(dossier: Dossier): number[] {
  return LETTERS.map((letter) => dossier.units.filter((unit) => unit.competencies.includes(letter)).length);
}

/**
 * How alike two dossiers are in the competencies their units rest on: cosine of their profiles, 0..1; null where one
 * names no competencies.
 */
export function competencySimilarity(a: Dossier, b: Dossier): number | null {
  const [x, y] = [competencyProfile(a), competencyProfile(b)];
  const empty = (profile: number[]): boolean => profile.every((count) => count === 0);
  return empty(x) || empty(y) ? null : roundScore(similarity.cosine(x, y));
}
