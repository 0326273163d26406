import { describe, expect, test } from "vitest";
import { withoutText } from "../../src/corpus/index.js";
import type { Corpus, DeclaredSynonym, Dossier } from "../../src/model.js";
import { explain, Scorer } from "../../src/similarity/index.js";
import { dossierFeatures, eachFeatures } from "../../src/text/index.js";
import { unitCorpus } from "../helpers/corpora.js";

const declare = (term: string, ...members: string[]): DeclaredSynonym => ({ term, members, statement: null });
function dossier(texts: string[], ...declaredSynonyms: DeclaredSynonym[]): Dossier {
  const [own] = unitCorpus("A", [{ kind: "section", title: "", texts }]).dossiers as [Dossier];
  return { ...own, declaredSynonyms };
}
const first = (one: Dossier) => dossierFeatures(one)[0] as ReturnType<typeof dossierFeatures>[number];
const score = (a: Dossier, b: Dossier): number => new Scorer([first(b)]).scores(first(a))[0] as number;

const other = () => dossier(["Werkt de kluslijst bij"]);

describe("what a document declares", () => {
  test("makes its word the other, both ways, and says so", () => {
    const plain = dossier(["Werkt het bestek bij"]);
    for (const told of [declare("bestek", "kluslijst"), declare("kluslijst", "bestek")]) {
      const own = dossier(["Werkt het bestek bij"], told);
      expect(score(own, other())).toBeGreaterThan(score(plain, other()) + 0.1);
      expect(score(own, other())).toBeCloseTo(score(other(), own), 8);
      expect(explain(first(own), first(other())).words).toContainEqual(
        expect.objectContaining({ a: "bestek", b: "kluslijst", by: "declared" }),
      );
    }
  });
  test("holds for its own statements only, and members are not each other", () => {
    const list = declare("naaste", "buurman", "nicht");
    const own = dossier(["Belt de nicht"], list);
    expect(score(own, dossier(["Belt de naaste"]))).toBeGreaterThan(score(own, dossier(["Belt de buurman"])));
    expect(first(dossier(["Veegt de stoep"], list)).declared).toBeUndefined();
  });
  test("a name of several words counts where all of them stand, and by its synonyms", () => {
    const told = declare("bestek", "lijst van klussen");
    expect(first(dossier(["Maakt een lijst van de klussen"], told)).declared).toEqual([
      ["klussen", ["bestek"]],
      ["lijst", ["bestek"]],
    ]);
    expect(first(dossier(["Maakt een lijst"], told)).declared).toBeUndefined();
  });
  test("makes a word the target group", () => {
    const own = dossier(["Helpt de rijder met zijn fiets"], declare("rijder", "klant"));
    const plain = dossier(["Helpt de rijder met zijn fiets"]);
    const target = dossier(["Helpt de cliënt met zijn fiets"]);
    expect(score(own, target)).toBeGreaterThan(score(plain, target));
  });
  test("gives the professional another name where it is about the professional", () => {
    const texts = ["snoeit", "plant", "maait"].map((verb) => `De medewerker groen ${verb} in de tuin`);
    const name = declare("medewerker groen", "kweker");
    const bag = (...declared: DeclaredSynonym[]) =>
      dossierFeatures(dossier([...texts, "De kweker snoeit in de tuin"], ...declared)).at(-1);
    expect(bag(name)?.hash).toBe(bag(declare("chef", "kweker"), name)?.hash);
    expect(bag(name)?.bag.map(([word]) => word)).not.toContain("kweker");
    expect(bag(declare("chef", "kweker"))?.bag.map(([word]) => word)).toContain("kweker");
  });
  test("travels without text and gives the same score", () => {
    const own = dossier(["Werkt het bestek bij"], declare("bestek", "kluslijst"));
    const corpus: Corpus = { ...unitCorpus("A", []), dossiers: [own] };
    const bare = JSON.parse(JSON.stringify(withoutText(corpus))) as Corpus;
    expect(JSON.stringify(bare)).not.toContain('"declared":');
    expect(score(bare.dossiers[0] as Dossier, other())).toBe(score(own, other()));
  });
});

test("statements one after another have the features of their dossiers, with what each declares", () => {
  const dossiers = [
    dossier(["Snoeit de heg en de haag", "", "Overlegt"], declare("heg", "haag")),
    dossier(["Overlegt"]),
  ];
  const corpus = { ...unitCorpus("B", []), dossiers };
  const each = [...eachFeatures(corpus)];
  expect(each.map(([statement]) => statement)).toEqual(dossiers.flatMap(({ statements }) => statements));
  expect(each.map(([, features]) => features)).toEqual(dossiers.flatMap(dossierFeatures));
  expect(each[0]?.[1].declared).toBeDefined();
});
