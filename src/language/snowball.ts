/**
 * The Dutch Snowball stemmer in its Porter form: `dutch` up to Snowball 2, `dutch_porter` after.
 * Written from the description at https://snowballstem.org/algorithms/dutch/stemmer.html and held against the
 * reference implementation by test/language/snowball.test.ts.
 */

const VOWEL = "aeiouyè";
const FOLDED: Record<string, string> = {
  ä: "a",
  ë: "e",
  ï: "i",
  ö: "o",
  ü: "u",
  á: "a",
  é: "e",
  í: "i",
  ó: "o",
  ú: "u",
};

/** Letters that lose their marks; a test is quicker than a replacement that finds none. */
const MARKED = /[äëïöüáéíóú]/;

const isVowel = (c: string | undefined): boolean => c !== undefined && c !== "" && VOWEL.includes(c);

/** What most words do not have: a letter that may be a consonant. */
const MAY_BE_CONSONANT = /y|[aeiouè]i[aeiouè]/;

/** Marks y at the start and after a vowel, and i between vowels, as consonants (upper case). */
function markConsonants(word: string): string {
  if (!MAY_BE_CONSONANT.test(word)) return word;
  let marked = word.startsWith("y") ? `Y${word.slice(1)}` : word;
  for (let i = 0; i < marked.length - 1; i++) {
    if (!isVowel(marked[i])) continue;
    const next = marked[i + 1];
    const between = next === "i" && isVowel(marked[i + 2]);
    if (!between && next !== "y") continue;
    marked = `${marked.slice(0, i + 1)}${between ? "I" : "Y"}${marked.slice(i + 2)}`;
    // Past what was marked, and the vowel behind an i.
    i += between ? 2 : 1;
  }
  return marked;
}

/** Start of the region after the first non-vowel that follows a vowel, from `from` on. */
function regionAfter(word: string, from: number): number {
  let i = from;
  while (i < word.length && !isVowel(word[i])) i++;
  while (i < word.length && isVowel(word[i])) i++;
  return i < word.length ? i + 1 : word.length;
}

const undouble = (w: string): string => (/(?:kk|dd|tt)$/.test(w) ? w.slice(0, -1) : w);

/** Deletes "en" that stands in R1 after a non-vowel, and not after "gem"; then undoubles. */
function deleteEn(w: string, ending: number, r1: number): string {
  const stem = w.slice(0, w.length - ending);
  if (stem.length < r1 || stem === "" || isVowel(stem.at(-1)) || stem.endsWith("gem")) return w;
  return undouble(stem);
}

/**
 * Stem of one word.
 * @param word lower-case word; diacritics on a, e, i, o, u are taken off except è
 * @returns the stem; the empty string for the empty string
 */
export function stemDutch(word: string): string {
  const lower = word.toLowerCase();
  const plain = MARKED.test(lower) ? lower.replace(/[äëïöüáéíóú]/g, (c) => FOLDED[c] ?? c) : lower;
  const marked = markConsonants(plain);
  let w = marked;
  const first = regionAfter(w, 0);
  const r1 = first < w.length ? Math.max(first, 3) : w.length;
  const r2 = first < w.length ? regionAfter(w, first) : w.length;

  // Step 1
  if (w.endsWith("heden")) {
    if (w.length - 5 >= r1) w = `${w.slice(0, -5)}heid`;
  } else if (w.endsWith("ene")) w = deleteEn(w, 3, r1);
  else if (w.endsWith("en")) w = deleteEn(w, 2, r1);
  else if (w.endsWith("se") || w.endsWith("s")) {
    const cut = w.endsWith("se") ? 2 : 1;
    const before = w[w.length - cut - 1];
    if (w.length - cut >= r1 && before !== undefined && !isVowel(before) && before !== "j") w = w.slice(0, -cut);
  }

  // Step 2
  let eDeleted = false;
  const deleteE = (): void => {
    eDeleted = false;
    if (w.endsWith("e") && w.length - 1 >= r1 && w.length > 1 && !isVowel(w[w.length - 2])) {
      w = undouble(w.slice(0, -1));
      eDeleted = true;
    }
  };
  deleteE();

  // Step 3a
  if (w.endsWith("heid") && w.length - 4 >= r2 && w[w.length - 5] !== "c") {
    w = w.slice(0, -4);
    if (w.endsWith("en")) w = deleteEn(w, 2, r1);
  }

  // Step 3b
  if (w.endsWith("end") || w.endsWith("ing")) {
    if (w.length - 3 >= r2) {
      w = w.slice(0, -3);
      if (w.endsWith("ig") && w.length - 2 >= r2 && w[w.length - 3] !== "e") w = w.slice(0, -2);
      else w = undouble(w);
    }
  } else if (w.endsWith("ig")) {
    if (w.length - 2 >= r2 && w[w.length - 3] !== "e") w = w.slice(0, -2);
  } else if (w.endsWith("lijk")) {
    if (w.length - 4 >= r2) {
      w = w.slice(0, -4);
      deleteE();
    }
  } else if (w.endsWith("baar")) {
    if (w.length - 4 >= r2) w = w.slice(0, -4);
  } else if (w.endsWith("bar")) {
    if (w.length - 3 >= r2 && eDeleted) w = w.slice(0, -3);
  }

  // Step 4
  if (/[^aeiouyèI](?:aa|ee|oo|uu)[^aeiouyèI]$/.test(w)) w = w.slice(0, -2) + w.at(-1);
  return marked === plain ? w : w.replace(/I/g, "i").replace(/Y/g, "y");
}
