/** Most words have no marks to take off. */
const ASCII = /^[ -~]*$/;

/** Lower case without diacritics: the form in which words are counted and compared, never shown. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
