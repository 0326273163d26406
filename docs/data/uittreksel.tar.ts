/** For each dossier a file with features instead of text: what a reader's own document is compared with. */
import { findings } from "../../scripts/site/findings.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, extracts } = await findings();
process.stdout.write(tar(overview.dossiers.map((d, i) => [`${d.key}.json`, JSON.stringify(extracts[i])])));
