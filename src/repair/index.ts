export { splitLines, type TextLine } from "./lines.js";
export { type Edit, MappedText } from "./mapped.js";
export { REPAIR_RULES, type Repair, type RepairedText, type RepairOptions, repairText } from "./repair.js";
