import { findings } from "../../scripts/site/findings.js";

const { overview } = await findings();
process.stdout.write(JSON.stringify(overview));
