import { describe, expect, test } from "vitest";
import type { Dossier } from "../../src/model.js";
import { builtInThemes, Labeller, parseTheme } from "../../src/themes/index.js";
import { unitCorpus } from "../helpers/corpora.js";

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
    [{ rules: [{ id: "a", label: "kern" }] }, /^rules\.0: a rule needs an action, an object, or partners/],
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

describe("rules", () => {
  const label = (rule: object, text: string): string | undefined => {
    const theme = parseTheme({
      ...minimal,
      partners: { team: ["collega"] },
      actions: { dragen: ["dragen"], kijken: ["kijken"] },
      rules: [{ id: "r", label: "kern", ...rule }],
    });
    const { dossiers } = unitCorpus("d", [{ kind: "taak", title: "", texts: [text] }]);
    return new Labeller(theme).label(dossiers[0] as Dossier)[0]?.label;
  };
  test("unless: not where such an action stands in the clause", () => {
    const rule = { object: ["middel"], unless: ["kijken"] };
    expect(label(rule, "Pakt een helm.")).toBe("kern");
    expect(label(rule, "Kijkt naar een helm.")).toBe("geen");
  });
  test("unnamed: whoever stands behind the preposition, if no list names them", () => {
    const rule = { action: ["dragen"], unnamed: ["met"] };
    expect(label(rule, "Draagt de balk met een voorbijganger.")).toBe("kern");
    expect(label(rule, "Draagt de balk met name binnen.")).toBe("geen");
    expect(label(rule, "Draagt de balk.")).toBe("geen");
  });
  test("partners with their prepositions need no action", () => {
    const rule = { partner: ["team"], via: ["met"] };
    expect(label(rule, "Zingt met collega's.")).toBe("kern");
    expect(label(rule, "Zingt voor collega's.")).toBe("geen");
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
