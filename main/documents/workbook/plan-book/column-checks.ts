import type { DataValidation, Worksheet } from 'exceljs';
import type { BookColumn, BookSheet } from '../../../../shared/domain/plan/book/types.ts';
import { bookCheckText } from '../../../../shared/text/plan-book-text.ts';
import { cellAddress } from '../../../../shared/domain/returns/locate-sheet.ts';
import type { Offers } from './offers.ts';

export interface CheckedRows {
  readonly book: BookSheet;
  readonly offers: Offers;
  readonly from: number;
  readonly to: number;
}

interface RangedSheet extends Worksheet {
  /** Missing from the library's types. Ranges are added whole: validations of single cells are written as overlapping ranges. */
  readonly dataValidations: { add(address: string, validation: DataValidation): void };
}

/** Drop-down lists, and what a cell is for, for each column of a table. */
export function addColumnChecks(sheet: Worksheet, { book, offers, from, to }: CheckedRows): void {
  if (!hasRanges(sheet)) throw new Error('exceljs worksheet has no dataValidations');
  book.columns.forEach((column, index) => {
    const validation = validationOf(book, column, offers);
    if (validation !== null) sheet.dataValidations.add(`${cellAddress(index + 1, from)}:${cellAddress(index + 1, to)}`, validation);
  });
}

const hasRanges = (sheet: Worksheet): sheet is RangedSheet => 'dataValidations' in sheet;

function validationOf(book: BookSheet, column: BookColumn, offers: Offers): DataValidation | null {
  const shared = {
    allowBlank: true,
    errorTitle: shortened(column.title, 32),
    ...(column.prompt === undefined
      ? {}
      : { showInputMessage: true, promptTitle: shortened(column.title, 32), prompt: shortened(column.prompt, 255) }),
  };
  // Nothing can be typed there, cells can be cleared and rows deleted.
  if (column.look === 'id') {
    const refusal = { showErrorMessage: true, errorStyle: 'stop', error: bookCheckText.id };
    return { ...shared, ...refusal, type: 'textLength', operator: 'equal', formulae: [0] };
  }
  if (column.choices !== undefined) {
    const refusal = { showErrorMessage: true, errorStyle: 'stop', error: shortened(bookCheckText.choices(column.choices), 255) };
    return { ...shared, ...refusal, type: 'list', formulae: [`"${column.choices.join(',')}"`] };
  }
  const range = offers.rangeOf(book.key, column);
  // Other words may be typed: a new 主题, a new 部分.
  if (range !== null) return { ...shared, showErrorMessage: false, type: 'list', formulae: [range] };
  if (column.prompt === undefined) return null;
  return { ...shared, showErrorMessage: false, type: 'textLength', operator: 'lessThanOrEqual', formulae: [LONGEST_TEXT] };
}

/** Excel's own bound of a cell: the check never refuses, it carries the column's prompt. */
const LONGEST_TEXT = 32_767;

/** Longest texts Excel accepts in a validation: titles 32 characters, prompts and messages 255. */
const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
