/** What a tagged PDF says of its own structure: which text stands in which cell, which item has a drawn bullet. */

export interface Tag {
  /** The cell it stands in: table, row and column, counted on the page. */
  cell?: { table: number; row: number; column: number };
  /** The item of a list it stands in, counted on the page. */
  item?: number;
  /** It is the mark of an item. */
  label?: boolean;
  /** The heading it belongs to, counted on the page. */
  heading?: number;
}

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: unknown[];
}

export interface Tags {
  /** By id of the marked passage. */
  byId: Map<string, Tag>;
  /** Items whose mark is drawn: it is tagged, and its text (if it has any) must be looked at. */
  labelled: Set<number>;
}

const MAX_DEPTH = 200;

export function readTags(tree: unknown): Tags {
  const tags: Tags = { byId: new Map(), labelled: new Set() };
  let tables = 0;
  let items = 0;
  let headings = 0;

  const visit = (node: Node, tag: Tag, depth: number): void => {
    if (depth > MAX_DEPTH || node === null || typeof node !== "object") return;
    if (node.type === "content" && typeof node.id === "string") {
      tags.byId.set(node.id, tag);
      return;
    }
    let own = tag;
    if (node.role === "LI") own = { ...tag, item: items++ };
    else if (node.role === "Lbl" && tag.item !== undefined) {
      own = { ...tag, label: true };
      tags.labelled.add(tag.item);
    } else if (/^(?:H\d?|Title)$/.test(node.role ?? "")) own = { ...tag, heading: headings++ };
    if (node.role === "Table" && tag.cell === undefined) {
      table(node, own, tables++, depth);
      return;
    }
    for (const next of node.children ?? []) visit(next as Node, own, depth + 1);
  };

  const table = (node: Node, tag: Tag, number: number, depth: number): void => {
    let row = 0;
    const rows = (parent: Node, level: number): void => {
      for (const next of (parent.children ?? []) as Node[]) {
        if (next?.role === "TR") {
          let column = 0;
          for (const cell of (next.children ?? []) as Node[]) {
            if (cell?.role === "TD" || cell?.role === "TH")
              visit(cell, { ...tag, cell: { table: number, row, column: column++ } }, level + 2);
            else visit(cell, tag, level + 2);
          }
          row++;
        } else if (/^(?:THead|TBody|TFoot|NonStruct)$/.test(next?.role ?? "") && level < MAX_DEPTH)
          rows(next, level + 1);
        else visit(next, tag, level + 1);
      }
    };
    rows(node, depth + 1);
  };

  visit(tree as Node, {}, 0);
  return tags;
}
