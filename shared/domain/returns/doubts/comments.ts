import { type Finding, finding } from '../../findings.ts';
import type { CellComment } from '../../tables/raw-workbook.ts';
import { plainText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import type { LocatedSheet } from '../locate-sheet.ts';
import type { ReadAnswer, ReadRow } from '../read-rows.ts';
import { correctsValue } from '../stray-words.ts';

/** Longer comments are quoted by their beginning. */
const LONGEST_QUOTE = 80;

/**
 * What is written at the cells of a sheet (批注), each quoted. At an answer, words that set it right or void, and any number, hold it: the page then says two
 * things. A comment is no answer itself.
 */
export function commentFindings(sheet: LocatedSheet, rows: readonly ReadRow[], file: string): Finding[] {
  const { comments = [] } = sheet.raw;
  if (comments.length === 0) return [];
  const asked = new Map(rows.flatMap((row) => [...row.answers.values()].map((answer) => [answer.address, { row, answer }] as const)));
  return comments.flatMap((comment) => {
    const at = asked.get(comment.address);
    if (at !== undefined) return [said(at.row, at.answer, codeOf(at.answer, comment), comment, sheet, file)];
    const besides = besideOf(rows, comment);
    return [
      finding('CELL_COMMENT', { file, sheet: sheet.name, cell: comment.address }, { comment: quoteOf(comment) }),
      ...besides.map(({ row, answer }) => said(row, answer, 'COMMENT_CORRECTS', comment, sheet, file)),
    ];
  });
}

function said(row: ReadRow, answer: ReadAnswer, code: CommentCode, comment: CellComment, { name }: LocatedSheet, file: string): Finding {
  const params = { row: row.row.rowId, name: rowName(row.row), column: answer.title, raw: answer.raw, comment: quoteOf(comment) };
  const at = comment.address === answer.address ? {} : { at: comment.address };
  return finding(code, { file, sheet: name, cell: answer.address }, { ...params, ...at });
}

/** The results of the row at whose name, id or unit words stand that take something back. */
function besideOf(rows: readonly ReadRow[], { row: number, text }: CellComment): { readonly row: ReadRow; readonly answer: ReadAnswer }[] {
  if (!correctsValue(plainText(text))) return [];
  return rows
    .filter((row) => row.number === number)
    .flatMap((row) =>
      [...row.answers.values()].filter(({ spec, blank }) => spec.kind !== 'text' && !blank).map((answer) => ({ row, answer })),
    );
}

type CommentCode = 'COMMENT_AT_BLANK' | 'COMMENT_CORRECTS' | 'CELL_COMMENT';

function codeOf({ blank, raw }: ReadAnswer, { text }: CellComment): CommentCode {
  if (!speaksOfValue(text, raw)) return 'CELL_COMMENT';
  return blank ? 'COMMENT_AT_BLANK' : 'COMMENT_CORRECTS';
}

const quoteOf = ({ text }: CellComment): string => {
  const plain = plainText(text);
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
};

/** Sets it right or void, or names a number that is not the cell's own; days and telephone numbers are none. */
function speaksOfValue(text: string, raw: string): boolean {
  const plain = plainText(text.replace(AUTHOR, ''));
  if (correctsValue(plain)) return true;
  const numbers = plain.replaceAll(DAYS, '').replaceAll(PHONES, '').match(FIGURE) ?? [];
  const own = new Set(plainText(raw).match(FIGURE));
  return numbers.some((number) => !own.has(number));
}

/** Excel begins a note with the name of who writes it, on a line of its own. */
const AUTHOR = /^(?!.*(?:更正|订正|勘误|实为|应为|修正))[^\n:：]{1,40}[:：]\s*\n/u;
const DAYS = /(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}(?:日|号)?(?: ?\d{1,2}[:时]\d{1,2})?(?!\d)|20\d\d年(?:\d{1,2}月)?|\d{1,2}月/gu;
const PHONES = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/gu;
const FIGURE = /\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万]{2,}/gu;
