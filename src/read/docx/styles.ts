/** What styles.xml says of a paragraph: whether it is a heading, and whether it is numbered. */
import { child, children, childValue, type Element } from "../xml.js";

export interface ParagraphStyle {
  /** 0 is the highest heading; null is no heading. */
  outline: number | null;
  list: string | null;
  level: number | null;
  hidden: boolean;
}

const NONE: ParagraphStyle = { outline: null, list: null, level: null, hidden: false };
/** Names that Word gives headings, in the languages it is used in here. */
const HEADING = /^(?:heading|kop|titre|überschrift)\s*([1-9])$/i;
const TITLE = /^(?:title|titel|subtitle|ondertitel)$/i;

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  /** The lists that numbering styles stand for. */
  lists: ReadonlyMap<string, string>;
}

export function readStyles(root: Element | undefined): Styles {
  const elements = new Map<string, Element>();
  const lists = new Map<string, string>();
  let standard: string | undefined;
  for (const style of children(child(root, "styles"), "style")) {
    const id = style.attributes.styleId ?? "";
    elements.set(id, style);
    if (style.attributes.type === "paragraph" && /^(?:1|true|on)$/.test(style.attributes.default ?? "")) standard = id;
    if (style.attributes.type === "numbering") {
      const list = childValue(child(child(style, "pPr"), "numPr"), "numId");
      if (list !== undefined) lists.set(id, list);
    }
  }
  const known = new Map<string, ParagraphStyle>();

  const read = (id: string, depth: number): ParagraphStyle => {
    const found = known.get(id);
    if (found) return found;
    const element = elements.get(id);
    if (!element || depth > 20) return NONE;
    const basedOn = childValue(element, "basedOn");
    const above = basedOn === undefined ? NONE : read(basedOn, depth + 1);
    const properties = child(element, "pPr");
    const numbering = child(properties, "numPr");
    const name = childValue(element, "name") ?? id;
    const heading = HEADING.exec(name)?.[1];
    const outline = childValue(properties, "outlineLvl");
    const style: ParagraphStyle = {
      outline:
        outline !== undefined
          ? Number(outline) < 9
            ? Number(outline)
            : null
          : heading
            ? Number(heading) - 1
            : TITLE.test(name)
              ? 0
              : above.outline,
      list: childValue(numbering, "numId") ?? above.list,
      level: numbering ? Number(childValue(numbering, "ilvl") ?? (heading ? Number(heading) - 1 : 0)) : above.level,
      hidden: isOn(child(child(element, "rPr"), "vanish")) || above.hidden,
    };
    known.set(id, style);
    return style;
  };
  return { paragraph: (id) => read(id ?? standard ?? "", 0), lists };
}

/** A property that is there is on, unless it says otherwise. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes.val ?? "");
