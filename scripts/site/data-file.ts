/** A file of the site by its path in the folder of the findings, and what is written to it: bytes, or else JSON. */
export type DataFile = readonly [path: string, content: unknown];
