/** What is known of a dossier beside each other one stands in files of so many others: a page loads those it shows. */
const BLOCK = 30;

/** The number of the file that holds what is known beside another dossier, by its place in the overview. */
export const blockOf = (place: number): number => Math.floor(place / BLOCK);
