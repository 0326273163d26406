export { hasLevels, levelCounts, type StatementLevel, statementLevels } from "./levels.js";
export { learnRoles, TARGET } from "./roles.js";
export { isTemplate } from "./templates.js";
export { dossierFeatures, eachFeatures, features, fullText } from "./terms.js";
