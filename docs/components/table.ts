/** A plain table that can be read, scrolled and printed. */
import { html } from "npm:htl";

export interface Column<Row> {
  name: string;
  value: (row: Row) => string | Node;
  number?: boolean;
  /** This column names the row. */
  heading?: boolean;
  /** Of sentences: it keeps a readable width where the table is wider than the screen. */
  wide?: boolean;
}

/** A table with more rows than this scrolls by itself, under its heads. */
const MOST_ROWS = 60;

const kindOf = ({ number, wide }: Column<never>): string | null => (number ? "number" : wide ? "wide" : null);

export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: Iterable<Row>): HTMLElement {
  const head = columns.map((c) => html`<th scope="col" class=${kindOf(c)}>${c.name}</th>`);
  const body = Array.from(
    rows,
    (row) =>
      html`<tr>${columns.map((c) =>
        c.heading ? html`<th scope="row">${c.value(row)}</th>` : html`<td class=${kindOf(c)}>${c.value(row)}</td>`,
      )}</tr>`,
  );
  const tall = body.length > MOST_ROWS;
  return html`<div class=${tall ? "scroll tall" : "scroll"} tabindex="0" role="region" aria-label=${caption}><table>
<caption><span>${caption}</span></caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}
