/**
 * What optical character recognition and wrong encodings make of Dutch letters. `seen` stands in the text for `meant`;
 * the cost says how unlikely that is (0.3: the everyday case, 1 and more: seldom). Shapes were taken from what print
 * looks like, not from one document; a repair needs a known word besides.
 */
export type ConfusionKind = "accent" | "symbol" | "letter";

export interface Confusion {
  seen: string;
  meant: string;
  cost: number;
  /** Accents lost or misread; digits and marks within a word; letters of a like shape. */
  kind: ConfusionKind;
}

const table = (kind: ConfusionKind, rows: readonly [meant: string, seen: string, cost: number][]): Confusion[] =>
  rows.flatMap(([meant, seen, cost]) => seen.split(" ").map((one) => ({ seen: one, meant, cost, kind })));

/** The two dots and other accents: read as another accent, as a letter or digit of that shape, or lost. */
const ACCENTS = table("accent", [
  ["ë", "é", 0.3],
  ["ë", "è ê", 0.4],
  ["ë", "e", 0.5],
  ["ë", "ée eé éé ee", 0.6],
  ["ë", "& 8 6 @ € ¢", 0.5],
  ["ï", "í ì î", 0.3],
  ["ï", "i", 0.5],
  ["ï", "1 ii l", 0.7],
  ["ö", "ó ò ô é", 0.3],
  ["ö", "d 6", 0.4],
  ["ö", "o 0 od oé éo ó6 o6", 0.6],
  ["ö", "b & 9", 0.9],
  ["ü", "ú ù û", 0.3],
  ["ü", "u ii", 0.6],
  ["ä", "á à â a", 0.6],
  ["é", "è ê ë e 6", 0.6],
  ["è", "é ê e", 0.6],
  ["ê", "é è ë e", 0.8],
  ["á", "a à â", 0.9],
  ["à", "a á", 0.9],
  ["ó", "o ò", 0.9],
  ["ú", "u", 0.9],
  ["í", "i", 0.9],
  ["ç", "c ¢", 0.7],
  ["ñ", "n", 0.9],
  ["e", "é è ê", 0.9],
  ["o", "ó ò ô 6", 0.9],
  ["i", "í ì î ï", 0.8],
]);

/** Digits and marks that stand within a word. */
const SYMBOLS = table("symbol", [
  ["o", "0", 0.3],
  ["l", "1 | !", 0.4],
  ["i", "1 | ! ¡ ;", 0.6],
  ["s", "5 $ §", 0.4],
  ["b", "6 8", 0.7],
  ["g", "9", 0.6],
  ["z", "2", 0.8],
  ["e", "€ £ 3", 0.7],
  ["a", "@ 4", 0.7],
  ["c", "¢ ©", 0.7],
  ["t", "7 + †", 0.9],
  ["ij", "ÿ ü", 0.6],
  // Ligatures that a font keeps where other fonts keep letters.
  ["ti", "Ɵ", 0.1],
  ["tt", "Ʃ", 0.1],
  ["ft", "Ō", 0.1],
  ["fi", "® Þ", 0.8],
  ["fl", "¯ ß", 0.8],
]);

/** Letters and pairs of letters that look alike in print. */
const LETTERS = table("letter", [
  ["m", "rn", 0.6],
  ["m", "in ni nn iii ln", 1.1],
  ["rn", "m", 0.7],
  ["ni", "m", 1.2],
  ["in", "m", 1.2],
  ["nn", "m", 1.2],
  ["w", "vv", 0.5],
  ["vv", "w", 1.2],
  ["d", "cl ol", 0.7],
  ["cl", "d", 0.7],
  ["h", "li lı", 0.7],
  ["li", "h", 0.8],
  ["n", "ri ii", 0.9],
  ["u", "ii li il", 0.9],
  ["ij", "lj ii jj y", 0.7],
  ["ij", "ü u", 1.2],
  ["l", "i I", 0.7],
  ["i", "l", 0.7],
  ["i", "I j", 0.8],
  ["j", "i", 1],
  ["k", "lc", 0.8],
  ["e", "c", 0.8],
  ["c", "e", 0.8],
  ["u", "n v", 1],
  ["n", "u", 1],
  ["h", "b n", 1],
  ["b", "h", 1],
  ["a", "o", 1.1],
  ["o", "a", 1.1],
  ["e", "o", 1.1],
  ["o", "e", 1.1],
  ["t", "f l", 0.9],
  ["f", "t", 0.9],
  ["l", "t", 0.9],
  ["g", "q", 0.6],
  ["q", "g", 1],
  ["v", "y", 1],
  ["y", "v", 1],
  ["r", "n", 1.3],
  // Half of a ligature gone.
  ["fi", "f i", 1],
  ["fl", "f l", 1],
  ["ff", "f", 1.1],
]);

/** What a mark can stand for that no Dutch word has: a letter with an accent that did not survive an encoding. */
export const LOST_LETTERS: readonly Confusion[] = table("symbol", [
  ["ë", "?", 0.5],
  ["ï", "?", 0.5],
  ["ö", "?", 0.5],
  ["é", "?", 0.5],
  ["è", "?", 0.6],
  ["ü", "?", 0.6],
  ["ê", "?", 0.7],
  ["ä", "?", 0.8],
  ["á", "?", 0.8],
  ["à", "?", 0.8],
  ["ó", "?", 0.8],
  ["ç", "?", 0.8],
  ["ti", "?", 0.9],
  ["tt", "?", 0.9],
  ["fi", "?", 0.9],
  ["fl", "?", 0.9],
  ["ff", "?", 0.9],
  ["ft", "?", 0.9],
]);

/** All confusions by the first UTF-16 unit that is seen. */
export const CONFUSIONS: ReadonlyMap<number, readonly Confusion[]> = byFirst([...ACCENTS, ...SYMBOLS, ...LETTERS]);

function byFirst(all: readonly Confusion[]): Map<number, Confusion[]> {
  const out = new Map<number, Confusion[]>();
  for (const one of all) {
    const code = one.seen.charCodeAt(0);
    const own = out.get(code);
    if (own) own.push(one);
    else out.set(code, [one]);
  }
  return out;
}
