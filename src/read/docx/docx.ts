/**
 * Word documents → blocks. A reader of our own, since the libraries for it drop what counts here: the numbers of
 * headings and lists, running heads, and where a footnote belongs.
 */
import type { Warning } from "../../model.js";
import type { FlowBlock, FlowCell } from "../blocks.js";
import { ReadError } from "../error.js";
import { InlineBuilder } from "../flow.js";
import { isNoteMark } from "../note-marks.js";
import { child, children, childValue, descendants, type Element, parseXml } from "../xml.js";
import type { Zip } from "../zip.js";
import { type Numbering, readNumbering } from "./numbering.js";
import { isOn, readStyles, type Styles } from "./styles.js";
import { symbol } from "./symbols.js";

/** Parts of a file by what they are for. */
type Relations = Map<string, { target: string; type: string }>;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** "../a/b" seen from a part → its path in the zip. */
function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const out: string[] = [];
  for (const step of `${folderOf(from)}${target}`.split("/")) {
    if (step === "..") out.pop();
    else if (step !== "." && step !== "") out.push(step);
  }
  return out.join("/");
}

function relationsOf(zip: Zip, part: string): Relations {
  const bytes = zip.read(`${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`);
  const relations: Relations = new Map();
  if (!bytes) return relations;
  for (const { attributes } of children(child(parseXml(bytes), "Relationships"), "Relationship")) {
    if (attributes.TargetMode === "External") continue;
    relations.set(attributes.Id ?? "", {
      target: resolve(part, attributes.Target ?? ""),
      type: (attributes.Type ?? "").split("/").at(-1) ?? "",
    });
  }
  return relations;
}

/** The part that holds the document itself, or null if the zip is no Word document. */
export function mainPart(zip: Zip): string | null {
  const roots = zip.has("_rels/.rels") ? [...relationsOf(zip, "").values()] : [];
  const main = roots.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const path = zip.has(main) ? main : zip.has("word/document.xml") ? "word/document.xml" : null;
  return path !== null && /(?:^|\/)(?:word\/|document\d*\.xml$)/.test(path) ? path : null;
}

export interface DocxContent {
  blocks: FlowBlock[];
  warnings: Warning[];
}

export function readDocx(zip: Zip, main: string): DocxContent {
  return new DocxReader(zip, main).read();
}

class DocxReader {
  private readonly zip: Zip;
  private readonly main: string;
  private readonly relations: Relations;
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly notes = new Map<string, Element>();
  private readonly warnings: Warning[] = [];
  /** Headers and footers already given, by their part. */
  private readonly shown = new Set<string>();
  private noteNumber = 0;
  private endnoteNumber = 0;

  constructor(zip: Zip, main: string) {
    this.zip = zip;
    this.main = main;
    this.relations = relationsOf(zip, main);
    this.styles = readStyles(this.part("styles"));
    this.numbering = readNumbering(this.part("numbering"), this.styles.lists);
    for (const kind of ["footnote", "endnote"] as const) {
      for (const note of children(child(this.part(`${kind}s`), `${kind}s`), kind)) {
        if (note.attributes.type === undefined || note.attributes.type === "normal")
          this.notes.set(`${kind}${note.attributes.id}`, note);
      }
    }
  }

  read(): DocxContent {
    const bytes = this.zip.read(this.main) as Uint8Array;
    const flow = new BodyFlow(this);
    let found = false;
    parseXml(bytes, {
      parent: "body",
      handle: (element) => {
        found = true;
        flow.block(element);
      },
    });
    flow.end();
    if (!found) throw new ReadError("a broken Word document: no text body in it; save it anew");
    return { blocks: flow.blocks, warnings: this.warnings };
  }

  private part(type: string): Element | undefined {
    const target = [...this.relations.values()].find((relation) => relation.type === type)?.target;
    const bytes = target === undefined ? null : this.zip.read(target);
    return bytes ? parseXml(bytes) : undefined;
  }

  style(id: string | undefined): ReturnType<Styles["paragraph"]> {
    return this.styles.paragraph(id);
  }

  next(list: string, level: number): ReturnType<Numbering["next"]> {
    return this.numbering.next(list, level);
  }

  warn(code: string, message: string): void {
    if (!this.warnings.some((warning) => warning.code === code)) this.warnings.push({ code, message });
  }

  /** The mark and the text of a note. */
  note(reference: Element): { mark: string; text: string } | null {
    const kind = reference.name === "footnoteReference" ? "footnote" : "endnote";
    const note = this.notes.get(`${kind}${reference.attributes.id}`);
    if (!note) return null;
    const custom = /^(?:1|true|on)$/.test(reference.attributes.customMarkFollows ?? "");
    const mark = custom ? "" : String(kind === "footnote" ? ++this.noteNumber : ++this.endnoteNumber);
    const flow = new BodyFlow(this, true);
    for (const element of children(note)) flow.block(element);
    flow.end();
    return { mark, text: [mark, ...textsOf(flow.blocks)].filter((text) => text !== "").join(" ") };
  }

  /** The running heads or feet that a section brings in, each once. */
  running(section: Element, name: "headerReference" | "footerReference"): FlowBlock[] {
    const blocks: FlowBlock[] = [];
    for (const reference of children(section, name)) {
      const target = this.relations.get(reference.attributes.id ?? "")?.target;
      if (target === undefined || this.shown.has(target)) continue;
      this.shown.add(target);
      const bytes = this.zip.read(target);
      if (!bytes) continue;
      const flow = new BodyFlow(this, true);
      for (const element of children(children(parseXml(bytes))[0])) flow.block(element);
      flow.end();
      for (const text of textsOf(flow.blocks)) blocks.push({ type: "furniture", text });
    }
    return blocks;
  }
}

/** The lines of blocks, tables cell by cell. */
function textsOf(blocks: readonly FlowBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "table") return block.rows.flatMap((row) => row.flatMap((cell) => textsOf(cell.blocks)));
    if (block.type === "furniture") return [block.text];
    return [block.inline.text.replace(/\s*\n\s*/g, " ")];
  });
}

/** Reads the blocks of one body: of the document, a cell, a note, a text box. */
class BodyFlow {
  readonly blocks: FlowBlock[] = [];
  private readonly reader: DocxReader;
  /** Inside a note or a running head: no notes of its own, no sections. */
  private readonly aside: boolean;
  private inline = new InlineBuilder();
  private noteLines: string[] = [];
  private boxes: Element[] = [];
  /** Fields that are open: their codes are no text, their results are. */
  private fields: boolean[] = [];
  private sectionStart = 0;

  constructor(reader: DocxReader, aside = false) {
    this.reader = reader;
    this.aside = aside;
  }

  block(element: Element): void {
    switch (element.name) {
      case "p":
        this.paragraph(element);
        break;
      case "tbl":
        this.table(element);
        break;
      case "sdt":
        for (const inner of children(child(element, "sdtContent"))) this.block(inner);
        break;
      case "customXml":
      case "ins":
      case "moveTo":
      case "smartTag":
        for (const inner of children(element)) this.block(inner);
        break;
      case "AlternateContent":
        for (const inner of children(child(element, "Choice") ?? child(element, "Fallback"))) this.block(inner);
        break;
      case "altChunk":
        this.reader.warn(
          "part-left-out",
          "a document embedded in the Word document was left out: open it in Word and save it anew",
        );
        break;
      case "sectPr":
        this.section(element);
        break;
    }
  }

  end(): void {
    this.fields = [];
    this.flush({ outline: null, list: null, level: null, hidden: false }, undefined);
  }

  private section(properties: Element): void {
    if (this.aside) return;
    this.blocks.splice(this.sectionStart, 0, ...this.reader.running(properties, "headerReference"));
    this.blocks.push(...this.reader.running(properties, "footerReference"));
    this.sectionStart = this.blocks.length;
  }

  private paragraph(element: Element): void {
    const properties = child(element, "pPr");
    const style = this.reader.style(childValue(properties, "pStyle"));
    const mark = child(properties, "rPr");
    this.runs(element, style.hidden);
    // A paragraph whose end was deleted goes on in the next one.
    if (child(mark, "del") === undefined && child(mark, "moveFrom") === undefined) this.flush(style, properties);
    const section = child(properties, "sectPr");
    if (section) this.section(section);
  }

  private flush(style: ReturnType<Styles["paragraph"]>, properties: Element | undefined): void {
    const pieces = this.inline.take();
    const notes = this.noteLines;
    const boxes = this.boxes;
    this.noteLines = [];
    this.boxes = [];
    if (pieces.length > 0) {
      const numbering = child(properties, "numPr");
      const outline = childValue(properties, "outlineLvl");
      const list = childValue(numbering, "numId") ?? style.list;
      const level = Number(childValue(numbering, "ilvl") ?? style.level ?? 0);
      const number = list === null || list === "0" ? null : this.reader.next(list, level);
      const heading = outline !== undefined ? Number(outline) < 9 : style.outline !== null;
      for (const [i, inline] of pieces.entries()) {
        const marker = i === 0 ? (number?.marker ?? "") : "";
        if (heading || (marker === "" && !(i > 0 && number))) {
          const text = marker === "" || number?.bullet ? inline.text : `${marker} ${inline.text}`;
          const shift = text.length - inline.text.length;
          const marks = inline.marks.map(([a, b]): [number, number] => [a + shift, b + shift]);
          this.blocks.push({ type: heading ? "heading" : "paragraph", inline: { text, marks } });
        } else if (marker !== "")
          this.blocks.push({ type: "item", marker, depth: Math.max(0, Math.min(level, 8)), inline });
        else this.blocks.push({ type: "paragraph", inline });
      }
      const last = this.blocks.at(-1);
      if (last && notes.length > 0) last.notes = notes;
    }
    for (const box of boxes) {
      const flow = new BodyFlow(this.reader, this.aside);
      for (const inner of children(box)) flow.block(inner);
      flow.end();
      this.blocks.push(...flow.blocks);
    }
  }

  private runs(parent: Element, hidden: boolean): void {
    for (const element of children(parent)) {
      switch (element.name) {
        case "r":
          this.run(element, hidden);
          break;
        case "hyperlink":
        case "ins":
        case "moveTo":
        case "smartTag":
        case "customXml":
        case "fldSimple":
        case "dir":
        case "bdo":
          this.runs(element, hidden);
          break;
        case "sdt":
          this.runs(child(element, "sdtContent") ?? { name: "", attributes: {}, children: [] }, hidden);
          break;
        case "oMath":
        case "oMathPara":
          this.text(descendants(element, "t").map(textOf).join(""));
          break;
        case "AlternateContent":
          this.runs(child(element, "Choice") ?? child(element, "Fallback") ?? element, hidden);
          break;
      }
    }
  }

  private run(run: Element, hidden: boolean): void {
    const properties = child(run, "rPr");
    const vanish = child(properties, "vanish");
    if (vanish ? isOn(vanish) : hidden) return;
    const raised = childValue(properties, "vertAlign") === "superscript";
    for (const element of children(run)) {
      switch (element.name) {
        case "t":
          if (raised && isNoteMark(textOf(element), this.inline.text)) {
            if (this.fields.every(Boolean)) this.inline.mark(textOf(element));
          } else this.text(textOf(element));
          break;
        case "tab":
        case "ptab":
          this.text("\t");
          break;
        case "br":
        case "cr":
          this.text(element.attributes.type === "page" || element.attributes.type === "column" ? " " : "\n");
          break;
        case "noBreakHyphen":
          this.text("-");
          break;
        case "sym":
          this.text(
            symbol(element.attributes.font ?? "", Number.parseInt(element.attributes.char ?? "", 16) || 0x2022),
          );
          break;
        case "footnoteReference":
        case "endnoteReference":
          this.note(element);
          break;
        case "fldChar":
          this.field(element.attributes.fldCharType ?? "");
          break;
        case "drawing":
        case "pict":
        case "object":
          this.boxes.push(...descendants(element, "txbxContent"));
          break;
        case "AlternateContent":
          this.boxes.push(...descendants(child(element, "Choice") ?? child(element, "Fallback"), "txbxContent"));
          break;
      }
    }
  }

  private note(reference: Element): void {
    if (this.aside) return;
    const note = this.reader.note(reference);
    if (!note) return;
    this.inline.mark(note.mark);
    if (note.text !== note.mark) this.noteLines.push(note.text);
  }

  private field(type: string): void {
    if (type === "begin") this.fields.push(false);
    else if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = true;
    else if (type === "end") this.fields.pop();
  }

  private text(text: string): void {
    if (this.fields.every(Boolean)) this.inline.add(text);
  }

  private table(table: Element): void {
    const rows: FlowCell[][] = [];
    /** The cell that a column's merged cells belong to. */
    const open: (FlowCell | undefined)[] = [];
    for (const row of rowsOf(table)) {
      const line: FlowCell[] = [];
      const properties = child(row, "trPr");
      if (child(properties, "del")) continue;
      let at = Number(childValue(properties, "gridBefore") ?? 0) || 0;
      if (at > 0) line.push({ blocks: [], columns: Math.min(at, 100), rows: 1 });
      for (const cell of cellsOf(row)) {
        const own = child(cell, "tcPr");
        const columns = Math.max(1, Math.min(Number(childValue(own, "gridSpan") ?? 1) || 1, 100));
        const merge = child(own, "vMerge");
        const above = merge && merge.attributes.val !== "restart" ? open[at] : undefined;
        if (above) above.rows++;
        else {
          const flow = new BodyFlow(this.reader, this.aside);
          for (const inner of children(cell)) flow.block(inner);
          flow.end();
          const made: FlowCell = { blocks: flow.blocks, columns, rows: 1 };
          line.push(made);
          open[at] = merge ? made : undefined;
        }
        at += columns;
      }
      rows.push(line);
    }
    if (rows.length > 0) this.blocks.push({ type: "table", rows });
  }
}

const textOf = (element: Element): string =>
  element.children.filter((c): c is string => typeof c === "string").join("");

/** Rows and cells may stand in content controls. */
const rowsOf = (table: Element): Element[] => unwrapped(table, "tr");
const cellsOf = (row: Element): Element[] => unwrapped(row, "tc");

function unwrapped(parent: Element, name: string): Element[] {
  return children(parent).flatMap((c) => {
    if (c.name === name) return [c];
    if (c.name === "sdt") return unwrapped(child(c, "sdtContent") ?? c, name);
    return c.name === "customXml" || c.name === "ins" ? unwrapped(c, name) : [];
  });
}
