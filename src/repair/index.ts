export { splitLines, type TextLine } from "./lines.js";
export { type Edit, MappedText } from "./mapped.js";
export type { Repair } from "./record.js";
export { type RepairedText, type RepairOptions, repairText } from "./repair.js";
export { REPAIR_RULES } from "./rules.js";
