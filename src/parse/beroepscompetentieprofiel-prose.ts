/** The prose of a profile: sentences about the professional are requirements, the others background. */
import { fold } from "../language/fold.js";
import type { Unit } from "../model.js";
import type { Role } from "./beroepscompetentieprofiel-chapters.js";
import { harvest, only, type Profile } from "./beroepscompetentieprofiel-shared.js";
import { type Subject, sectionByContent } from "./beroepscompetentieprofiel-subject.js";
import { nameKey } from "./beroepscompetentieprofiel-variants.js";
import { collapse } from "./builder.js";
import { looksLikeTitle, sectionOf } from "./headings.js";
import { endsSentence, type Line, type Passage, passages } from "./lines.js";
import { requirements } from "./requirements.js";

export interface ProseOptions {
  role: Role;
  /** Id of the variant that the text is about. */
  variant: string | null;
  subject: Subject;
  /** The section that the title of the chapter names, or null. */
  section: string | null;
  /** The unit for what is found; made only when something is. */
  unit: () => Unit;
}

/** The caption of a table or figure. */
const CAPTION = /^(?:overzicht|tabel|schema|figuur|kader)\s+\d+\b[^.!?]{0,110}$/iu;
/** A stem over a list of what is asked of the professional, whoever its subject is. */
const ASKS =
  /\b(?:kwaliteiten|eigenschappen|vaardigheden|kennis|taken|eisen|kenmerken|verantwoordelijkheden)\b|\b(?:moet|moeten|dient|dienen)\b/iu;
/** Sections in which every sentence says something of the work that is asked, whoever its subject is. */
const WHOLE = new Set([
  "complexiteit",
  "verantwoordelijkheid",
  "resultaat",
  "vakkennis",
  "vaardigheden",
  "houding",
  "gedrag",
]);
const MAX_TITLE = 80;
/** Words of a heading that ends with a colon. */
const MAX_LABEL = 4;
/** What stands below a table. */
const NOTE = /^(?:noot|bron|toelichting)\b/iu;
/** A stem that points back: its list is about what was said before it. */
const POINTS_BACK = /^(?:dat|dit|deze|die|daar|hier)/iu;

export function readProse(profile: Profile, lines: readonly Line[], options: ProseOptions): void {
  const { builder, width, variantIds } = profile;
  const { role, variant, subject } = options;
  const all = passages(lines, width).flatMap(splitNote);
  let section = options.section;
  let lead: { text: string; start: number; end: number; states: boolean; about: string } | null = null;
  let inTable = false;

  for (const [i, passage] of all.entries()) {
    const text = collapse(builder.text.slice(passage.start, passage.end));
    if (passage.markerStart === undefined && CAPTION.test((passage.lines[0] as Line).text)) {
      inTable = true;
      lead = null;
      markPassage(passage, "headings");
      continue;
    }
    // Tables hold examples, names and figures. Running text ends them.
    if (inTable && !isParagraph(passage, text)) {
      // The name of a variant in an overview is a heading; what else a table holds is background.
      markPassage(passage, variantIds.has(nameKey(text)) ? "headings" : "background");
      continue;
    }
    inTable = false;
    const { heading, text: line } = passage.lines[0] as Line;
    const onTitlePage = passage.lines.length === 1 && fold(line).endsWith(fold(builder.title)) && looksLikeTitle(line);
    if (heading || onTitlePage || isTitle(passage, text, all[i + 1])) {
      section = sectionOf(heading ? line : text) ?? options.section;
      lead = null;
      markPassage(passage, "headings");
      continue;
    }
    if (passage.markerStart !== undefined) readItem(passage, text);
    else readParagraph(passage, all[i + 1]?.markerStart !== undefined);
  }

  function markPassage(passage: Passage, name: "background" | "headings"): void {
    builder.coverage.mark(passage.markerStart ?? passage.start, passage.end, name);
  }

  function readItem(passage: Passage, text: string): void {
    // "- kok (mbo-niveau 2)" names a variant and says nothing of it.
    if (variantIds.has(nameKey(text))) {
      markPassage(passage, "headings");
      return;
    }
    const named = variantIds.get(nameKey(/^([^:;]{3,70}?)\s*:/u.exec(text)?.[1] ?? "")) ?? null;
    const own = named ?? variant;
    const asks = lead !== null && (lead.states || (own !== null && ASKS.test(lead.text)));
    if (!asks && named === null && !(section !== null && WHOLE.has(section)) && !subject.states(text, own !== null)) {
      markPassage(passage, "background");
      return;
    }
    // "assistent monteur: helpt …" needs no stem.
    const stem = named === null ? lead : null;
    if (stem) builder.coverage.mark(stem.start, stem.end, "statements");
    builder.coverage.mark(passage.markerStart ?? passage.start, passage.start, "statements");
    builder.statement({
      unit: options.unit(),
      section: sectionFor(stem ? `${stem.about} ${stem.text} ${text}` : text),
      start: passage.start,
      end: passage.end,
      ...(stem ? { lead: stem.text } : {}),
      ...only(own),
    });
  }

  function readParagraph(passage: Passage, listFollows: boolean): void {
    const body = builder.text.slice(passage.start, passage.end);
    const ranges = requirements(body);
    // In a text about a variant a pronoun stands for it; elsewhere for the subject of the sentence before.
    let pronouns = variant !== null;
    let before = "";
    lead = null;
    for (const [j, [a, b]] of ranges.entries()) {
      const sentence = collapse(body.slice(a, b));
      const [start, end] = [passage.start + a, passage.start + b];
      const states = (section !== null && WHOLE.has(section)) || subject.states(sentence, pronouns);
      if (variant === null) pronouns = states;
      if (harvest(builder, sentence)) builder.coverage.mark(start, end, "background");
      else if (j === ranges.length - 1 && listFollows && /:$/u.test(sentence)) {
        lead = { text: sentence, start, end, states, about: POINTS_BACK.test(sentence) ? before : "" };
        builder.coverage.mark(start, end, "background");
      } else if (states) {
        builder.statement({ unit: options.unit(), section: sectionFor(sentence), start, end, ...only(variant) });
      } else builder.coverage.mark(start, end, "background");
      before = sentence;
    }
  }

  function sectionFor(sentence: string): string {
    if (section !== null) return section;
    if (role === "context") return "context";
    return role === "variants" || variant !== null ? sectionByContent(sentence) : "typering";
  }
}

/** A note below a table ends with its line; a text that goes on without a gap is another paragraph. */
function splitNote(passage: Passage): Passage[] {
  const [first] = passage.lines;
  if (!first || !NOTE.test(first.text)) return [passage];
  const end = passage.lines.findIndex((line) => endsSentence(line.text)) + 1;
  const rest = passage.lines.slice(end);
  const next = rest[0];
  if (end === 0 || !next) return [passage];
  const own = passage.lines.slice(0, end);
  return [
    { ...passage, lines: own, end: (own.at(-1) as Line).end },
    { lines: rest, start: next.start, end: passage.end, blanksBefore: next.blanksBefore },
  ];
}

const isParagraph = (passage: Passage, text: string): boolean =>
  passage.markerStart === undefined &&
  /[.!?]["'’”)\]]*$/u.test(text) &&
  /^["'‘“(]*\p{Lu}/u.test(text) &&
  !NOTE.test(text) &&
  text.length >= 60;

/** A line that stands over something, closed by nothing. */
const isTitle = (passage: Passage, text: string, next: Passage | undefined): boolean =>
  passage.markerStart === undefined &&
  passage.lines.length <= 2 &&
  text.length <= MAX_TITLE &&
  next !== undefined &&
  !endsSentence(text.replace(/:$/u, "")) &&
  looksLikeTitle(text.replace(/\s*:$/u, "")) &&
  // "De monteur heeft de volgende taken:" is a stem.
  !(text.endsWith(":") && next.markerStart !== undefined && text.split(" ").length > MAX_LABEL);
