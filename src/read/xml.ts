/** XML and HTML markup → a plain tree. One forgiving parser serves both: it never fails, only its limits do. */
import { Parser, type ParserOptions } from "htmlparser2";
import { ReadError } from "./error.js";

export interface Element {
  /** Without its prefix in XML ("w:p" → "p"), lower case in HTML. */
  name: string;
  /** Names of attributes without their prefix as well. */
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** Deeper nesting is no document: it only costs time. */
const MAX_DEPTH = 2000;
/** Below this depth, elements become children of the one at this depth, as browsers do it. */
const FLAT_DEPTH = 400;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

interface TreeOptions {
  xml: boolean;
  /** The children of elements of this name are handed over one by one, and not kept. */
  each?: { parent: string; handle: (child: Element) => void };
}

function parseTree(markup: string, { xml, each }: TreeOptions): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const stack: Element[] = [root];
  let depth = 0;
  const options: ParserOptions = xml ? { xmlMode: true } : { lowerCaseTags: true, lowerCaseAttributeNames: true };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > MAX_DEPTH)
          throw new ReadError(`marks nested more than ${MAX_DEPTH} deep: no document that can be read`);
        const element: Element = { name: xml ? local(name) : name, attributes, children: [] };
        if (xml)
          element.attributes = Object.fromEntries(
            Object.entries(attributes).map(([key, value]) => [local(key), value]),
          );
        (stack[Math.min(stack.length, FLAT_DEPTH) - 1] as Element).children.push(element);
        stack.push(element);
      },
      ontext(text) {
        const children = (stack[Math.min(stack.length, FLAT_DEPTH) - 1] as Element).children;
        const last = children.length - 1;
        if (typeof children[last] === "string") children[last] += text;
        else children.push(text);
      },
      onclosetag() {
        depth--;
        const element = stack.pop() as Element;
        const parent = stack.at(-1);
        if (each && parent?.name === each.parent) {
          each.handle(element);
          parent.children.length = 0;
        }
      },
    },
    { decodeEntities: true, ...options },
  );
  parser.end(markup);
  return root;
}

export const parseHtml = (markup: string): Element => parseTree(markup, { xml: false });

/** Parses XML bytes (UTF-8, or UTF-16 with its byte order mark). */
export function parseXml(bytes: Uint8Array, each?: TreeOptions["each"]): Element {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return parseTree(new TextDecoder(wide).decode(bytes), { xml: true, ...(each ? { each } : {}) });
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((c): c is Element => typeof c !== "string" && c.name === name);
}

/** The children of that name, or all that are elements. */
export function children(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (c): c is Element => typeof c !== "string" && (name === undefined || c.name === name),
  );
}

/** All descendants of that name, in order; those inside a match are left out. */
export function descendants(element: Element | undefined, name: string, found: Element[] = []): Element[] {
  for (const c of children(element)) {
    if (c.name === name) found.push(c);
    else descendants(c, name, found);
  }
  return found;
}

/** The attribute "val" of a child: how Word writes most properties. */
export const childValue = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes.val;
