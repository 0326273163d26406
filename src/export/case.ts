/** CASE 1.1 of 1EdTech: a dossier as a competency framework, and a crosswalk as associations between two of them. */
import type { CrosswalkPair, CrosswalkResult } from "../compare/index.js";
import { GENERATOR } from "../generator.js";
import type { Dossier } from "../model.js";
import { unitName, wholeText } from "./dossier.js";
import { dossierUuid, statementUuid, unitUuid, urn, uuidOf } from "./identifiers.js";

export interface CaseLink {
  title: string;
  identifier: string;
  uri: string;
}

export interface CaseNode extends CaseLink {
  targetType: "CASE";
}

export interface CaseItem {
  identifier: string;
  uri: string;
  fullStatement: string;
  humanCodingScheme?: string;
  CFItemType: string;
  CFItemTypeURI: CaseLink;
  language: "nl";
  notes?: string;
  lastChangeDateTime: string;
}

export interface CaseAssociation {
  identifier: string;
  uri: string;
  associationType: string;
  sequenceNumber?: number;
  originNodeURI: CaseNode;
  destinationNodeURI: CaseNode;
  notes?: string;
  lastChangeDateTime: string;
}

export interface CaseDocument {
  identifier: string;
  uri: string;
  creator: string;
  title: string;
  description?: string;
  caseVersion: "1.1";
  language: "nl";
  version?: string;
  notes: string;
  lastChangeDateTime: string;
}

/** A CFPackage in its strict form: no nulls, and no field that the schema does not name. */
export interface CasePackage {
  CFDocument: CaseDocument;
  CFItems: CaseItem[];
  CFAssociations: CaseAssociation[];
  CFDefinitions?: {
    CFItemTypes: (CaseLink & { description: string; hierarchyCode: string; lastChangeDateTime: string })[];
  };
}

export interface CaseOptions {
  /**
   * When the framework was last changed, as an ISO 8601 date and time. CASE asks for one and documents have none, so by
   * default it is the beginning of time, which nobody takes for a date.
   */
  lastChange?: string;
  /** Who made the framework. */
  creator?: string;
}

const NO_DATE = "1970-01-01T00:00:00+00:00";

const document = (
  uuid: string,
  title: string,
  notes: string,
  { lastChange = NO_DATE, creator = "onbekend" }: CaseOptions,
): CaseDocument => ({
  identifier: uuid,
  uri: urn(uuid),
  creator,
  title,
  caseVersion: "1.1",
  language: "nl",
  notes: `${notes} (${GENERATOR.name} ${GENERATOR.version})`,
  lastChangeDateTime: lastChange,
});

const node = (uuid: string, title: string): CaseNode => ({
  title,
  identifier: uuid,
  uri: urn(uuid),
  targetType: "CASE",
});

/**
 * A dossier as a CASE 1.1 package: a CFDocument, a CFItem for each unit and statement, and isChildOf associations in the
 * order of the document. Identifiers are version 5 UUIDs of the ids, so the same dossier gives the same package.
 * @throws ExportError for a dossier without text
 */
export function toCase(dossier: Dossier, options: CaseOptions = {}): CasePackage {
  const { lastChange = NO_DATE } = options;
  const types = new Map<string, string>();
  const typed = (name: string): Pick<CaseItem, "CFItemType" | "CFItemTypeURI"> => {
    const uuid = uuidOf("type", name);
    types.set(name, uuid);
    return { CFItemType: name, CFItemTypeURI: { title: name, identifier: uuid, uri: urn(uuid) } };
  };
  const root = document(
    dossierUuid(dossier.id),
    dossier.title,
    `Dossier ${dossier.id} uit ${dossier.source.file}`,
    options,
  );
  const items: CaseItem[] = [];
  const associations: CaseAssociation[] = [];
  const children = new Map<string, number>();
  const add = (item: CaseItem, parent: CaseNode): void => {
    items.push(item);
    const order = (children.get(parent.identifier) ?? 0) + 1;
    children.set(parent.identifier, order);
    const uuid = uuidOf("isChildOf", item.identifier, parent.identifier);
    associations.push({
      identifier: uuid,
      uri: urn(uuid),
      associationType: "isChildOf",
      sequenceNumber: order,
      originNodeURI: node(item.identifier, item.fullStatement),
      destinationNodeURI: parent,
      lastChangeDateTime: lastChange,
    });
  };
  const top = node(root.identifier, root.title);
  const places = new Map<string, CaseNode>();
  for (const unit of dossier.units) places.set(unit.id, node(unitUuid(dossier.id, unit.id), unitName(unit)));
  for (const unit of dossier.units) {
    const { identifier, uri, title } = places.get(unit.id) as CaseNode;
    const parent = unit.parent === null ? top : (places.get(unit.parent) ?? top);
    add(
      {
        identifier,
        uri,
        fullStatement: title,
        ...(unit.code === null ? {} : { humanCodingScheme: unit.code }),
        ...typed(unit.kind),
        language: "nl",
        ...(unit.competencies.length > 0 ? { notes: `Competenties: ${unit.competencies.join(", ")}` } : {}),
        lastChangeDateTime: lastChange,
      },
      parent,
    );
  }
  for (const statement of dossier.statements) {
    const uuid = statementUuid(dossier.id, statement.id);
    add(
      {
        identifier: uuid,
        uri: urn(uuid),
        fullStatement: wholeText(dossier, statement),
        ...(statement.code === undefined ? {} : { humanCodingScheme: statement.code }),
        ...typed(statement.section),
        language: "nl",
        ...(statement.scope === undefined ? {} : { notes: `Geldt voor: ${statement.scope}` }),
        lastChangeDateTime: lastChange,
      },
      places.get(statement.unit) ?? top,
    );
  }
  const definitions = [...types].map(([title, identifier]) => ({
    title,
    identifier,
    uri: urn(identifier),
    description: title,
    hierarchyCode: title,
    lastChangeDateTime: lastChange,
  }));
  return {
    CFDocument: {
      ...root,
      ...(dossier.level ? { description: dossier.level.label } : {}),
      ...(dossier.version === undefined ? {} : { version: dossier.version }),
    },
    CFItems: items,
    CFAssociations: associations,
    ...(definitions.length > 0 ? { CFDefinitions: { CFItemTypes: definitions } } : {}),
  };
}

/** The dossiers that hold the two sides of a crosswalk. */
export interface CrosswalkSides {
  a: readonly Dossier[];
  b: readonly Dossier[];
}

/** CASE has one association for mappings; the others are extensions, named after SKOS. */
const ASSOCIATIONS = {
  exact: "exactMatchOf",
  close: "ext:closeMatch",
  broader: "ext:broadMatch",
  narrower: "ext:narrowMatch",
  related: "isRelatedTo",
} as const;

/**
 * The confirmed pairs of a crosswalk as a CASE 1.1 package of associations between the items of two frameworks.
 * Candidates are left out: CASE cannot say that something is a proposal.
 */
export function crosswalkToCase(
  result: CrosswalkResult,
  sides: CrosswalkSides,
  options: CaseOptions = {},
): CasePackage {
  const { lastChange = NO_DATE } = options;
  const [a, b] = [nodesOf(sides.a), nodesOf(sides.b)];
  const names = [sides.a, sides.b].map((side) => side.map(({ title }) => title).join(", "));
  const ids = [sides.a, sides.b].map((side) => side.map(({ id }) => id).join("\n"));
  const title = names.join(" – ");
  return {
    CFDocument: document(uuidOf("crosswalk", ...ids), title, "Bevestigde tegenhangers", options),
    CFItems: [],
    CFAssociations: result.pairs
      .filter(({ mapping }) => mapping === "confirmed")
      .flatMap((pair, i): CaseAssociation[] => {
        const [origin, destination] = [a.get(pair.a), b.get(pair.b)];
        if (!origin || !destination) return [];
        const uuid = uuidOf("mapping", origin.identifier, destination.identifier);
        return [
          {
            identifier: uuid,
            uri: urn(uuid),
            associationType: ASSOCIATIONS[confirmedRelation(pair)],
            sequenceNumber: i + 1,
            originNodeURI: origin,
            destinationNodeURI: destination,
            ...(pair.remark === "" ? {} : { notes: pair.remark }),
            lastChangeDateTime: lastChange,
          },
        ];
      }),
  };
}

/** Who confirms a pair without saying more says that the two are the same; a relation of the program is a guess. */
export const confirmedRelation = (pair: CrosswalkPair): keyof typeof ASSOCIATIONS => pair.decided ?? "exact";

function nodesOf(dossiers: readonly Dossier[]): Map<string, CaseNode> {
  const nodes = new Map<string, CaseNode>();
  for (const dossier of dossiers) {
    for (const unit of dossier.units) nodes.set(unit.id, node(unitUuid(dossier.id, unit.id), unitName(unit)));
    for (const statement of dossier.statements) {
      nodes.set(statement.id, node(statementUuid(dossier.id, statement.id), statement.text ?? statement.id));
    }
  }
  return nodes;
}
