import { describe, expect, test } from "vitest";
import { align, match } from "../../src/compare/index.js";
import { buildCorpus, mergeCorpora, withoutText } from "../../src/corpus/index.js";
import { parseCorpus } from "../../src/validate.js";
import { listCorpus, textCorpus } from "../helpers/corpora.js";

const encoder = new TextEncoder();
const text = "Samenwerken in de wijk\n\nDe wijkcoach overlegt met bewoners.\n\nZij maakt afspraken met de gemeente.\n";

describe("building a corpus", () => {
  test("orders by file name, whatever the order of the input", async () => {
    const inputs = ["b.txt", "a.txt"].map((file) => ({ file, bytes: encoder.encode(`${file[0]} ${text}`) }));
    const forward = await buildCorpus(inputs);
    expect(forward.dossiers.map((d) => d.source.file)).toEqual(["a.txt", "b.txt"]);
    expect(await buildCorpus([...inputs].reverse())).toEqual(forward);
  });
  test("lists what could not be read, and does the rest", async () => {
    const corpus = await buildCorpus([
      { file: "goed.txt", bytes: encoder.encode(text) },
      { file: "leeg.txt", bytes: new Uint8Array() },
    ]);
    expect(corpus.dossiers).toHaveLength(1);
    expect(corpus.skipped).toEqual([{ file: "leeg.txt", reason: "the file is empty" }]);
  });
  test("of nothing is empty", async () => {
    expect(await buildCorpus([])).toMatchObject({ dossiers: [], skipped: [] });
  });
  test("gives two dossiers of one title different ids", async () => {
    const { dossiers } = await textCorpus({ "a.txt": text, "b.txt": text });
    expect(new Set(dossiers.map((d) => d.id)).size).toBe(2);
    const ids = dossiers.flatMap((d) => d.statements.map((s) => s.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const d of dossiers) for (const s of d.statements) expect(s.id.startsWith(`${d.id}/`)).toBe(true);
  });
  test("ids do not depend on the file's name", async () => {
    const [a] = (await textCorpus({ "a.txt": text })).dossiers;
    const [b] = (await textCorpus({ "anders.txt": text })).dossiers;
    expect(b?.statements.map((s) => s.id)).toEqual(a?.statements.map((s) => s.id));
  });
  test("a change in one place does not change other ids", async () => {
    const [a] = (await textCorpus({ "a.txt": text })).dossiers;
    const [b] = (await textCorpus({ "a.txt": text.replace("bewoners", "alle bewoners") })).dossiers;
    expect(b?.statements[1]?.id).toBe(a?.statements[1]?.id);
    expect(b?.statements[0]?.id).not.toBe(a?.statements[0]?.id);
  });
});

describe("a corpus without text", async () => {
  const bare = withoutText(await textCorpus({ "a.txt": text }));
  test("holds no sentence and no order of words", () => {
    const json = JSON.stringify(bare);
    expect(json).not.toContain("overlegt met");
    expect(bare.dossiers[0]?.statements[0]?.features?.bag.map(([word]) => word)).toEqual(
      ["met", "overlegt", "_doelgroep"].sort(),
    );
  });
  test("is read back as it was written", async () => {
    const again = await buildCorpus([{ file: "corpus.json", bytes: encoder.encode(JSON.stringify(bare)) }]);
    expect(again).toEqual(bare);
  });
  test("keeps titles, and of those that are sentences the first words only", async () => {
    const long = withoutText(
      await textCorpus({
        "b.md":
          "# Raamwerk\n\n## De wijkcoach legt contact met alle bewoners van de wijk\n\n- belt aan\n\n## Werkt samen met anderen in de wijk en daarbuiten\n\n- overlegt\n",
      }),
    );
    expect(long.dossiers[0]?.units.map(({ title }) => title)).toEqual([
      "De wijkcoach legt contact …",
      "Werkt samen met anderen in de wijk en daarbuiten",
    ]);
    expect(JSON.stringify(long)).not.toContain("alle bewoners");
    expect(withoutText(long)).toEqual(long);
  });
  test("made again of itself is itself", () => {
    expect(withoutText(bare)).toEqual(bare);
  });
});

describe("corpora of different settings", () => {
  test("refuse to be combined", async () => {
    const inputs = [{ file: "a.txt", bytes: encoder.encode(text) }];
    const [one, other] = [await buildCorpus(inputs), await buildCorpus(inputs, { repair: false })];
    expect(() => mergeCorpora([one, other])).toThrow("different settings");
    expect(() => align(one, other, { by: "statement" })).toThrow("different settings");
    expect(() => match(one, other)).toThrow("different settings");
    const read = await buildCorpus([{ file: "c.json", bytes: encoder.encode(JSON.stringify(other)) }]);
    expect(read.skipped[0]?.reason).toContain("other settings");
  });
});

describe("an unchecked corpus", () => {
  test("is refused with the place where it is wrong", async () => {
    const corpus = await listCorpus({ a: ["Overlegt"] });
    expect(parseCorpus(JSON.parse(JSON.stringify(corpus)))).toEqual(corpus);
    const broken = JSON.parse(JSON.stringify(corpus).replace('"start":', '"begin":'));
    expect(parseCorpus(broken)).toContain("dossiers.0.statements.0.source");
    expect(parseCorpus(null)).toMatch(/object/i);
    const orphan = JSON.parse(JSON.stringify(corpus));
    orphan.dossiers[0].statements[0].unit = "nergens";
    expect(parseCorpus(orphan)).toContain('no unit has the id "nergens"');
  });
  test.each([
    ["JSON of another program", ' {"statements": ["Overlegt"]}', "JSON that is no corpus"],
    ["a list in JSON", '["Overlegt", "Plant"]', "JSON that is no corpus"],
    ["not JSON", '{"schema": "ankerpunt/corpus@1", ', "a corpus, but not valid JSON"],
    ["another version", '{"schema": "ankerpunt/corpus@9"}', "ankerpunt/corpus@9"],
    ["something missing", '{"schema": "ankerpunt/corpus@1"}', "not a valid corpus"],
  ])("%s is skipped with one line", async (_, content, reason) => {
    const { skipped } = await buildCorpus([{ file: "c.json", bytes: encoder.encode(content) }]);
    expect(skipped[0]?.reason).toContain(reason);
    expect(skipped[0]?.reason).not.toContain("\n");
  });
});
