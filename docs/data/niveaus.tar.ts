/** For each dossier a file with its levels: variants, steps, profile with evidence, the same content at another level. */
import { findings } from "../../scripts/site/findings.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, levels } = await findings();
process.stdout.write(tar(overview.dossiers.map((d, i) => [`${d.key}.json`, JSON.stringify(levels.files[i])])));
