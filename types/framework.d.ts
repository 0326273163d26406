/** What Observable Framework resolves at build time and TypeScript does not know. */
declare module "npm:vega-embed" {
  export * from "vega-embed";
  export { default } from "vega-embed";
}

declare module "npm:htl" {
  /** Values become text nodes or attributes, never markup. */
  export function html(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;
}

declare module "npm:@observablehq/stdlib" {
  interface Attachment {
    href: string;
    json(): Promise<unknown>;
  }
  export function FileAttachment(name: string, base?: string): Attachment;
}

/** The charts of the library, bundled for the pages by scripts/site/bundle.ts. */
declare module "*/generated/charts.js" {
  export const chart: typeof import("../src/charts/index.js").chart;
  export const balanceBars: typeof import("../src/charts/index.js").balanceBars;
  export const coverageBars: typeof import("../src/charts/index.js").coverageBars;
  export const coverageRows: typeof import("../src/charts/index.js").coverageRows;
  export const differences: typeof import("../src/charts/index.js").differences;
  export const directedShares: typeof import("../src/charts/index.js").directedShares;
  export const overlapHeatmap: typeof import("../src/charts/index.js").overlapHeatmap;
  export const shareAbove: typeof import("../src/charts/index.js").shareAbove;
  export const thresholdLines: typeof import("../src/charts/index.js").thresholdLines;
  export const percent: typeof import("../src/charts/index.js").percent;
  export const facetMatrix: typeof import("../src/charts/index.js").facetMatrix;
  export const themeBars: typeof import("../src/charts/index.js").themeBars;
}

/** Decisions and workbooks, bundled in the same way. */
declare module "*/generated/decisions.js" {
  export const isAbout: typeof import("../src/compare/oriented.js").isAbout;
  export const oriented: typeof import("../src/compare/oriented.js").oriented;
  export const turned: typeof import("../src/compare/oriented.js").turned;
}

declare module "*/generated/xlsx.js" {
  export const toXlsx: typeof import("../src/export/xlsx.js").toXlsx;
}

/** The search of the pages, bundled by scripts/site/bundle.ts. */
declare module "*/generated/search.js" {
  export const markedPieces: typeof import("../scripts/site/search-core.js").markedPieces;
  export const searchIndex: typeof import("../scripts/site/search-core.js").searchIndex;
  export const searchQuery: typeof import("../scripts/site/search-core.js").searchQuery;
  export const shardOf: typeof import("../scripts/site/search-core.js").shardOf;
}

declare module "npm:arquero" {
  export * from "arquero";
}

declare module "npm:idb-keyval" {
  export * from "idb-keyval";
}

declare module "npm:docx" {
  export * from "docx";
}
