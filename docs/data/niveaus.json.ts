/** The names of the scales and their steps, and the level profile of every dossier. */
import { finding } from "../../scripts/site/findings.js";

process.stdout.write(await finding("niveaus"));
