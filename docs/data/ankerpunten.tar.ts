/** For each theme a file with its numbers in all dossiers, and for each dossier its anchor points and what is missing. */
import { findings } from "../../scripts/site/findings.js";
import { tar } from "../../scripts/site/tar.js";

const { overview, anchors } = await findings();
process.stdout.write(
  tar(
    anchors.themes.flatMap(({ id }, t): [string, string][] => [
      [`${id}/alle.json`, JSON.stringify(anchors.overviews[t])],
      ...overview.dossiers.flatMap((d, i): [string, string][] => [
        [`${id}/${d.key}.json`, JSON.stringify(anchors.files[t]?.[i])],
        [`${id}/${d.key}.gemis.json`, JSON.stringify(anchors.gaps[t]?.[i])],
      ]),
    ]),
  ),
);
