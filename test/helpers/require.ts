import { describe, it } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Why a test was skipped; scripts/test.mjs prints it at the end. */
    missing?: string;
  }
}

/** Set by CI: what would be skipped for lack of something fails instead. */
const REQUIRE_ALL = process.env.ANKERPUNT_REQUIRE_ALL === "1";

/**
 * As `describe`, for tests that need something this machine may not have.
 * @param missing what is missing and how to supply it; null when all is there
 * @param tests not called when something is missing: it may read files at once
 */
export function describeWith(
  missing: string | null,
  name: string,
  tests: () => void,
  options: { concurrent?: boolean } = {},
): void {
  if (missing === null) {
    describe(name, options, tests);
  } else if (REQUIRE_ALL) {
    it(name, () => {
      throw new Error(`${missing}; ANKERPUNT_REQUIRE_ALL=1 allows no skipping`);
    });
  } else {
    console.warn(`skipped: ${name} (${missing})`);
    it.skip(name, { meta: { missing } }, () => {});
  }
}
