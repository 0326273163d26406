/** What the search page needs before a word is asked. */
import { findings } from "../../scripts/site/findings.js";
import { searchFiles } from "../../scripts/site/search.js";

const { overview, dossiers } = await findings();
process.stdout.write(JSON.stringify(searchFiles(overview, dossiers).overview));
