/** Makes units and statements of the part of a profile that describes competencies. */
import type { Unit } from "../model.js";
import { type Competency, findCompetencies, type Part } from "./beroepscompetentieprofiel-competencies.js";
import { harvest, markLines, only, type Profile, readBackground } from "./beroepscompetentieprofiel-shared.js";
import { nameKey } from "./beroepscompetentieprofiel-variants.js";
import { collapse } from "./builder.js";
import { headingKey } from "./headings.js";
import { type Line, passages } from "./lines.js";
import { MatrixReader, type PlacedRow } from "./matrix-reader.js";
import { requirements } from "./requirements.js";

/** @param unit that of the chapter */
export function readCompetencyPart(profile: Profile, lines: readonly Line[], unit: Unit): void {
  const { builder } = profile;
  const reader = new MatrixReader(builder, lines);
  const found = findCompetencies(lines, reader);
  readBackground(profile, found.intro);
  markLines(builder, found.overview, "headings");

  const areas = new Map<string, Unit>();
  for (const { code, title, lines: own } of found.areas) {
    markLines(builder, own, "headings");
    if (!areas.has(code)) areas.set(code, builder.unit({ kind: "competentiegebied", code, title, parent: unit }));
  }
  for (const [code, title] of found.areaTitles) {
    if (!areas.has(code)) areas.set(code, builder.unit({ kind: "competentiegebied", code, title, parent: unit }));
  }

  const matrices = found.competencies.flatMap(({ parts }) =>
    parts.filter((part) => part.lines.some((line) => reader.hasMarks(line))),
  );
  const placed = reader.place(matrices);
  const rows = new Map<Part, PlacedRow[]>(matrices.map((part, i) => [part, placed[i] as PlacedRow[]]));

  const described = new Set<string>();
  for (const competency of found.competencies) {
    if (described.has(competency.code)) {
      builder.warn("code-twice", `${competency.code} stands twice`, sourceOf(profile, competency));
    }
    described.add(competency.code);
    const parent = (competency.area === null ? null : areas.get(competency.area)) ?? unit;
    const own = builder.unit({ kind: "competentie", code: competency.code, title: competency.title, parent });
    readCompetency(profile, competency, own, reader, rows);
  }
  // What the overview names and the document does not describe.
  for (const [code, title] of found.titles) {
    if (described.has(code)) continue;
    const area = /^(\d+)\.|^([A-Z])\d/u.exec(code)?.slice(1).find(Boolean);
    builder.unit({ kind: "competentie", code, title, parent: areas.get(area ?? "") ?? unit });
    builder.warn("not-described", `competentie ${code} of the overview is not described`);
  }
}

function sourceOf({ builder }: Profile, { heading, description }: Competency): number {
  const line = heading[0] ?? (description[0] as Line);
  return builder.coverage.repaired.mapped.toSource(line.start, line.start + 1)[0];
}

function readCompetency(
  profile: Profile,
  { heading, description, descriptionStart, title, parts }: Competency,
  unit: Unit,
  reader: MatrixReader,
  rows: ReadonlyMap<Part, PlacedRow[]>,
): void {
  const { builder } = profile;
  markLines(builder, heading, "headings");
  const [first] = description;
  const last = description.at(-1);
  if (first && last) {
    builder.coverage.mark(first.start, descriptionStart, "headings");
    // A description that only repeats the title states nothing.
    const text = collapse(builder.text.slice(descriptionStart, last.end));
    if (headingKey(text) === headingKey(title)) builder.coverage.mark(descriptionStart, last.end, "headings");
    else readSentences(profile, descriptionStart, last.end, unit, "omschrijving");
  }
  for (const part of parts) {
    markLines(builder, part.head, "headings");
    const own = rows.get(part);
    if (part.lead) builder.coverage.mark(part.lead.start, part.lead.end, "statements");
    const lead = part.lead?.text;
    if (own) reader.write(own, { unit, section: part.section, lead, scope: part.scope ?? undefined });
    else readList(profile, part, unit);
  }
}

/** A part without marks: items, or sentences. */
function readList(profile: Profile, part: Part, unit: Unit): void {
  const { builder, width, variantIds } = profile;
  const scoped =
    part.scope === null ? [] : [...variantIds].filter(([key]) => nameKey(part.scope as string).includes(key));
  const variants = Object.assign({}, ...scoped.map(([, id]) => only(id).variants));
  const more = Object.keys(variants).length > 0 ? { variants } : part.scope === null ? {} : { scope: part.scope };
  let lead = part.lead?.text;
  const all = passages(part.lines, width);
  for (const [i, passage] of all.entries()) {
    const text = collapse(builder.text.slice(passage.start, passage.end));
    const item = passage.markerStart !== undefined || part.section === "proces";
    if (!item && /:$/u.test(text) && all[i + 1]?.markerStart !== undefined) {
      lead = text;
      builder.coverage.mark(passage.start, passage.end, "statements");
      continue;
    }
    builder.coverage.mark(passage.markerStart ?? passage.start, passage.start, "statements");
    if (item) {
      builder.statement({
        unit,
        section: part.section,
        start: passage.start,
        end: passage.end,
        ...(lead ? { lead } : {}),
        ...more,
      });
    } else readSentences(profile, passage.start, passage.end, unit, part.section);
  }
}

function readSentences({ builder }: Profile, start: number, end: number, unit: Unit, section: string): void {
  const body = builder.text.slice(start, end);
  for (const [a, b] of requirements(body)) {
    if (harvest(builder, body.slice(a, b))) builder.coverage.mark(start + a, start + b, "background");
    else builder.statement({ unit, section, start: start + a, end: start + b });
  }
}
