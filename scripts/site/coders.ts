/** The agreement of two people, whichever of the program's files their judgements stand in. */
import type { CoderAgreement, NamedBytes } from "../../docs/components/own-types.js";
import { type Decision, readDecisions } from "../../src/compare/index.js";
import {
  type Coding,
  compareDecisions,
  evaluateLabels,
  type LabelEvaluation,
  readGold,
} from "../../src/evaluate/index.js";
import { ReadError, readSheet } from "../../src/read/index.js";

type Judged = { coder: string; decisions: Decision[] } | { codings: Coding[] };

/**
 * The first two coders in some files: two files with decisions (JSON, or CSV with a, b and besluit), or coding sheets
 * (id, and a label or a column for each coder) with two coders in all.
 * @throws ReadError for a file that is neither, for files of both kinds, or where there is only one coder
 */
export function coderAgreement(files: readonly NamedBytes[]): CoderAgreement {
  const judged = files.map(read);
  const decided = judged.filter((one) => "decisions" in one);
  if (decided.length > 0 && decided.length < judged.length) {
    throw new ReadError("decisions beside labels: two files of one kind are wanted");
  }
  const result = decided.length > 0 ? compareDecisions(decided).result : labelled(judged);
  return summed(result);
}

function read({ name, bytes }: NamedBytes): Judged {
  const content = new Uint8Array(bytes);
  const coder = name.replace(/\.[^.]+$/, "");
  const isJson = /^\s*[[{]/.test(new TextDecoder().decode(content.subarray(0, 64)));
  if (!isJson) {
    const sheet = readSheet(content);
    if (!sheet.columns.includes("a") || !sheet.columns.includes("b")) {
      const gold = readGold(sheet, coder);
      if (gold.of === "labels") return { codings: gold.codings };
    }
  }
  return { coder, decisions: readDecisions(content) };
}

function labelled(judged: readonly Judged[]): LabelEvaluation {
  const codings = judged.flatMap((one) => ("codings" in one ? one.codings : []));
  if (codings.length < 2) throw new ReadError("labels of one person: there is nothing to hold them against");
  return evaluateLabels(codings.slice(0, 2));
}

function summed({ labels, agreements }: LabelEvaluation): CoderAgreement {
  const [found] = agreements;
  if (found === undefined) throw new Error("two people have no agreement");
  const { a, b, n, agreement, kappa, kappaQuadratic, confusion, differences } = found;
  return { coders: [a, b], labels, n, agreement, kappa, kappaQuadratic, confusion, differences };
}
