import { describe, expect, test } from "vitest";
import { compareVersions, SelectionError } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { unitCorpus } from "../helpers/corpora.js";

const only = (corpus: Corpus): Dossier => corpus.dossiers[0] as Dossier;
const heg = "Snoeit heggen en hagen in het voorjaar";
const helm = "Draagt een helm bij het werk met machines";
const boek = "Adviseert lezers over boeken die bij hen passen";
const koor = "Zingt op vrijdag in het koor van de wijk";
const meld = "Meldt gevaarlijke situaties bij de leidinggevende";

const before = only(
  unitCorpus("tuin", [
    { kind: "werkproces", code: "W1", title: "Verzorgt de beplanting", texts: [heg, helm, koor] },
    { kind: "werkproces", code: "W2", title: "Werkt veilig", texts: [meld] },
    { kind: "werkproces", code: "W3", title: "Zingt", texts: [] },
  ]),
);
const after = only(
  unitCorpus("tuin", [
    {
      kind: "werkproces",
      code: "W1",
      title: "Werkt veilig",
      texts: [helm, meld.replace("leidinggevende", "teamleider")],
    },
    { kind: "werkproces", code: "W2", title: "Verzorgt de beplanting", texts: [`${heg}.`, boek] },
  ]),
);
const result = compareVersions(before, after);

describe("two versions of one document", () => {
  test("units keep their identity under another code", () => {
    expect(result.units.map(({ status, oldCode, newCode, newTitle }) => [status, oldCode, newCode, newTitle])).toEqual([
      ["changed", "W2", "W1", "Werkt veilig"],
      ["changed", "W1", "W2", "Verzorgt de beplanting"],
      ["dropped", "W3", null, null],
    ]);
  });
  test("statements are kept, moved, changed, new or dropped; every one of both is there once", () => {
    expect(result.statements.map(({ status, newText, oldText }) => [status, newText ?? oldText])).toEqual([
      ["moved", helm],
      ["changed", "Meldt gevaarlijke situaties bij de teamleider"],
      // A full stop is no other word.
      ["kept", `${heg}.`],
      ["new", boek],
      ["dropped", koor],
    ]);
    expect(result.counts).toEqual({ kept: 1, moved: 1, changed: 1, new: 1, dropped: 1 });
  });
  test("what was changed shows its words, from which both texts can be made again", () => {
    const { diff, oldText, newText } = result.statements[1] ?? {};
    expect(diff?.filter((part) => part.in !== "both")).toEqual([
      { in: "old", text: "leidinggevende" },
      { in: "new", text: "teamleider" },
    ]);
    const made = (side: "old" | "new") =>
      diff
        ?.filter((part) => part.in === "both" || part.in === side)
        .map(({ text }) => text)
        .join("");
    expect([made("old"), made("new")]).toEqual([oldText, newText]);
  });
  test("a document and itself: all is kept", () => {
    const { counts, units } = compareVersions(before, before);
    expect(counts).toEqual({ kept: 4, moved: 0, changed: 0, new: 0, dropped: 0 });
    expect(units.every(({ status }) => status === "kept")).toBe(true);
  });
  test("a sentence that stands in two units is held against the one in the same unit", () => {
    const twice = only(
      unitCorpus("twee", [
        { kind: "taak", code: "1", title: "Snoeien", texts: [meld, heg] },
        { kind: "taak", code: "2", title: "Lezen", texts: [meld, boek] },
      ]),
    );
    expect(compareVersions(twice, twice).counts).toMatchObject({ kept: 4, moved: 0 });
  });
  test("a negation is a change, however alike", () => {
    const [old, now] = ["Deelt gegevens van de client", "Deelt geen gegevens van de client"].map((text) =>
      only(unitCorpus("x", [{ kind: "taak", code: "1", title: "Delen", texts: [text] }])),
    );
    expect(compareVersions(old as Dossier, now as Dossier).counts.changed).toBe(1);
  });
  test("without text there are no words to compare", () => {
    const bare = withoutText({ ...unitCorpus("x", []), dossiers: [before] });
    expect(() => compareVersions(only(bare), after)).toThrow(SelectionError);
  });
});
