/** HTML → blocks. What a reader of the page does not see is left out, and so is what the site puts around it. */
import type { FlowBlock, FlowCell, Inline } from "./blocks.js";
import { InlineBuilder, joinInline } from "./flow.js";
import { listMarker } from "./markers.js";
import { isNoteMark, NOTE_MARK } from "./note-marks.js";
import { children, descendants, type Element, parseHtml } from "./xml.js";

/** Never shown, or no text: controls, pictures, and what stands in for a script that did not run. */
const LEFT_OUT = new Set(
  "title meta link base script style template noscript svg canvas iframe object embed audio video map select option datalist button input textarea nav del rp rt dialog".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "html body main article section div p blockquote address header footer aside figure figcaption form fieldset legend details summary ul ol menu dir dl dt dd li pre hr center table caption tr td th tbody h1 h2 h3 h4 h5 h6 hgroup search".split(
    " ",
  ),
);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
function readHtml(markup: string): FlowBlock[] {
  const root = parseHtml(markup);
  const flow = new Flow(descendants(root, "main").length > 0);
  flow.walk(root, { depth: 0, inArticle: false });
  flow.flush();
  return flow.blocks;
}

interface Context {
  /** How deep the list is nested. */
  depth: number;
  /** Inside what holds the page's own content: its header and footer are part of it. */
  inArticle: boolean;
}

class Flow {
  readonly blocks: FlowBlock[] = [];
  private readonly hasMain: boolean;
  private readonly inline = new InlineBuilder();
  private type: "paragraph" | "heading" = "paragraph";
  /** The mark of the item that is open and what was written of it. */
  private item: { marker: string; depth: number; block: Extract<FlowBlock, { type: "item" }> | null } | null = null;
  private preformatted = false;

  constructor(hasMain: boolean) {
    this.hasMain = hasMain;
  }

  /** Ends the block that is open. */
  flush(): void {
    for (const inline of this.inline.take()) {
      const { item } = this;
      if (item && this.type !== "heading") {
        if (item.block && this.blocks.at(-1) === item.block)
          item.block.inline = joinInline([item.block.inline, inline], " ");
        else if (item.block) this.blocks.push({ type: "paragraph", inline });
        else {
          item.block = {
            type: "item",
            marker: item.marker,
            depth: item.depth,
            inline: withoutMark(inline, item.marker),
          };
          this.blocks.push(item.block);
        }
      } else {
        if (item && !item.block) this.item = null; // an item that opens with a heading is a section, not an item
        this.blocks.push({ type: this.type, inline });
      }
    }
  }

  walk(element: Element, context: Context): void {
    for (const c of element.children) {
      if (typeof c === "string") this.text(c);
      else this.element(c, context);
    }
  }

  private text(text: string): void {
    if (this.preformatted) this.inline.add(text.replace(/\r\n?/g, "\n"));
    else this.inline.add(text.replace(/[ \t\r\n\f]+/g, " "));
  }

  private element(element: Element, context: Context): void {
    const { name } = element;
    if (LEFT_OUT.has(name) || isHidden(element)) return;
    if (BLOCKS.has(name)) this.flush();
    switch (name) {
      case "br":
        this.inline.add(this.item && !this.preformatted ? " " : "\n");
        return;
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        this.type = "heading";
        this.walk(element, context);
        this.flush();
        this.type = "paragraph";
        return;
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        this.list(element, context);
        return;
      case "li":
        // Outside its list, or left open so that it holds the next one.
        this.item = { marker: "-", depth: Math.max(0, context.depth - 1), block: null };
        this.walk(element, context);
        this.flush();
        this.item = null;
        return;
      case "table":
        this.table(element, context);
        return;
      case "pre":
        this.preformatted = true;
        this.walk(element, context);
        this.flush();
        this.preformatted = false;
        return;
      case "sup":
        this.raised(element, context);
        return;
      case "header":
      case "footer":
        if (!context.inArticle && (name === "footer" || this.hasMain) && !this.holdsContent(element)) return;
        break;
      case "div":
        // How LibreOffice saves a page's running head and foot.
        if (!context.inArticle && /^(?:header|footer)$/.test(element.attributes.title ?? "")) return;
        break;
      case "p":
        if (this.wordItem(element, context)) return;
        break;
    }
    const inside = /^(?:main|article|section)$/.test(name) || element.attributes.role === "main";
    this.walk(element, inside && !context.inArticle ? { ...context, inArticle: true } : context);
    if (BLOCKS.has(name)) this.flush();
  }

  private list(list: Element, context: Context): void {
    const outer = this.item;
    let n = Number.parseInt(list.attributes.start ?? "", 10);
    const items = children(list, "li");
    const step = list.attributes.reversed === undefined ? 1 : -1;
    if (Number.isNaN(n)) n = step > 0 ? 1 : items.length;
    for (const c of list.children) {
      if (typeof c === "string") continue; // only white space may stand there
      if (c.name !== "li") {
        // A list right inside a list is how old pages nest them.
        this.item = null;
        this.element(c, { ...context, depth: context.depth + 1 });
        continue;
      }
      if (isHidden(c)) continue;
      const value = Number.parseInt(c.attributes.value ?? "", 10);
      if (!Number.isNaN(value)) n = value;
      this.item = {
        marker: list.name === "ol" ? listMarker(n, list.attributes.type ?? "1") : "-",
        depth: context.depth,
        block: null,
      };
      this.walk(c, { ...context, depth: context.depth + 1 });
      this.flush();
      n += step;
    }
    this.item = outer;
  }

  private table(table: Element, context: Context): void {
    const outer = this.item;
    this.item = null;
    for (const caption of children(table, "caption")) this.element(caption, context);
    const rows: FlowCell[][] = [];
    const visit = (parent: Element): void => {
      for (const c of children(parent)) {
        if (isHidden(c)) continue;
        if (c.name === "tr") rows.push(this.cells(c, context));
        else if (/^(?:thead|tbody|tfoot)$/.test(c.name)) visit(c);
        else if (c.name === "td" || c.name === "th") rows.push([this.cell(c, context)]);
      }
    };
    visit(table);
    if (rows.length > 0) this.blocks.push({ type: "table", rows });
    this.item = outer;
  }

  private cells(row: Element, context: Context): FlowCell[] {
    return children(row)
      .filter((c) => (c.name === "td" || c.name === "th") && !isHidden(c))
      .map((c) => this.cell(c, context));
  }

  private cell(element: Element, context: Context): FlowCell {
    const flow = new Flow(this.hasMain);
    flow.walk(element, { ...context, depth: 0, inArticle: true });
    flow.flush();
    const span = (name: string): number => Math.max(1, Number.parseInt(element.attributes[name] ?? "", 10) || 1);
    return { blocks: flow.blocks, columns: span("colspan"), rows: span("rowspan") };
  }

  /** A raised number is a footnote mark where it leads somewhere or stands behind a word. */
  private raised(element: Element, context: Context): void {
    const text = plainText(element).trim();
    const linked = descendants(element, "a").length > 0 || element.attributes.id !== undefined;
    if (isNoteMark(text, this.inline.text) || (linked && NOTE_MARK.test(text) && !this.inline.isBlank)) {
      this.inline.mark(text);
    } else this.walk(element, context);
  }

  /** A site's header or footer names the site; one that holds more than a few lines, or the title, is part of the page. */
  private holdsContent(element: Element): boolean {
    return (
      descendants(element, "table").length > 0 ||
      plainText(element).length > 1500 ||
      descendants(element, "h1").length > 0
    );
  }

  /** An item as Word saves it in a page: a paragraph whose mark stands in a span that is to be ignored. */
  private wordItem(element: Element, context: Context): boolean {
    const mark = descendants(element, "span").find((span) => /mso-list:\s*ignore/i.test(span.attributes.style ?? ""));
    const level = /mso-list:\s*\S+\s+level(\d)/i.exec(element.attributes.style ?? "")?.[1];
    if (!mark || !level) return false;
    const text = plainText(mark).replace(/\s+/g, "");
    mark.children.length = 0;
    this.item = { marker: /^[\p{N}\p{L}][\p{N}.)]/u.test(text) ? text : "-", depth: Number(level) - 1, block: null };
    this.walk(element, context);
    this.flush();
    this.item = null;
    return true;
  }
}

/** An item whose text repeats the mark that the list gives it. */
function withoutMark(inline: Inline, marker: string): Inline {
  let length = /^(?:[•▪●◦‣∙·►➢]\s*)*/u.exec(inline.text)?.[0].length ?? 0;
  while (marker !== "-" && inline.text.startsWith(marker, length)) {
    length += marker.length;
    length += /^\s*/.exec(inline.text.slice(length))?.[0].length ?? 0;
  }
  const text = inline.text.slice(length);
  if (length === 0 || text === "") return inline;
  return { text, marks: inline.marks.filter(([a]) => a >= length).map(([a, b]) => [a - length, b - length]) };
}

function isHidden({ attributes }: Element): boolean {
  return (
    attributes.hidden !== undefined || HIDDEN_STYLE.test(attributes.style ?? "") || attributes.role === "navigation"
  );
}

function plainText(element: Element): string {
  return element.children.map((c) => (typeof c === "string" ? c : plainText(c))).join("");
}

/** Whether a text is HTML: it opens with a doctype or a tag of a page, or is called so and holds tags. */
export function looksLikeHtml(text: string, file: string): boolean {
  const start = text.slice(0, 4096).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*/, "");
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  if (/\.(?:md|markdown)$/i.test(file)) return false;
  const head = text.slice(0, 65_536);
  const closing = head.match(/<\/(?:p|li|td|h[1-6]|div|table|ul|ol|section|article|main)>/i) !== null;
  const opening = head.match(/<(?:p|li|td|h[1-6]|div|table)[\s>]/i) !== null;
  if (/^<(?:meta|title|link|style|script)\b[^<>]*>/i.test(start)) return closing || opening;
  return (
    closing &&
    (/^<(?:main|article|section|div|table|h[1-6]|p|ul|ol|header|nav)\b[^<>]*>/i.test(start) || /\.x?html?$/i.test(file))
  );
}

/**
 * A page → blocks.
 * @param decoded the bytes as a text file would be decoded
 */
export function readHtmlBytes(bytes: Uint8Array, decoded: string): FlowBlock[] {
  const declared = declaredCharset(bytes);
  // Bytes that are UTF-8 are UTF-8, whatever they say; the Latin encodings are all taken for Windows-1252.
  const plain = declared === null || /^(?:utf-?(?:8|16)|us-ascii|iso-?8859-1$|windows-1252|latin1)/.test(declared);
  if (!plain && !isUtf8(bytes)) {
    try {
      return readHtml(new TextDecoder(declared).decode(bytes));
    } catch {
      // An encoding of no known name.
    }
  }
  return readHtml(decoded);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

/** The encoding that a page declares, or null. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  return (
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]?.toLowerCase() ??
    /^\s*<\?xml[^>]*\bencoding=["']([\w:.-]+)/i.exec(head)?.[1]?.toLowerCase() ??
    null
  );
}
