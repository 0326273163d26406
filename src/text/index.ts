export { learnRoles, neutral, TARGET, withoutActor } from "./roles.js";
export { dossierFeatures, features } from "./terms.js";
