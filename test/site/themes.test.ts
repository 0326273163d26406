import { expect, test } from "vitest";
import { themesInOrder } from "../../scripts/site/themes.js";
import { builtInThemes, DEFAULT_THEME } from "../../src/themes/index.js";

test("every theme is offered once, first the one that counts where nobody chooses", () => {
  const ids = themesInOrder().map(({ id }) => id);
  expect(ids[0]).toBe(DEFAULT_THEME);
  expect([...ids].sort()).toEqual(builtInThemes().map(({ id }) => id));
});
