import { afterAll, beforeAll } from "vitest";
import { describeBrowser } from "../helpers/chromium.js";
import { openSite, type TestSite } from "./setup.js";
import { tasks } from "./tasks.js";

describeBrowser("t", (path) => {
  let s: TestSite;
  beforeAll(async () => {
    s = await openSite(path);
  });
  afterAll(() => s.close());
  tasks(() => s);
});
