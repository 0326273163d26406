import { v5 } from "uuid";

/** Namespace of all identifiers of this project: a version 5 UUID names the same thing the same way, everywhere. */
const NAMESPACE = "6b1f2f0e-4c57-5d0a-9a53-8e0a8f6d2c11";

/**
 * A version 5 UUID (RFC 9562) of what a dossier names; lower case.
 * @param parts what tells it from all others, the kind of thing first
 */
export const uuidOf = (...parts: readonly string[]): string => v5(JSON.stringify(parts), NAMESPACE);

export const dossierUuid = (dossier: string): string => uuidOf("dossier", dossier);
export const unitUuid = (dossier: string, unit: string): string => uuidOf("unit", dossier, unit);
export const statementUuid = (dossier: string, statement: string): string => uuidOf("statement", dossier, statement);

export const urn = (uuid: string): string => `urn:uuid:${uuid}`;
