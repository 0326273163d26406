/** What other dossiers ask for a theme that is missing in one: grouped, so that the same asked in several is one gap. */
import { html } from "npm:htl";
import type { GapsFile, GapTuple } from "./anchor-types.js";
import { type DossierWithAnchors, levelsAt, loadAnchors, markTags, missingRows, partnerName } from "./anchors.js";
import { blockOf } from "./blocks.js";
import { load, type PlacedStatement } from "./data.js";
import { growing, marked } from "./lists.js";
import { lead, place, statementText } from "./pairs.js";
import type { Sheet } from "./sheets.js";
import type { Overview } from "./types.js";
import { counted, type NumberedDossier, score } from "./words.js";

/** A statement of another dossier that has no counterpart here. */
interface Passage {
  there: DossierWithAnchors;
  statement: PlacedStatement;
  nearest: PlacedStatement | undefined;
  likeness: number;
}

export interface Gaps {
  here: DossierWithAnchors;
  /** Each gap with its passages; what is asked in most dossiers first. */
  groups: Passage[][];
}

/**
 * What colleagues in other dossiers are asked.
 * @param id of one other dossier; all of them without
 * @param level as the pages name it; every level without
 */
export async function loadGaps(
  overview: Overview,
  here: DossierWithAnchors,
  dossiers: readonly NumberedDossier[],
  id: string | undefined,
  level = "",
): Promise<Gaps> {
  const others = missingRows(dossiers, here)
    .filter(({ dossier, missing }) => missing > 0 && (id === undefined || dossier.id === id))
    .map(({ dossier }) => dossier)
    .sort((a, b) => a.number - b.number);
  const folder = `data/ankerpunten/${here.theme.id}/`;
  const blocks = [...new Set(others.map(({ number }) => blockOf(number - 1)))];
  const [loaded, files] = await Promise.all([
    Promise.all(others.map((other) => loadAnchors(overview, other.id, here.theme))),
    Promise.all(blocks.map((n) => load<GapsFile>(overview, `${folder}${here.dossier.key}.gemis.${n}.json`))),
  ]);
  const all: GapsFile = Object.assign({}, ...files);
  const groups = new Map<number, Passage[]>();
  for (const there of loaded.filter((one) => one !== null)) {
    for (const [i, j, likeness, meaning] of (all[there.dossier.number - 1] ?? []) as GapTuple[]) {
      const statement = there.statements[i] as PlacedStatement;
      if (level !== "" && !levelsAt(there, statement, "").includes(level)) continue;
      const passage = { there, statement, nearest: here.statements[j], likeness };
      groups.set(meaning, [...(groups.get(meaning) ?? []), passage]);
    }
  }
  // The sort is stable: ties keep the order of the dossiers.
  return { here, groups: [...groups.values()].sort((a, b) => askedIn(b) - askedIn(a)) };
}

const askedIn = (passages: readonly Passage[]): number => new Set(passages.map(({ there }) => there.dossier.id)).size;

const words = ({ there, statement }: Passage): HTMLElement =>
  statement.text === null
    ? statementText(statement)
    : html`<p class="statement">${lead(statement)}${marked(statement.text, there.mark(statement).words)}</p>`;

const source = ({ there, statement }: Passage): HTMLElement =>
  html`<p class="where">${there.dossier.name} · ${place(statement)}</p>`;

export function gapList({ groups }: Gaps): HTMLElement {
  return growing(
    groups,
    (passages) => {
      const [first, ...more] = passages as [Passage, ...Passage[]];
      const { there, statement, nearest, likeness } = first;
      return html`<li>${words(first)}${source(first)}${markTags(there, statement, false)}${
        more.length === 0
          ? ""
          : html`<details><summary>Hetzelfde in ${counted(more.length, "andere passage", "andere passages")}${askedIn(passages) > 1 ? ` (samen ${counted(askedIn(passages), "dossier", "dossiers")})` : ""}</summary>${more.map(
              (passage) => html`<div>${words(passage)}${source(passage)}</div>`,
            )}</details>`
      }${
        nearest === undefined
          ? ""
          : html`<details><summary>Wat hier het meest lijkt (gelijkenis ${score(likeness)})</summary>${statementText(nearest)}<p class="where">${place(nearest)}</p></details>`
      }</li>`;
    },
    "Alles wat daar kern is, heeft hier een tegenhanger.",
  );
}

/** A row for each passage; those of one gap have its number. */
export function gapSheet({ here, groups }: Gaps): Sheet {
  return {
    name: `${here.theme.id}-niet-gevonden`,
    columns: [
      "niet_in",
      "nummer",
      "gevraagd_in",
      "wel_in",
      "id",
      "code",
      "onderdeel",
      "sectie",
      "partners",
      "tekst",
      "meest_gelijkend",
      "gelijkenis",
    ],
    rows: groups.flatMap((passages, n) =>
      passages.map(({ there, statement: s, nearest, likeness }) => [
        here.dossier.id,
        n + 1,
        askedIn(passages),
        there.dossier.id,
        s.id,
        s.place?.code ?? null,
        s.place?.title ?? null,
        s.section,
        there.mark(s).partners.map(partnerName).join(", "),
        s.text,
        nearest?.id ?? null,
        likeness,
      ]),
    ),
  };
}
