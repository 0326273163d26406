/** Lower case without diacritics: the form in which words are counted and compared, never shown. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
