/** SKOS in Turtle: a dossier as a concept scheme, and the confirmed pairs of a crosswalk as mappings. */
import type { CrosswalkResult } from "../compare/index.js";
import type { Dossier } from "../model.js";
import { type CrosswalkSides, confirmedRelation } from "./case.js";
import { unitName, wholeText } from "./dossier.js";
import { dossierUuid, statementUuid, unitUuid, urn } from "./identifiers.js";
import { wellFormed } from "./text.js";

const PREFIXES = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
`;

const ESCAPES: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escaped = (c: string): string => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A Turtle string: quotes, backslashes and control characters escaped, half surrogates replaced. */
const turtleString = (text: string): string => `"${wellFormed(text).replace(/[\\"\p{Cc}]/gu, escaped)}"`;

const dutch = (text: string): string => `${turtleString(text)}@nl`;
const iri = (uuid: string): string => `<${urn(uuid)}>`;

const block = (subject: string, type: string, properties: readonly string[]): string =>
  `${subject} a ${type} ;\n${properties.map((line) => `  ${line}`).join(" ;\n")} .\n`;

/**
 * A dossier as a SKOS concept scheme in Turtle: a concept for each unit and statement, each narrower than what holds it.
 * IRIs are urn:uuid: of the identifiers that CASE gets too; the codes are notations.
 * @throws ExportError for a dossier without text
 */
export function toSkos(dossier: Dossier): string {
  const scheme = iri(dossierUuid(dossier.id));
  const inScheme = `skos:inScheme ${scheme}`;
  const tops: string[] = [];
  const concepts: string[] = [];
  for (const unit of dossier.units) {
    const subject = iri(unitUuid(dossier.id, unit.id));
    if (unit.parent === null) tops.push(subject);
    concepts.push(
      block(subject, "skos:Concept", [
        inScheme,
        `skos:prefLabel ${dutch(unitName(unit))}`,
        ...(unit.code === null ? [] : [`skos:notation ${turtleString(unit.code)}`]),
        `dct:type ${turtleString(unit.kind)}`,
        `dct:identifier ${turtleString(unit.id)}`,
        unit.parent === null ? `skos:topConceptOf ${scheme}` : `skos:broader ${iri(unitUuid(dossier.id, unit.parent))}`,
      ]),
    );
  }
  for (const statement of dossier.statements) {
    concepts.push(
      block(iri(statementUuid(dossier.id, statement.id)), "skos:Concept", [
        inScheme,
        `skos:prefLabel ${dutch(wholeText(dossier, statement))}`,
        ...(statement.code === undefined ? [] : [`skos:notation ${turtleString(statement.code)}`]),
        `dct:type ${turtleString(statement.section)}`,
        `dct:identifier ${turtleString(statement.id)}`,
        `skos:broader ${iri(unitUuid(dossier.id, statement.unit))}`,
        ...(statement.scope === undefined ? [] : [`skos:scopeNote ${dutch(statement.scope)}`]),
      ]),
    );
  }
  const about = block(scheme, "skos:ConceptScheme", [
    `dct:title ${dutch(dossier.title)}`,
    `dct:identifier ${turtleString(dossier.id)}`,
    `dct:type ${turtleString(dossier.kind)}`,
    `dct:source ${turtleString(dossier.source.file)}`,
    ...(dossier.version === undefined ? [] : [`dct:hasVersion ${turtleString(dossier.version)}`]),
    ...(tops.length === 0 ? [] : [`skos:hasTopConcept ${tops.join(", ")}`]),
  ]);
  return [PREFIXES, about, ...concepts].join("\n");
}

export const SKOS_MATCH = {
  exact: "skos:exactMatch",
  close: "skos:closeMatch",
  broader: "skos:broadMatch",
  narrower: "skos:narrowMatch",
  related: "skos:relatedMatch",
} as const;

/**
 * The confirmed pairs of a crosswalk as SKOS mappings in Turtle. Candidates are left out: SKOS cannot say that something
 * is a proposal, and exactMatch is transitive.
 */
export function crosswalkToSkos(result: CrosswalkResult, sides: CrosswalkSides): string {
  const [a, b] = [irisOf(sides.a), irisOf(sides.b)];
  const lines = result.pairs.flatMap((pair) => {
    const [subject, object] = [a.get(pair.a), b.get(pair.b)];
    if (pair.mapping !== "confirmed" || !subject || !object) return [];
    return [`${subject} ${SKOS_MATCH[confirmedRelation(pair)]} ${object} .\n`];
  });
  return [PREFIXES, lines.join("")].join("\n");
}

function irisOf(dossiers: readonly Dossier[]): Map<string, string> {
  return new Map(
    dossiers.flatMap((dossier) => [
      ...dossier.units.map(({ id }): [string, string] => [id, iri(unitUuid(dossier.id, id))]),
      ...dossier.statements.map(({ id }): [string, string] => [id, iri(statementUuid(dossier.id, id))]),
    ]),
  );
}
