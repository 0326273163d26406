import manifest from "../package.json" with { type: "json" };
import type { Generator } from "./model.js";

/** Name and version that stand in every result. */
export const GENERATOR: Generator = { name: "ankerpunt", version: manifest.version };
