import type { DossierKind } from "../model.js";
import type { SourceText } from "../read/index.js";

/** Why a document was taken for its kind: shown in the settings of a warning and by `parse`. */
export interface Detection {
  kind: DossierKind;
  reason: string;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Characters in which a title page stands. */
const TITLE_PAGE = 1500;

/** Codes of werkprocessen at the start of a line, as damage leaves them. */
const CODE_DASH = "[ \\t]?[-–—_.][ \\t]?";
const code = (deel: string): RegExp =>
  new RegExp(
    `^[ \\t\\f#*|•-]*${deel}[ \\t]?[0-9IlOoi|]{1,2}${CODE_DASH}[Kk][ \\t]?[0-9IlOo]{1,2}${CODE_DASH}(?:[wW]{1,2}|VV)`,
    "gmu",
  );
const WERKPROCES = code("[BP8]");
const KEUZEDEEL = code("D");
/** The same, with the deel left out: "K1-W2 …". */
const WITHIN_PART = new RegExp(`^[ \\t\\f#*|]*K[ \\t]?[0-9]{1,2}${CODE_DASH}[wW]\\s?[0-9]{1,2}\\b`, "gmu");
/** "1.2 werkproces: …", "Werkproces 1.2 …", as dossiers of before 2016 number them. */
const OLDER = /^[ \t\f#*|]*(?:\d{1,2}\.\d{1,2}\.?[ \t]+werkproces[ \t]*:|werkproces[ \t]+\d{1,2}\.\d{1,2}\b)/gimu;
const OWN_NAME = /\b(kwalificatiedossier|keuzedeel)\b/iu;
/** The sections that every werkproces has, each on a line of its own. */
const REPEATED_SECTIONS = ["omschrijving", "(?:gewenst )?resultaat", "gedrag"].map(
  (name) => new RegExp(`^[ \\t\\f#*]*${name}[ \\t*:]*$`, "gimu"),
);

/** What kind of document a text is, from marks that only that kind has. */
export function detectKind(source: SourceText): Detection {
  if (source.rows) return { kind: "statement-list", reason: "its first line names the columns of a statement list" };
  const { text } = source;
  const dossiers = count(text, /^[ \t\f#*]*KWALIFICATIEDOSSIER[ \t*]*$/gmu);
  const werkprocessen = count(text, WERKPROCES);
  if (dossiers >= 2 || (dossiers === 1 && /ankerpunt/iu.test(text))) {
    return { kind: "ankerpunten", reason: `${dossiers} lines "KWALIFICATIEDOSSIER" open dossiers of one file` };
  }
  if (werkprocessen === 0 && count(text, KEUZEDEEL) >= 1) {
    return { kind: "keuzedeel", reason: "codes of a keuzedeel (D1-K1-W1)" };
  }
  if (werkprocessen >= 2) return { kind: "kwalificatiedossier", reason: `${werkprocessen} codes of werkprocessen` };
  const own = OWN_NAME.exec(text)?.[1]?.toLowerCase();
  const older = count(text, OLDER);
  if (older >= 2 && (own || /proces-?competentie-?matrix/iu.test(text)))
    return { kind: "kwalificatiedossier", reason: `${older} plainly numbered werkprocessen of an older dossier` };
  const withinPart = count(text, WITHIN_PART);
  if (own && withinPart >= 2) {
    const kind = own === "keuzedeel" ? "keuzedeel" : "kwalificatiedossier";
    return { kind, reason: `the word "${own}" and ${withinPart} codes of werkprocessen` };
  }
  if (own && REPEATED_SECTIONS.every((section) => count(text, section) >= 2)) {
    const kind = own === "keuzedeel" ? "keuzedeel" : "kwalificatiedossier";
    return { kind, reason: `the word "${own}" and sections omschrijving, resultaat and gedrag, again and again` };
  }
  if (/branchekwalificatie/iu.test(text) && /\bNLQF\b/u.test(text)) {
    return { kind: "branchekwalificatie", reason: 'the words "branchekwalificatie" and "NLQF"' };
  }
  const titled = /^[ \t\f]*(?:#+ )?beroepscompetentieprofiel\b[^.\r\n]{0,80}$/imu.test(text.slice(0, TITLE_PAGE));
  if (titled && /^[ \t\f]*(?:#+ )?(?:competentie|kerntaak|taakgebied)\w*[ \t]+[\dA-Z]|\bin staat\b/imu.test(text)) {
    return { kind: "beroepscompetentieprofiel", reason: 'its title says "beroepscompetentieprofiel"' };
  }
  const named = count(text, /(?:beroeps)?competentieprofiel|beroepsprofiel/giu);
  const areas = count(text, /^[ \t\f]*(?:competentie(?:gebied|cluster)|taakgebied)[ \t]+(?:\d{1,2}|[A-Z])\b/gimu);
  const able = count(
    text,
    /^[ \t\f]*(?:\d{1,2}\.\d{1,2}|[A-Z]\.?\d{1,2})\.?[ \t]+(?:De|Het|Een)\b.{3,60}\bin staat\b/gmu,
  );
  if ((named >= 1 && (areas >= 2 || able >= 3)) || (named >= 3 && /competentiegebied|taakgebied/iu.test(text))) {
    return {
      kind: "beroepscompetentieprofiel",
      reason: "taakgebieden or competentiegebieden of a beroepscompetentieprofiel",
    };
  }
  if (count(text, /\baddendum\b/giu) >= 2) return { kind: "addendum", reason: 'the word "addendum"' };
  return { kind: "generic", reason: "no marks of a known kind" };
}
