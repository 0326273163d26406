/** A button in Dutch that chooses files: what a browser shows of itself is in its own language. */
import { html } from "npm:htl";

interface FileButtonOptions {
  accept: string;
  multiple?: boolean;
}

export function fileButton(
  text: string,
  { accept, multiple = false }: FileButtonOptions,
  use: (files: File[]) => void,
): HTMLElement {
  const input = html`<input type="file" class="file-input" accept=${accept} multiple=${multiple}>` as HTMLInputElement;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = "";
    if (files.length > 0) use(files);
  });
  return html`<label class="file-button">${input}<span>${text}</span></label>`;
}
