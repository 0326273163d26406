/** The names of the scales and their steps, and the level profile of every dossier. */
import { findings } from "../../scripts/site/findings.js";

const { levels } = await findings();
process.stdout.write(JSON.stringify(levels.overview));
