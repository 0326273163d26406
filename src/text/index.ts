export { hasLevels, levelCounts, type StatementLevel, statementLevels } from "./levels.js";
export { learnRoles, TARGET } from "./roles.js";
export { dossierFeatures, features } from "./terms.js";
