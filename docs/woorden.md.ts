/** The page with all technical words: made while building, so that a link can lead to each. */
import { termGroups } from "./components/terms.js";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const slug = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, "-");

process.stdout.write(`---
title: Woordenlijst
---

# Woordenlijst

<p class="lead">Wat de vakwoorden op deze site betekenen. Op de pagina's heeft een vakwoord een stippellijn: kies het, en u leest daar dezelfde uitleg.</p>

${termGroups
  .map(
    ([title, terms]) => `<h2 id="${slug(title)}">${escaped(title)}</h2>

<dl>
${terms
  .map(
    ([id, { word, meaning }]) =>
      `<dt id="${id}">${escaped(word.slice(0, 1).toUpperCase() + word.slice(1))}</dt><dd>${escaped(meaning)}</dd>`,
  )
  .join("\n")}
</dl>`,
  )
  .join("\n\n")}
`);
