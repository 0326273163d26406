import type { DossierKind } from "../model.js";
import { type RepairedText, splitLines } from "../repair/index.js";
import type { Block } from "./blocks.js";
import { collapse } from "./builder.js";
import { headingNumber, isBackgroundHeading, isOverviewHeading, looksLikeTitle, sectionOf } from "./headings.js";

/** A version behind a title: "(01/08/21)", "(2016)", "versie 2.1". */
const VERSION = /\s*(?:\((\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4})\)|[,-]?\s*versie\s+([\d.]+))\s*$/iu;
/** Words that a document calls itself by. */
const NAMED =
  /\b(?:kwalificatiedossier|keuzedeel|beroepscompetentieprofiel|competentieprofiel|branchekwalificatie|addendum|opleidingsprofiel|functieprofiel|functiebeschrijving|beroepsprofiel|kwalificatieprofiel|profiel)\b/iu;

/** "Addendum bij het beroepscompetentieprofiel": the profession stands on the next line. */
const ONLY_ADDENDUM =
  /^addendum(?:\s+(?:bij|op|aan|voor|van)(?:\s+(?:het|de))?\s+(?:\p{L}*(?:profiel|dossier|kwalificatie)))?\s*:?$/iu;
/** Blocks in which a title page stands. */
const TITLE_PAGE = 8;

export interface Title {
  title: string;
  version?: string;
}

/** Takes the version off a title. */
export function withVersion(text: string): Title {
  const match = VERSION.exec(text);
  const version = match?.[1] ?? match?.[2];
  return version ? { title: text.slice(0, match?.index).trim(), version } : { title: text };
}

/**
 * The title of a dossier: the running head; else a heading in which the
 * document calls itself by its kind; else its first heading that is not background; else its first words.
 */
export function findTitle(blocks: readonly Block[], repaired: RepairedText, kind: DossierKind): Title {
  const lines = blocks.map((block) => collapse(block.text));
  const head = kind === "ankerpunten" ? undefined : runningHead(repaired);
  if (head) return withVersion(head);

  const own = lines.slice(0, TITLE_PAGE).findIndex((line) => ONLY_ADDENDUM.test(line));
  const to = own < 0 ? undefined : lines[own + 1];
  if (to !== undefined && looksLikeTitle(to) && !isBackgroundHeading(to)) return withVersion(`Addendum ${to}`);

  const candidates = lines.filter(
    (line, i) => blocks[i]?.type !== "item" && looksLikeTitle(line) && line.length <= 90 && !isOverviewHeading(line),
  );
  const bare = (line: string): string => line.replace(/^#+\s*/, "").replace(/^\d+(?:\.\d+)*\.?\s+/, "");
  const named = candidates.find(
    (line) =>
      NAMED.test(line) &&
      !isBackgroundHeading(line) &&
      bare(line).split(" ").length > 1 &&
      !/\b(?:deze|dit|het|de)\s+(?:\p{L}+)?(?:profiel|dossier|kwalificatie)/iu.test(line),
  );
  if (named) return withVersion(bare(named));

  const first = candidates.find(
    (line) => !isBackgroundHeading(line) && !sectionOf(line) && (headingNumber(line)?.length ?? 1) === 1,
  );
  if (first) return withVersion(bare(first));
  return { title: (lines[0] ?? "zonder titel").split(" ").slice(0, 8).join(" ") };
}

/** The running head that repeats most. */
function runningHead(repaired: RepairedText): string | undefined {
  const counts = new Map<string, number>();
  for (const [start, end] of repaired.furniture) {
    for (const { text } of splitLines(repaired.source.slice(start, end))) {
      if (/\p{L}{3}/u.test(text) && !/^(?:©|\(c\)|copyright|pagina|pag\.|blz)/iu.test(text) && looksLikeTitle(text)) {
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
