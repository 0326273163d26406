import { describe, expect, it } from "vitest";
import type { DossierFile, StatementSummary } from "../../docs/components/types.js";
import { searchFiles } from "../../scripts/site/search.js";
import { markedPieces, searchIndex, searchQuery, shardOf } from "../../scripts/site/search-core.js";

const statement = (id: string, text: string | null, more: Partial<StatementSummary> = {}): StatementSummary => ({
  id,
  unit: "u1",
  section: "taak",
  text,
  ...more,
});

const dossier = (statements: StatementSummary[]): DossierFile => ({
  id: "d",
  withSource: false,
  levels: [],
  competencies: {},
  units: [
    { id: "u1", code: "B1-K1-W2", kind: "werkproces", title: "Snoeit de hagen", parent: null },
    { id: "u2", code: "B1-K1-W12", kind: "werkproces", title: "Ruimt op", parent: null },
  ],
  statements,
  repairs: [],
  synonyms: [],
  warnings: [],
});

const dossiers = [
  dossier([
    statement("a", "Is coördinerend voor het groenteam in de wijk."),
    statement("b", "Begeleidt vrijwilligers bij het planten.", { section: "gedrag" }),
    statement("c", "Toont de constructor van het hek <b>en</b> het zorg-/leefplan."),
  ]),
  dossier([
    statement("a", null, { code: "7" }),
    statement("b", "Begeleiden van het non-verbale team. Het plan is gemaakt."),
  ]),
];
const titles = [{ title: "Hovenier één" }, { title: "Tuinman" }] as { title: string }[];
const made = searchFiles({ dossiers: titles } as Parameters<typeof searchFiles>[0], dossiers);
/** What a question finds, as [dossier, place]; place 0 is its title, 1 and 2 its units. */
const found = (question: string): number[][] =>
  searchIndex(made.shards, searchQuery(question)).hits.map(({ dossier: d, place }) => [d, place]);

describe("the search", () => {
  it.each<[string, string, number[][]]>([
    ["a word without its accent", "coordinerend", [[0, 3]]],
    ["a word with an accent and capitals", "COÖRDINEREND", [[0, 3]]],
    ["a decomposed accent", "coo\u0308rdinerend", [[0, 3]]],
    [
      "the word itself before other forms of it",
      "begeleiden",
      [
        [1, 4],
        [0, 4],
      ],
    ],
    ["the beginning of a word", "vrijw", [[0, 4]]],
    ["only what has all words", "begeleidt team", [[1, 4]]],
    ["the participle of a verb, which begins with other letters", "maken", [[1, 4]]],
    ["a part of a word with a hyphen", "verbale", [[1, 4]]],
    ["a word with a hyphen written as one", "nonverbale", [[1, 4]]],
    ["the whole code and no longer one", "b1-k1-w1", []],
    [
      "a code",
      "b1-k1-w12",
      [
        [0, 2],
        [1, 2],
      ],
    ],
    ["a title", "tuinman", [[1, 0]]],
    ["the code of a statement without text", "7", [[1, 3]]],
    ["a word that objects have by nature", "constructor", [[0, 5]]],
    ["nothing for what objects have by nature", "hasOwnProperty", []],
    ["nothing for a word that is not there", "zeilboot", []],
    ["nothing for function words alone", "het van de", []],
    ["nothing for marks alone", "!?", []],
    ["nothing for an empty question", "", []],
  ])("finds %s", (_name, question, hits) => expect(found(question)).toEqual(hits));

  it("says which words it did not look for", () => {
    expect(searchQuery("de hagen van B1").ignored).toEqual(["de", "van"]);
    expect(searchQuery("de hagen van B1").words).toEqual(["hagen", "b1"]);
  });

  it("takes the text apart where it answers, and loses none of it", () => {
    const text = "Is coördinerend, en <b>begeleidt</b> coördinatoren.";
    const pieces = markedPieces(text, new Set(["coordinerend", "begeleidt"]));
    expect(pieces.filter((_, i) => i % 2 === 1)).toEqual(["coördinerend", "begeleidt"]);
    expect(pieces.join("")).toBe(text);
  });

  it("splits the words over files by their first letters, whose names are safe", () => {
    expect(new Set(["be", "co"].flatMap((name) => Object.keys(made.shards.get(name)?.words ?? {})))).toContain(
      "begeleidt",
    );
    expect(made.overview.shards).toEqual([...made.shards.keys()].sort());
    expect(["ærø", "x", "œuvre", "été"].map(shardOf)).toEqual(["_e6r", "x", "_153u", "_e9t"]);
    for (const name of made.overview.shards) expect(name).toMatch(/^[a-z0-9_]+$/);
  });

  it("knows the section of every statement, in turn", () => {
    const { sections, dossiers: runs } = made.overview;
    expect(sections).toEqual(["gedrag", "taak"]);
    expect(runs).toEqual([
      [1, 1, 0, 1, 1, 1],
      [1, 2],
    ]);
  });
});
