/** What a dossier can be exported as. */
export const EXPORT_FORMATS = ["csv", "xlsx", "case", "skos", "sssom", "markdown"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
