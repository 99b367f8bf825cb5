import type { RawValue } from '../../../shared/domain/tables/raw-workbook.ts';

/** Plain figures only: 007 is a number of something, not seven; 2024-01-01 is not computed by anybody. */
const FIGURE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const LONGEST_FIGURE = 17;

/** The value of a field of a text or web table. Blanks around a figure come from exports that align columns; ="007" keeps Excel from changing a text. */
export function plainValue(field: string): RawValue {
  const text = field.trim();
  if (text.length <= LONGEST_FIGURE && FIGURE.test(text)) return { type: 'number', digits: text, format: 'general' };
  return { type: 'text', text: /^="[^"]*"$/.test(text) ? text.slice(2, -1) : field };
}

const LONGEST_SHEET_NAME = 31;

/** A table without a sheet name bears the name of its file, without folder and ending, cut as Excel cuts it. */
export function sheetNameOf(file: string): string {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return (stem === '' ? file : stem).slice(0, LONGEST_SHEET_NAME);
}
