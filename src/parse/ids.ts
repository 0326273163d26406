import { shortHash } from "../language/hash.js";
import { words } from "../language/tokens.js";

/** Most words of a title that go into an id. */
const MAX_WORDS = 4;

/** A title as part of an id: its first words, folded, joined by hyphens; never empty. */
export function slug(title: string): string {
  const parts = words(title)
    .map((word) => word.replace(/[^a-z0-9]+/g, ""))
    .filter((word) => word !== "")
    .slice(0, MAX_WORDS);
  return parts.join("-").slice(0, 60) || shortHash(title, 6);
}

/** Hash part of a statement's id: of its folded words, so that case, accents and punctuation do not change it. */
export function statementHash(text: string): string {
  return shortHash(words(text).join(" "));
}

/** Hands out ids, with a counter for those that are asked twice. */
export class Ids {
  private readonly taken = new Map<string, number>();

  claim(id: string): string {
    const n = (this.taken.get(id) ?? 0) + 1;
    this.taken.set(id, n);
    if (n === 1) return id;
    return this.claim(`${id}-${n}`);
  }
}
