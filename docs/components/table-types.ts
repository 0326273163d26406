/** The description of the tables that can be downloaded, as the build writes it. */

/** A category is text from a short list of values. */
export type ColumnType = "text" | "category" | "integer" | "number" | "boolean";

export interface ColumnInfo {
  name: string;
  type: ColumnType;
  /** What a number counts, or its range. */
  unit?: string;
  meaning: string;
}

export const FORMATS = ["csv", "json", "arrow"] as const;
export type Format = (typeof FORMATS)[number];

export const TABLES = [
  "dossiers",
  "onderdelen",
  "uitspraken",
  "overlap",
  "gedeeld",
  "ankerpunten",
  "niveauwoorden",
] as const;
export type TableName = (typeof TABLES)[number];

/** Every file with a table or about them, in the folder of the tables. */
export const tableFileNames = (): string[] => [
  "beschrijving.json",
  ...TABLES.flatMap((name) => FORMATS.map((format) => `${name}.${format}`)),
];

export interface TableInfo {
  /** Of its files. */
  name: TableName;
  title: string;
  about: string;
  /** How it was made. */
  made: string;
  rights: string;
  rows: number;
  columns: ColumnInfo[];
  /** In bytes. */
  sizes: Record<Format, number>;
}
