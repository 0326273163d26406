/** The words of the search, a file for each first two letters. */
import { findings } from "../../scripts/site/findings.js";
import { searchFiles } from "../../scripts/site/search.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, dossiers } = await findings();
const { shards } = searchFiles(overview, dossiers);
process.stdout.write(tar([...shards].map(([name, words]) => [`${name}.json`, JSON.stringify(words)])));
