/** The themes of the site. */
import { finding } from "../../scripts/site/findings.js";

process.stdout.write(await finding("ankerpunten"));
