import type { DossierKind } from "../model.js";
import type { SourceText } from "../read/index.js";

/** Why a document was taken for its kind: shown in the settings of a warning and by `parse`. */
export interface Detection {
  kind: DossierKind;
  reason: string;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What kind of document a text is, from marks that only that kind has. */
export function detectKind(source: SourceText): Detection {
  if (source.rows) return { kind: "statement-list", reason: "its first line names the columns of a statement list" };
  const { text } = source;
  const dossiers = count(text, /^[ \t\f]*KWALIFICATIEDOSSIER[ \t]*$/gmu);
  const werkprocessen = count(text, /^[ \t\f]*[BP][0-9IlO]-K[0-9Il]-[wW]/gmu);
  if (dossiers >= 2 || (dossiers === 1 && /ankerpunt/iu.test(text))) {
    return { kind: "ankerpunten", reason: `${dossiers} lines "KWALIFICATIEDOSSIER" open dossiers of one file` };
  }
  if (count(text, /^[ \t\f]*D[0-9IlO]-K[0-9Il]-[wW]/gmu) >= 1 && werkprocessen === 0) {
    return { kind: "keuzedeel", reason: "codes of a keuzedeel (D1-K1-W1)" };
  }
  if (werkprocessen >= 2) return { kind: "kwalificatiedossier", reason: `${werkprocessen} codes of werkprocessen` };
  if (/branchekwalificatie/iu.test(text) && /\bNLQF\b/u.test(text)) {
    return { kind: "branchekwalificatie", reason: 'the words "branchekwalificatie" and "NLQF"' };
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
