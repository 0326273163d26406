// The house (see DESIGN.md): data flows one way, and a room imports only from rooms before it.
// test/house.test.ts breaks each rule once, so that a rule that catches nothing is noticed.

const ROOMS = [
  "model",
  "language",
  "read",
  "repair",
  "parse",
  "text",
  "features",
  "similarity",
  "themes",
  "corpus",
  "compare",
  "evaluate",
  "charts",
  "export",
  "node",
  "cli",
];

/** A room is a folder or a file of that name; validate.ts and generator.ts belong to the model. */
const room = (...names) => `^src/(${names.join("|").replace("model", "model|validate|generator")})(/|[.]ts$)`;

const later = ROOMS.slice(0, -1).map((name, i) => ({
  name: `${name}-imports-from-before`,
  comment: `${name} may not know about the rooms after it.`,
  severity: "error",
  from: { path: room(name) },
  to: { path: room(...ROOMS.slice(i + 1)) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...later,
    {
      name: "charts-draw-only",
      comment: "Charts turn findings into specifications: they take the model and the types of findings, no computing.",
      severity: "error",
      from: { path: room("charts") },
      to: { path: "^src/", pathNot: room("model", "charts", "compare") },
    },
    {
      name: "charts-take-types-of-findings",
      severity: "error",
      from: { path: room("charts") },
      to: { path: room("compare"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "node-only-in-node",
      comment: "All rooms but node/ and cli/ run in a browser too.",
      severity: "error",
      from: { path: "^src/", pathNot: room("node", "cli") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "node-packages-only-in-node",
      comment: "The same for packages that need Node.",
      severity: "error",
      from: { path: "^src/", pathNot: room("node", "cli") },
      to: { path: "node_modules/(commander|tinyglobby)/" },
    },
    {
      name: "cli-is-the-end",
      comment: "Nothing builds on the command line.",
      severity: "error",
      from: { pathNot: room("cli") },
      to: { path: room("cli") },
    },
    {
      name: "index-without-node",
      comment: "The public entry runs in a browser too.",
      severity: "error",
      from: { path: "^src/index[.]ts$" },
      to: { path: room("node", "cli") },
    },
    {
      name: "rooms-not-through-index",
      comment: "index.ts is for users of the package, and for cli/; the rooms import the rooms that they need.",
      severity: "error",
      from: { path: "^src/", pathNot: room("cli") },
      to: { path: "^src/index[.]ts$" },
    },
    {
      name: "src-stands-alone",
      comment: "The library knows nothing of the site, the tests and the scripts; data/ is open to all.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(docs|test|scripts|dist|site|tools)/" },
    },
    {
      name: "natural-by-subpath",
      comment: "The whole package (and its storage) prints and loads database drivers.",
      severity: "error",
      from: {},
      to: {
        path: "node_modules/natural/(index[.]js|lib/natural/(index|util/index)[.]js|lib/natural/(classifiers|util/storage|wordnet)/)",
      },
    },
    {
      name: "src-uses-dependencies",
      comment:
        "What the library imports is installed with it, or bundled (scripts/build-lib.mjs); types are only read.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/(natural|write-excel-file)/",
      },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: { path: "^(src|test|scripts)/" }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^dist/", "^site/"] },
    exclude: { path: "^docs/([.]observablehq|generated/lezer)/" },
    tsPreCompilationDeps: true, // types count as well
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
