/** Validation of what comes from outside: nothing else in the library sees an unchecked corpus. */
import * as v from "valibot";
import {
  CODE_ORIGINS,
  CORPUS_SCHEMA,
  type Corpus,
  DOSSIER_KINDS,
  type Json,
  THEME_LABELS,
  UNIT_KINDS,
} from "./model.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
);

const level = v.object({
  mbo: v.exactOptional(v.pipe(count, v.maxValue(4))),
  nlqf: v.exactOptional(v.pipe(count, v.maxValue(8))),
  label: v.string(),
});

const themeMark = v.object({
  hash: v.string(),
  label: v.picklist(THEME_LABELS),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  partners: v.exactOptional(v.array(v.string())),
  rules: v.exactOptional(v.array(v.string())),
});

const statement = v.object({
  id: v.string(),
  unit: v.string(),
  section: v.string(),
  code: v.exactOptional(v.string()),
  level: v.exactOptional(level),
  text: v.nullable(v.string()),
  lead: v.exactOptional(v.nullable(v.string())),
  source: v.object({
    start: count,
    end: count,
    page: v.exactOptional(count),
    parts: v.exactOptional(v.array(v.tuple([count, count]))),
  }),
  scope: v.exactOptional(v.string()),
  variants: v.exactOptional(v.record(v.string(), v.picklist(["full", "partial"]))),
  features: v.exactOptional(
    v.object({
      hash: v.string(),
      bag: v.array(v.tuple([v.string(), count])),
      levels: v.exactOptional(v.array(v.tuple([v.string(), count, count]))),
      themes: v.exactOptional(v.record(v.string(), themeMark)),
    }),
  ),
});

const dossier = v.object({
  id: v.string(),
  title: v.string(),
  kind: v.picklist(DOSSIER_KINDS),
  level: v.nullable(level),
  version: v.exactOptional(v.string()),
  source: v.object({ file: v.string(), sha256: v.string(), format: v.string(), pages: v.exactOptional(count) }),
  units: v.array(
    v.object({
      id: v.string(),
      code: v.nullable(v.string()),
      codeOrigin: v.nullable(v.picklist(CODE_ORIGINS)),
      kind: v.picklist(UNIT_KINDS),
      title: v.string(),
      parent: v.nullable(v.string()),
      level: v.exactOptional(level),
      competencies: v.array(v.string()),
    }),
  ),
  variants: v.exactOptional(v.array(v.object({ id: v.string(), title: v.string(), level: v.nullable(level) }))),
  statements: v.array(statement),
  declaredSynonyms: v.array(
    v.object({ term: v.string(), members: v.array(v.string()), statement: v.nullable(v.string()) }),
  ),
  repairs: v.array(
    v.object({ start: count, end: count, from: v.nullable(v.string()), to: v.nullable(v.string()), rule: v.string() }),
  ),
  coverage: v.object({ statements: count, headings: count, furniture: count, background: count, unparsed: count }),
  warnings: v.array(v.object({ code: v.string(), message: v.string(), at: v.exactOptional(count) })),
});

const corpus: v.GenericSchema<unknown, Corpus> = v.object({
  schema: v.literal(CORPUS_SCHEMA),
  generator: v.object({ name: v.literal("ankerpunt"), version: v.string() }),
  settings: v.record(v.string(), json),
  dossiers: v.array(dossier),
  skipped: v.array(v.object({ file: v.string(), reason: v.string() })),
});

/**
 * Checks that a value is a corpus of this version's schema, and that statements and units refer to each other.
 * @returns the corpus, or one line that says where it is wrong
 */
export function parseCorpus(value: unknown): Corpus | string {
  const result = v.safeParse(corpus, value);
  if (!result.success) {
    const issue = result.issues[0];
    return `${v.getDotPath(issue) ?? "the document"}: ${issue.message}`;
  }
  for (const [i, d] of result.output.dossiers.entries()) {
    const units = new Set(d.units.map((unit) => unit.id));
    for (const [j, s] of d.statements.entries()) {
      if (!units.has(s.unit)) return `dossiers.${i}.statements.${j}.unit: no unit has the id "${s.unit}"`;
      if (s.text === null && !s.features) return `dossiers.${i}.statements.${j}: neither text nor features`;
    }
  }
  return result.output;
}
