/** For each dossier a file with the counterparts of its statements in every other one. */
import { findings } from "../../scripts/site/findings.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, counterparts } = await findings();
process.stdout.write(tar(overview.dossiers.map((d, i) => [`${d.key}.json`, JSON.stringify(counterparts[i])])));
