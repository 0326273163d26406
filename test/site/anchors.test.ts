import { describe, expect, it } from "vitest";
import { anchorFindings } from "../../scripts/site/anchors.js";
import { levelNames } from "../../scripts/site/level-names.js";
import { Counterparts, compareSettings, findAnchors, findGaps, themeById } from "../../src/compare/index.js";
import { buildCorpus, withoutText } from "../../src/corpus/index.js";
import type { Corpus, Dossier } from "../../src/model.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const corpus = await buildCorpus([
  {
    file: "bakker.md",
    bytes: bytes(`# Bakker

## Kerntaak 1 Bakt brood

- Stemt het werk van de nacht af met de collega's van de winkel.
- Kneedt het deeg en laat het rijzen.

## Kerntaak 2 Maakt schoon

- Veegt de vloer van de bakkerij elke dag.
`),
  },
  {
    file: "slager.md",
    bytes: bytes(`# Slager

## Kerntaak 1 Verkoopt vlees

- Overlegt met de keurmeester over de kwaliteit van het vlees.
- Snijdt het vlees op maat.
`),
  },
]);
const id = "interprofessioneel-samenwerken";
const findings = (of: Corpus) => anchorFindings(new Counterparts(of.dossiers, compareSettings({})), of);

describe("anchorFindings", () => {
  const found = findings(corpus);
  const theme = found.themes.findIndex((one) => one.id === id);

  it("puts the theme that counts where none is chosen first", () => expect(theme).toBe(0));

  it("says of each statement what the library says", () => {
    const { statements } = findAnchors(corpus, themeById(id));
    const marks = corpus.dossiers.flatMap((dossier, d) =>
      dossier.statements.map((_, i) => found.files[theme]?.[d]?.marks?.find(([place]) => place === i)),
    );
    expect(statements.some(({ label }) => label === "kern")).toBe(true);
    expect(marks.map((mark) => (mark ? ["", "rand", "kern"][mark[1]] : "geen"))).toEqual(
      statements.map(({ label }) => label),
    );
    expect(marks.map((mark) => mark?.[5]?.map(([start, end]) => [start, end]) ?? [])).toEqual(
      statements.map(({ evidence }) => evidence.map(({ start, end }) => [start, end])),
    );
  });

  it("counts statements and units", () => {
    const [baker] = found.overviews[theme]?.dossiers ?? [];
    expect(baker).toMatchObject({ core: 1, marginal: 0, statements: 3, units: { core: 1, marginal: 0, all: 2 } });
  });

  it("finds the same gaps as the library", () => {
    const { gaps } = findGaps(corpus, themeById(id));
    expect(gaps.some(({ missing }) => missing.length > 0)).toBe(true);
    for (const [here, { missing }] of gaps.entries()) {
      const own = Object.entries(found.gaps[theme]?.[here] ?? {}).flatMap(([other, list]) =>
        list.map(([i]) => corpus.dossiers[Number(other)]?.statements[i]?.id),
      );
      expect(own).toEqual(missing.map((gap) => gap.id));
    }
  });

  it("keeps labels and partners without text, and no places of words", () => {
    const bare = findings(withoutText(corpus)).files[theme]?.[0]?.marks;
    expect(bare?.map(([i, label, , partners]) => [i, label, partners])).toEqual(
      found.files[theme]?.[0]?.marks?.map(([i, label, , partners]) => [i, label, partners]),
    );
    expect(bare?.every(([, , , , , words]) => words === null)).toBe(true);
  });

  it("knows nothing of a corpus without text that another version labelled", () => {
    const old = structuredClone(withoutText(corpus));
    for (const { features } of old.dossiers[0]?.statements ?? []) if (features) features.themes = {};
    const { files, overviews } = findings(old);
    expect(files[theme]?.map(({ marks }) => marks === null)).toEqual([true, false]);
    expect(overviews[theme]?.dossiers.map((one) => one === null)).toEqual([true, false]);
  });
});

describe("levelNames", () => {
  const [dossier] = corpus.dossiers as [Dossier, ...Dossier[]];
  const statement = dossier.statements[0] as Dossier["statements"][number];

  it("calls the same level by the same name, whatever the document says", () => {
    const name = (label: string) => levelNames({ ...dossier, level: { mbo: 4, nlqf: 4, label } }, statement);
    expect(name("Mbo-niveau 4")).toEqual(["NLQF 4 (mbo-niveau 4)"]);
    expect(name("mbo niveau 4")).toEqual(name("Mbo-niveau 4"));
  });

  it("takes the levels of the variants that a statement holds for", () => {
    const variants = [
      { id: "laag", title: "Laag", level: { mbo: 2, nlqf: 2, label: "mbo 2" } },
      { id: "hoog", title: "Hoog", level: { nlqf: 6, label: "hbo" } },
    ];
    expect(levelNames({ ...dossier, variants }, { ...statement, variants: { hoog: "full" } })).toEqual([
      "NLQF 6 (hbo-bachelor)",
    ]);
  });

  it("gives none where none is stated", () => expect(levelNames({ ...dossier, level: null }, statement)).toEqual([]));
});
