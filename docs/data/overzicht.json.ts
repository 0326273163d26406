import { finding } from "../../scripts/site/findings.js";

process.stdout.write(await finding("overzicht"));
