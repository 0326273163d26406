import { buildCorpus } from "../../src/corpus/index.js";
import { GENERATOR } from "../../src/generator.js";
import {
  CORPUS_SCHEMA,
  type Corpus,
  type Dossier,
  type DossierKind,
  type Statement,
  type UnitKind,
} from "../../src/model.js";

const encoder = new TextEncoder();

/** A corpus of statement lists: one document of the given texts for each name. */
export function listCorpus(documents: Record<string, readonly string[]>): Promise<Corpus> {
  const inputs = Object.entries(documents).map(([name, texts]) => ({
    file: `${name}.csv`,
    bytes: encoder.encode(
      `id,text,document\n${texts.map((text, i) => `${name}-${i + 1},"${text.replace(/"/g, '""')}",${name}`).join("\n")}\n`,
    ),
  }));
  return buildCorpus(inputs);
}

/** A corpus of text files. */
export function textCorpus(files: Record<string, string>): Promise<Corpus> {
  return buildCorpus(Object.entries(files).map(([file, text]) => ({ file, bytes: encoder.encode(text) })));
}

export interface UnitTexts {
  kind: UnitKind;
  code?: string;
  title: string;
  /** Code of the unit that holds it. */
  parent?: string;
  /** Texts, or texts by section. */
  texts?: readonly string[];
  sections?: Record<string, readonly string[]>;
}

/** A corpus of one dossier with the units given, in order. */
export function unitCorpus(id: string, units: readonly UnitTexts[], kind: DossierKind = "kwalificatiedossier"): Corpus {
  const idOf = (code: string): string => `${id}/${code.toLowerCase()}`;
  let at = 0;
  const dossier: Dossier = {
    id,
    title: id,
    kind,
    level: null,
    source: { file: `${id}.txt`, sha256: "0".repeat(64), format: "text" },
    units: units.map(({ kind: own, code, title, parent }, i) => ({
      id: idOf(code ?? `u${i}`),
      code: code ?? null,
      codeOrigin: code === undefined ? null : "source",
      kind: own,
      title,
      parent: parent === undefined ? null : idOf(parent),
      competencies: [],
    })),
    statements: units.flatMap(({ code, texts, sections }, i) =>
      Object.entries(sections ?? { omschrijving: texts ?? [] }).flatMap(([section, list]) =>
        list.map((text, n): Statement => {
          const start = at;
          at += text.length + 1;
          const unit = idOf(code ?? `u${i}`);
          return { id: `${unit}/${section}-${n + 1}`, unit, section, text, source: { start, end: at - 1 } };
        }),
      ),
    ),
    declaredSynonyms: [],
    repairs: [],
    coverage: { statements: 0, headings: 0, furniture: 0, background: 0, unparsed: 0 },
    warnings: [],
  };
  return { schema: CORPUS_SCHEMA, generator: GENERATOR, settings: {}, dossiers: [dossier], skipped: [] };
}
