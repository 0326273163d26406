import { expect, it } from "vitest";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { bytesOf } from "../helpers/office.js";

const read = async (html: string | Uint8Array, file = "page.html"): Promise<SourceText> =>
  (await readDocument(typeof html === "string" ? bytesOf(html) : html, file)) as SourceText;
const text = async (html: string): Promise<string> => (await read(`<!doctype html>${html}`)).text;

it("headings and paragraphs stand apart, white space is single, entities are letters", async () => {
  expect(
    await text("<h2>Taken &amp;\n rollen</h2><p>E&eacute;n  <b>vette</b>&nbsp;zin.<br>Nog een.</p><div>los</div>"),
  ).toBe("Taken & rollen\n\nEén vette zin.\nNog een.\n\nlos\n");
});

it("what is not shown is left out", async () => {
  const hidden = [
    "<title>t</title><style>p{}</style><script>a<b</script>",
    "<nav>menu</nav><template>t</template><noscript>n</noscript><p hidden>h</p><div style='color:red; display: none'>d</div>",
    "<select><option>o</select><button>b</button><svg><text>s</text></svg><del>weg</del><!-- c --><div role=navigation>kruimel</div>",
  ];
  expect(await text(`<html><head>${hidden[0]}</head><body>${hidden[1]}<p>wel</p>${hidden[2]}</body></html>`)).toBe(
    "wel\n",
  );
});

it("the site's header and footer are left out, the page's own are not", async () => {
  const page =
    "<header>Site</header><main><header>Kop van de pagina</header><p>Tekst.</p><footer>Bij de tekst</footer></main><footer>© Site</footer>";
  expect(await text(page)).toBe("Kop van de pagina\n\nTekst.\n\nBij de tekst\n");
});

it("lists: bullets, numbers as shown, nesting, several paragraphs in an item", async () => {
  expect(
    await text(
      "<ul><li>een<ul><li>diep</ul><li><p>twee</p><p>vervolg</p></ul><ol start=3><li>c<li value=7>g</ol><ol type=a><li>x</ol><ol reversed><li>p<li>q</ol>",
    ),
  ).toBe("- een\n  - diep\n- twee vervolg\n3. c\n7. g\na. x\n2. p\n1. q\n");
});

it("a table of two columns gives label and text, each on lines of its own", async () => {
  expect(
    await text("<table><tr><th>Resultaat<td><p>Een.</p><p>Twee.</p><tr><td>Gedrag<td><ul><li>a<li>b</ul></table>"),
  ).toBe("Resultaat\n\nEen.\n\nTwee.\n\nGedrag\n\n- a\n- b\n");
});

it("a table of marks keeps its columns, also the empty ones", async () => {
  const rows =
    "<tr><th>Proces<th>A<th>B<th>C<tr><td>Doet<td><td>x<td>(x)<tr><td>Kan<td>x<td><td><tr><td colspan=4>Tussenkop<tr><td>Weet<td><td><td>✓";
  expect(await text(`<table>${rows}</table>`)).toBe(
    "Proces\tA\tB\tC\n\nDoet\t\tx\t(x)\n\nKan\tx\t\t\n\nTussenkop\n\nWeet\t\t\t✓\n",
  );
});

it("a table of marks whose rows share a cell", async () => {
  const rows = "<tr><td rowspan=2>Groep<td>Een<td>x<td><tr><td>Twee<td><td>x";
  expect(await text(`<table>${rows}</table>`)).toBe("Groep Een\tx\t\n\nTwee\t\tx\n");
});

it("lines with a mark for each within one row are as many rows", async () => {
  expect(await text("<table><tr><td>Een<br>Twee<br>Drie<td>x<br>x<br>x<td>x<br>x<br>x</table>")).toBe(
    "Een\tx\tx\n\nTwee\tx\tx\n\nDrie\tx\tx\n",
  );
});

it("one column of bullets is no table of marks", async () => {
  expect(await text("<table><tr><td>Taken<td>•<td>Helpt.<tr><td><td>•<td>Doet.</table>")).toBe(
    "Taken\n\n•\n\nHelpt.\n\n•\n\nDoet.\n",
  );
});

it("raised numbers are footnote marks, but not in m2", async () => {
  const { text: found, furniture = [] } = await read(
    "<!doctype html><p>De cliënt<sup>2</sup> krijgt 5 m<sup>2</sup>.</p>",
  );
  expect(found).toBe("De cliënt2 krijgt 5 m2.\n");
  expect(furniture.map(([a, b]) => [a, found.slice(a, b)])).toEqual([[9, "2"]]);
});

it("lists as Word saves them", async () => {
  const item = (mark: string, words: string) =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`;
  expect(await text(item("·", "helpt") + item("2.", "doet"))).toBe("- helpt\n2. doet\n");
});

it("items that repeat their own mark, heads and feet as LibreOffice saves them", async () => {
  const page =
    "<div title=header><p>Kop</p></div><ul><li><p><span>•</span>helpt</p></ul><ol><li><span>1.</span> doet<li>1. is</ol>";
  expect(await text(page)).toBe("- helpt\n1. doet\n2. 1. is\n");
});

it("soft hyphens and marks without width show nothing", async () => {
  expect(await text("<p>samen&shy;werken met col\u200blega\u2011zorg</p>")).toBe("samenwerken met collega-zorg\n");
});

it.each([
  ["windows-1252, said in a meta", "<meta charset=iso-8859-1><p>cli\xebnt", "latin1"],
  ["windows-1252, not said", "<html><p>cli\xebnt", "latin1"],
  ["UTF-8 that says it is Latin", "<meta charset=iso-8859-1><p>cli\xebnt", "utf8"],
  ["UTF-16", "\ufeff<html><p>cli\xebnt", "utf16le"],
] as const)("encoding: %s", async (_, html, encoding) => {
  expect((await read(new Uint8Array(Buffer.from(html, encoding)))).text).toBe("cliënt\n");
});

it("an encoding of another alphabet is taken from the meta", async () => {
  const bytes = Uint8Array.of(...bytesOf("<meta charset=iso-8859-15><p>"), 0xa4, ...bytesOf(" 5</p>"));
  expect((await read(bytes)).text).toBe("€ 5\n");
});

it("recognised without a doctype and under any name; Markdown and lists with tags in them are not pages", async () => {
  const { format } = await read("<div><p>tekst</p></div>", "x.txt");
  expect(format).toBe("html");
  expect((await read("<div align=center>\n\n# Kop\n\n</div>", "README.md")).format).toBe("markdown");
  expect((await read("id,text\n1,<p>a</p>\n", "lijst")).format).toBe("csv");
  expect((await read("Een tekst over <p> en </p> in HTML.", "x.txt")).format).toBe("text");
});

it("a page without text has none", async () => {
  await expect(read("<!doctype html><title>leeg</title><img src=x>")).rejects.toThrow("the file holds no text");
});
