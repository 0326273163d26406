/** More dossiers than this, and a heat map has no names left that can be read: the first page shows groups instead. */
export const MOST_IN_MAP = 30;
