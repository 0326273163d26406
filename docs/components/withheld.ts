/** What a reader can do where the text of a document is not in the site. */
import { html } from "npm:htl";

export const ownCopy = (): HTMLElement =>
  html`<span>Heeft u het document zelf? Lees het in bij <a href="./eigen.html">Eigen dossier</a>: dan ziet u de tekst. Die blijft op uw eigen computer.</span>`;
