/** How much the dossiers share, as far as the first page shows it at once. */
import { finding } from "../../scripts/site/findings.js";

process.stdout.write(await finding("kaart"));
