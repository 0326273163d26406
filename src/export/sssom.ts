/** SSSOM: a crosswalk as a mapping set, tab-separated with its metadata above it. */
import type { CrosswalkLone, CrosswalkPair, CrosswalkResult } from "../compare/index.js";
import { GENERATOR } from "../generator.js";
import type { Dossier } from "../model.js";
import { type CrosswalkSides, confirmedRelation } from "./case.js";
import { dossierUuid, statementUuid, unitUuid, urn, uuidOf } from "./identifiers.js";
import { SKOS_MATCH } from "./skos.js";
import { oneLine } from "./text.js";

/** Columns in the canonical order of the standard. */
const COLUMNS = [
  "subject_id",
  "subject_label",
  "predicate_id",
  "predicate_modifier",
  "object_id",
  "object_label",
  "mapping_justification",
  "author_label",
  "mapping_date",
  "similarity_score",
  "similarity_measure",
  "comment",
] as const;
type Record_ = Partial<Record<(typeof COLUMNS)[number], string>>;

const NO_TERM = "sssom:NoTermFound";
const MANUAL = "semapv:ManualMappingCuration";
/** N-grams, synonyms and word vectors together. */
const COMPUTED = "semapv:CompositeMatching";

/** White space to one space: a cell holds no tab or line end. Quotes are doubled within quotes. */
function cell(value: string): string {
  const flat = oneLine(value);
  return flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
}

/** A value of a slot that may hold several, which the bar keeps apart. */
const single = (value: string): string => value.replaceAll("\\", "\\\\").replaceAll("|", "\\|");

/**
 * A crosswalk as SSSOM/TSV. Confirmed pairs are skos:exactMatch, or the relation that the person gave; rejected pairs say
 * Not; what a person found to have no match is mapped to sssom:NoTermFound. Candidates are there with their relation and
 * score, justified as computed, and never as exactMatch: only a person says that. Leftovers that nobody judged are no
 * mappings and are left out.
 */
export function toSssom(result: CrosswalkResult, sides: CrosswalkSides): string {
  const [a, b] = [labelled(sides.a), labelled(sides.b)];
  const rows = [...result.pairs, ...result.rejected].map((pair) => pairRow(pair, a, b));
  const lone = (one: CrosswalkLone, side: Map<string, Entity>, subject: boolean): Record_[] => {
    const found = side.get(one.id);
    if (one.mapping !== "no-match" || !found) return [];
    return [
      {
        ...(subject
          ? { subject_id: found.id, subject_label: found.label, object_id: NO_TERM }
          : { subject_id: NO_TERM, object_id: found.id, object_label: found.label }),
        predicate_id: SKOS_MATCH.exact,
        mapping_justification: MANUAL,
        ...said(one),
      },
    ];
  };
  rows.push(
    ...result.onlyA.flatMap((one) => lone(one, a, true)),
    ...result.onlyB.flatMap((one) => lone(one, b, false)),
  );
  const ids = [sides.a, sides.b].map((side) => side.map(({ id }) => id).join("\n"));
  const sources = [sides.a, sides.b].map((side) =>
    side.length === 1 && side[0] ? `uuid:${dossierUuid(side[0].id)}` : null,
  );
  // JSON strings are YAML strings.
  const metadata = [
    "curie_map:",
    '  semapv: "https://w3id.org/semapv/vocab/"',
    '  skos: "http://www.w3.org/2004/02/skos/core#"',
    '  sssom: "https://w3id.org/sssom/"',
    '  uuid: "urn:uuid:"',
    `mapping_set_id: ${JSON.stringify(urn(uuidOf("mapping set", ...ids)))}`,
    `mapping_set_title: ${JSON.stringify([sides.a, sides.b].map((side) => side.map(({ title }) => title).join(", ")).join(" – "))}`,
    'license: "https://w3id.org/sssom/license/unspecified"',
    ...(sources[0] ? [`subject_source: ${JSON.stringify(sources[0])}`] : []),
    ...(sources[1] ? [`object_source: ${JSON.stringify(sources[1])}`] : []),
    `mapping_tool: ${JSON.stringify(GENERATOR.name)}`,
    `mapping_tool_version: ${JSON.stringify(GENERATOR.version)}`,
  ];
  const used = COLUMNS.filter(
    (column) =>
      ["subject_id", "predicate_id", "object_id", "mapping_justification"].includes(column) ||
      rows.some((row) => row[column]),
  );
  return [
    ...metadata.map((line) => `#${line}`),
    used.join("\t"),
    ...rows.map((row) => used.map((column) => cell(row[column] ?? "")).join("\t")),
    "",
  ].join("\n");
}

function pairRow(pair: CrosswalkPair, a: Map<string, Entity>, b: Map<string, Entity>): Record_ {
  const [subject, object] = [a.get(pair.a), b.get(pair.b)];
  const by =
    pair.mapping === "confirmed"
      ? { predicate_id: SKOS_MATCH[confirmedRelation(pair)], mapping_justification: MANUAL }
      : pair.mapping === "rejected"
        ? { predicate_id: SKOS_MATCH.exact, predicate_modifier: "Not", mapping_justification: MANUAL }
        : {
            predicate_id: pair.relation === "exact" ? SKOS_MATCH.close : SKOS_MATCH[pair.relation],
            mapping_justification: COMPUTED,
            similarity_score: String(pair.score),
            similarity_measure: `${GENERATOR.name} ${GENERATOR.version}`,
          };
  return {
    subject_id: subject?.id ?? "",
    subject_label: subject?.label ?? "",
    object_id: object?.id ?? "",
    object_label: object?.label ?? "",
    ...by,
    ...said(pair),
  };
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the person gave with a decision. */
const said = ({ coder, date, remark }: { coder: string | null; date: string | null; remark: string }): Record_ => ({
  ...(coder === null ? {} : { author_label: single(coder) }),
  ...(date !== null && ISO_DATE.test(date) ? { mapping_date: date } : {}),
  comment: remark,
});

interface Entity {
  id: string;
  label: string;
}

function labelled(dossiers: readonly Dossier[]): Map<string, Entity> {
  return new Map(
    dossiers.flatMap((dossier) => [
      ...dossier.units.map((unit): [string, Entity] => [
        unit.id,
        { id: `uuid:${unitUuid(dossier.id, unit.id)}`, label: [unit.code, unit.title].filter(Boolean).join(" ") },
      ]),
      ...dossier.statements.map((statement): [string, Entity] => [
        statement.id,
        { id: `uuid:${statementUuid(dossier.id, statement.id)}`, label: statement.text ?? statement.id },
      ]),
    ]),
  );
}
