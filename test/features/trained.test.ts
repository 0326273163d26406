import { expect, test } from "vitest";
import { parseVectors, trainedVector, trainVectors, vectorsToJson } from "../../src/features/index.js";
import { features } from "../../src/text/index.js";

/** Two worlds of words that never stand together. */
const WORLDS = ["fiets band zadel ketting stuur bel", "soep pan lepel ui wortel bouillon"].map((world) =>
  world.split(" "),
);
const texts = Array.from({ length: 120 }, (_, i) => {
  const world = WORLDS[i % 2] as string[];
  return [0, 1, 2, 3].map((k) => world[(i + k) % world.length]).join(" ");
});
const trained = trainVectors(texts, { dimensions: 2 });
const cosine = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => trainedVector(trained, features(text)));
  return x && y ? x.reduce((sum, value, d) => sum + value * (y[d] as number), 0) : Number.NaN;
};

test("words that stand in like company are near, others are not", () => {
  expect(cosine("zadel", "ketting")).toBeGreaterThan(0.5);
  expect(cosine("zadel", "lepel")).toBeLessThan(0);
  expect(trainedVector(trained, features("olifant"))).toBeNull();
});

test("the same texts and seed give the same vectors, another seed says so", () => {
  expect(vectorsToJson(trainVectors(texts, { dimensions: 2 }))).toEqual(vectorsToJson(trained));
  const other = trainVectors(texts, { dimensions: 2, seed: 2 });
  expect(other.settings.hash).not.toBe(trained.settings.hash);
});

test("written and read they are the same", () => {
  expect(parseVectors(JSON.parse(JSON.stringify(vectorsToJson(trained))))).toEqual(trained);
});

test("fewer words than dimensions give as many dimensions; none give no words", () => {
  expect(trainVectors(["maait gras", "maait gras", "maait gras"]).mean.length).toBe(2);
  expect(trainVectors([])).toMatchObject({ words: [] });
  expect(trainVectors(["een keer"]).words).toEqual([]);
});

test.each([
  ["another document", { schema: "ankerpunt/corpus@1" }, "no vectors"],
  ["nothing", null, "no vectors"],
  ["a file that is cut off", { ...vectorsToJson(trained), rows: "AAAA" }, "cut off"],
])("%s is refused", (_, value, message) => expect(() => parseVectors(value)).toThrow(message));
