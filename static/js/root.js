/* The home of the site, wherever it is served: this script lies two folders below it. */
export const root = new URL("../../", import.meta.url);
