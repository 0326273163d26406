import { describe, expect, test } from "vitest";
import { builtInThemes, parseTheme } from "../../src/themes/index.js";

const minimal = {
  schema: "ankerpunt/theme@1",
  id: "veilig-werken",
  title: "Veilig werken",
  version: "1.0.0",
  actions: { dragen: ["dragen"] },
  objects: { middel: ["helm"] },
  rules: [{ id: "middel-dragen", action: ["dragen"], object: ["middel"], label: "kern" }],
};

describe("a codebook", () => {
  test("needs little, and has a hash of all it says", () => {
    const theme = parseTheme(minimal);
    expect(theme.competencies).toEqual({ kern: [], rand: [] });
    expect(parseTheme({ ...minimal, objects: { middel: ["helm", "bril"] } }).hash).not.toBe(theme.hash);
    expect(parseTheme({ ...minimal, objects: { middel: ["helm"] } }).hash).toBe(theme.hash);
  });
  test.each([
    [{ title: "" }, /^title: an empty term/],
    [{ version: "1" }, /^version: /],
    [{ rules: [] }, /^rules: a theme needs a rule/],
    [{ rules: [{ id: "a", action: ["tillen"], label: "kern" }] }, /^rules\.0\.action: no "tillen".*there are dragen/],
    [{ rules: [{ id: "a", action: ["dragen"], partner: ["team"], label: "kern" }] }, /^rules\.0\.partner: no "team"/],
    [{ rules: [{ id: "a", label: "kern" }] }, /^rules\.0: a rule needs an action or an object/],
    [{ rules: [...minimal.rules, ...minimal.rules] }, /^rules\.1\.id: two rules/],
    [{ rulez: [] }, /rulez/],
    [{ examples: [{ label: "misschien", text: "x" }] }, /^examples\.0\.label/],
    [{ others: [{ terms: ["x"], besideClients: "buren" }] }, /^others\.0\.besideClients: no "buren"/],
  ])("that is wrong is refused with the place: %j", (change, message) => {
    expect(() => parseTheme({ ...minimal, ...change })).toThrow(message);
  });
  test("that is no object is refused", () => {
    expect(() => parseTheme([])).toThrow(/the codebook|Expected/);
  });
});

test("the themes of the program have notes, examples of every label, and ids of their own", () => {
  expect(builtInThemes().map(({ id }) => id)).toEqual([
    "digitale-vaardigheden",
    "interprofessioneel-samenwerken",
    "reflectie-en-professionalisering",
  ]);
  for (const theme of builtInThemes()) {
    expect(theme.notes.length).toBeGreaterThan(0);
    expect(new Set(theme.examples.map(({ label }) => label)).size).toBe(3);
  }
});
