/** The readers of HTML, Word and Excel: loaded together, when the first such file comes. */
export { mainPart, readDocx } from "./docx/docx.js";
export { writeFlow } from "./flow.js";
export { looksLikeHtml, readHtmlBytes } from "./html.js";
export { isWorkbook, readWorkbook, sheetsToCsv } from "./xlsx.js";
export { Zip } from "./zip.js";
