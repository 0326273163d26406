export { learnRoles, TARGET } from "./roles.js";
export { dossierFeatures, features } from "./terms.js";
