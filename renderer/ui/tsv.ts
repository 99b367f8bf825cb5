/** Rows of text as tab-separated values the way Excel and WPS take them from the clipboard. */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(tsvCell).join('\t')).join('\r\n');
}

/** A tab, a line break or a quotation mark would end the cell early unless it stands in quotation marks. */
function tsvCell(text: string): string {
  const safe = startsFormula(text) ? ` ${text}` : text;
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text from a return that begins like a formula would be calculated when pasted; a blank before it keeps it a text. */
const startsFormula = (text: string): boolean => /^[=+\-@]/.test(text) && !/^[+-]?\d[\d,]*(\.\d+)?%?$/.test(text);
