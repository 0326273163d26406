/** The rules in the order in which they run. Kept in the settings of a corpus. */
export const REPAIR_RULES = ["encoding", "furniture", "footnote", "hyphenation", "letters", "spaces"] as const;
