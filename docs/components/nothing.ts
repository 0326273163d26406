/**
 * Framework takes away what a cell showed only when the cell shows something else. A cell that may have nothing to show
 * starts with this.
 */
import { html } from "npm:htl";

export const nothing = (): HTMLElement => html`<span hidden></span>`;
