/** For each dossier a file with its units and statements. */
import { findings } from "../../scripts/site/findings.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, dossiers } = await findings();
process.stdout.write(tar(overview.dossiers.map((d, i) => [`${d.key}.json`, JSON.stringify(dossiers[i])])));
