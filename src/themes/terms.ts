/** The terms of a codebook, made ready to be found: see DESIGN.md for how a researcher writes them. */
import { isCompound, MIN_HEAD } from "../language/compounds.js";
import { verbForms } from "../language/conjugation.js";
import { fold } from "../language/fold.js";
import { nounForms } from "../language/noun-forms.js";
import { isProfessional } from "../language/professionals.js";
import { words } from "../language/tokens.js";

/** Tokens `start` up to `end` (exclusive) that belong to one find; separable verbs and loose phrases have several. */
export type Span = [start: number, end: number];

/**
 * How well a word fits a term: 3 it is the word itself, 2 it begins or ends so or is a compound of it, 1 it is some noun
 * for a professional (`@role`), 0 it does not.
 */
export type Fit = 0 | 1 | 2 | 3;

export interface Match {
  spans: Span[];
  fit: Fit;
}

/** One word of a clause as matching sees it. */
export interface ClauseToken {
  norm: string;
  /** What stands between this word and the next is more than a space: a comma, a bracket, the end. */
  closed: boolean;
}

/** What a word of a text must be to fit a written one. */
interface WordTest {
  fit: (norm: string) => Fit;
  /** The words that fit by themselves. */
  forms: ReadonlySet<string>;
  /** Last parts of the compounds that fit. */
  heads: readonly string[];
  /** Whether other words fit too: those of a beginning, an ending, a class. */
  open: boolean;
}

/** Finds a term in the tokens of one clause. */
interface Finder {
  /** What the first word of a find can be: too much rather than too little. */
  first: WordTest;
  find: (tokens: readonly ClauseToken[], from: number, to: number) => Match[];
}

/** Particles that are no preposition: they need nothing behind them to be told from one. */
const PLAIN_PARTICLES = new Set(["samen", "terug", "deel", "mee", "af", "bij", "door", "toe", "kennis"]);
/** What may follow a particle that looks like a preposition: what opens a phrase or a clause of its own. */
const LINKS = new Set(
  (
    "aan naar met tot en of in bij binnen tussen om voor van over op door volgens dat zodat te waar wanneer als hoe welke wat " +
    "wie waarom indien zodra voordat nadat terwijl tijdens"
  ).split(" "),
);

/** Without "samenwerkende", "assisterend": before a noun these say what the noun does, not the professional. */
const acts = (infinitive: string, participles: ReadonlySet<string>): string[] =>
  [...participles].filter((form) => form !== `${infinitive}d` && form !== `${infinitive}de`);

const NO_FORMS: ReadonlySet<string> = new Set();

const pattern = (fit: WordTest["fit"]): WordTest => ({ fit, forms: NO_FORMS, heads: [], open: true });
const exactly = (forms: ReadonlySet<string>): WordTest => ({
  fit: (norm) => (forms.has(norm) ? 3 : 0),
  forms,
  heads: [],
  open: false,
});

function wordTest(written: string, compounds: boolean): WordTest {
  if (written === "@role") return pattern((norm) => (isProfessional(norm) ? 1 : 0));
  const exact = written.startsWith("=");
  const word = fold(exact ? written.slice(1) : written).replace(/’/g, "'");
  if (exact) return exactly(new Set([word]));
  if (word.startsWith("*")) {
    const endings = [...nounForms(word.slice(1))];
    return pattern((norm) => (endings.some((ending) => norm.endsWith(ending)) ? 2 : 0));
  }
  if (word.endsWith("*")) return pattern((norm) => (norm.startsWith(word.slice(0, -1)) ? 2 : 0));
  const forms = new Set(nounForms(word));
  if (compounds) {
    const heads = [...forms].filter((form) => form.length >= MIN_HEAD);
    return { ...exactly(forms), fit: (norm) => (forms.has(norm) ? 3 : isCompound(norm, heads) ? 2 : 0), heads };
  }
  if (isVerb(word)) {
    const { finite, participles } = verbForms(word);
    for (const form of [...finite, ...acts(word, participles)]) forms.add(form);
  }
  return exactly(forms);
}

const isVerb = (word: string): boolean => /(?:en|aan|ien|doen)$/.test(word) && word.length > 3;

/** A run of words: "multidisciplinair overleg". */
function sequence(written: readonly string[], compounds: boolean): Finder {
  const tests = written.map((word) => wordTest(word, compounds));
  const find: Finder["find"] = (tokens, from, to) => {
    const out: Match[] = [];
    for (let i = from; i + tests.length <= to; i++) {
      let fit: Fit = 3;
      for (const [n, test] of tests.entries()) {
        fit = Math.min(fit, test.fit((tokens[i + n] as ClauseToken).norm)) as Fit;
        if (fit === 0) break;
      }
      if (fit > 0) out.push({ spans: [[i, i + tests.length]], fit });
    }
    return out;
  };
  return { first: tests[0] ?? exactly(NO_FORMS), find };
}

/** "af+stemmen": joined (afgestemd, afstemmen), with "te" (af te stemmen), and apart (stemt … af). */
function separable(particle: string, infinitive: string): Finder {
  const { finite, participles } = verbForms(infinitive);
  // "afspraken" is a noun; requirements are not written in the past.
  const present = [...finite].filter((form) => form === infinitive || !form.endsWith("en"));
  const joined = new Set([...present, ...acts(infinitive, participles)].map((form) => particle + form));
  const opensLater = (tokens: readonly ClauseToken[], at: number, to: number): boolean => {
    if (PLAIN_PARTICLES.has(particle) || at + 1 >= to) return true;
    const token = tokens[at] as ClauseToken;
    return token.closed || LINKS.has((tokens[at + 1] as ClauseToken).norm);
  };
  const find: Finder["find"] = (tokens, from, to) => {
    const out: Match[] = [];
    for (let i = from; i < to; i++) {
      const { norm } = tokens[i] as ClauseToken;
      const next = tokens[i + 1]?.norm ?? "";
      if (joined.has(norm)) out.push({ spans: [[i, i + 1]], fit: 3 });
      else if (norm === particle && i + 1 < to && next === "te" && finite.has(tokens[i + 2]?.norm ?? "")) {
        out.push({ spans: [[i, Math.min(to, i + 3)]], fit: 3 });
      } else if (norm === particle && i + 1 < to && (finite.has(next) || participles.has(next))) {
        out.push({ spans: [[i, i + 2]], fit: 3 });
      } else if (finite.has(norm)) {
        for (let j = i + 1; j < to; j++) {
          if ((tokens[j] as ClauseToken).norm !== particle || !opensLater(tokens, j, to)) continue;
          out.push({
            spans: [
              [i, i + 1],
              [j, j + 1],
            ],
            fit: 3,
          });
          break;
        }
      }
    }
    return out;
  };
  return { first: exactly(new Set([particle, ...joined, ...finite])), find };
}

/** All parts somewhere in the clause: "afspraken & maken". */
function together(parts: readonly Finder[]): Finder {
  const find: Finder["find"] = (tokens, from, to) => {
    const found = parts.map((part) => part.find(tokens, from, to));
    if (found.some((list) => list.length === 0)) return [];
    const spans = found.flatMap((list) => (list[0] as Match).spans).sort((a, b) => a[0] - b[0]);
    return [{ spans, fit: Math.min(...found.map((list) => (list[0] as Match).fit)) as Fit }];
  };
  return { first: parts[0]?.first ?? exactly(NO_FORMS), find };
}

/** A term as a researcher writes it → what finds it. */
function finder(term: string, compounds: boolean): Finder {
  const parts = term.split(/\s+&\s+/);
  if (parts.length > 1) return together(parts.map((part) => finder(part, compounds)));
  const apart = /^(\p{L}+)\+(\p{L}+)$/u.exec(term.trim());
  if (apart) return separable(fold(apart[1] as string), fold(apart[2] as string));
  const written = term
    .trim()
    .split(/\s+/)
    .flatMap((word) => (/[*=@]/.test(word) ? [word] : words(word)));
  return sequence(written, compounds);
}

/**
 * The terms of one list, looked up together: by the forms and last parts of their first words, and which of them a word
 * can open is remembered, since texts repeat words.
 */
export class Terms {
  private readonly finders: Finder[];
  private readonly byForm = new Map<string, number[]>();
  private readonly byHead = new Map<string, number[]>();
  /** The last letters of those parts: most words end otherwise, and need not be taken apart. */
  private readonly endings: ReadonlySet<string>;
  /** Those that open with words no list holds. */
  private readonly open: number[] = [];
  private readonly openings = new Map<string, readonly number[]>();

  /** @param compounds whether a name is also found as the last part of a compound, as names of people are */
  constructor(terms: readonly string[], { compounds = false }: { compounds?: boolean } = {}) {
    this.finders = terms.map((term) => finder(term, compounds));
    for (const [n, { first }] of this.finders.entries()) {
      for (const form of first.forms) file(this.byForm, form, n);
      for (const head of first.heads) file(this.byHead, head, n);
      if (first.open) this.open.push(n);
    }
    this.endings = new Set([...this.byHead.keys()].map((head) => head.slice(-MIN_HEAD)));
  }

  /** All finds in a clause, in the order of the terms. */
  find(tokens: readonly ClauseToken[], { start, end }: { start: number; end: number }): Match[] {
    let wanted: Set<number> | null = null;
    for (let i = start; i < end; i++) {
      const opened = this.openedBy(tokens[i]?.norm ?? "");
      if (opened.length === 0) continue;
      wanted ??= new Set();
      for (const n of opened) wanted.add(n);
    }
    if (wanted === null) return [];
    return [...wanted].sort((a, b) => a - b).flatMap((n) => this.finders[n]?.find(tokens, start, end) ?? []);
  }

  /** Whether a find can begin with a word: too often rather than too seldom. */
  canOpen(norm: string): boolean {
    return this.openedBy(norm).length > 0;
  }

  private openedBy(norm: string): readonly number[] {
    let list = this.openings.get(norm);
    if (!list) {
      const found = new Set(this.byForm.get(norm));
      const last = this.endings.has(norm.slice(-MIN_HEAD)) ? norm.length - MIN_HEAD : 0;
      for (let from = 1; from <= last; from++) {
        const head = norm.slice(from);
        const own = this.byHead.get(head);
        if (own && isCompound(norm, [head])) for (const n of own) found.add(n);
      }
      for (const n of this.open) if ((this.finders[n]?.first.fit(norm) ?? 0) > 0) found.add(n);
      list = [...found];
      this.openings.set(norm, list);
    }
    return list;
  }
}

function file(map: Map<string, number[]>, key: string, n: number): void {
  const list = map.get(key);
  if (list) list.push(n);
  else map.set(key, [n]);
}
