/** The themes of the site. */
import { findings } from "../../scripts/site/findings.js";

const { anchors } = await findings();
process.stdout.write(JSON.stringify(anchors.themes));
