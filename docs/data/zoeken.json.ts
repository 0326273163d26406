/** What the search page needs before a word is asked. */
import { finding } from "../../scripts/site/findings.js";

process.stdout.write(await finding("zoeken"));
