import { type Finding, finding } from '../../findings.ts';
import type { CellComment } from '../../tables/raw-workbook.ts';
import { plainText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import type { LocatedSheet } from '../locate-sheet.ts';
import type { ReadAnswer, ReadRow } from '../read-rows.ts';
import { isKnownUnit } from '../quantity-units.ts';
import { contradictsStatus, takesBack, tellsOfDevice } from './taken-back.ts';

/** Longer comments are quoted by their beginning. */
const LONGEST_QUOTE = 80;

/**
 * What is written at the cells of a sheet (批注), each quoted. At an answer, words that set it right or void, and a comment that is nothing but another
 * number, hold it: the page then says two things. A comment is no answer itself.
 */
export function commentFindings(sheet: LocatedSheet, rows: readonly ReadRow[], file: string): Finding[] {
  const { comments = [] } = sheet.raw;
  if (comments.length === 0) return [];
  const asked = new Map(rows.flatMap((row) => [...row.answers.values()].map((answer) => [answer.address, { row, answer }] as const)));
  return comments.flatMap((comment) => {
    const at = asked.get(comment.address);
    if (at !== undefined) return [said(at.row, at.answer, codeOf(at.row, at.answer, comment), comment, sheet, file)];
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
  if (!takesBack(text.replace(AUTHOR, ''))) return [];
  return rows
    .filter((row) => row.number === number)
    .flatMap((row) =>
      [...row.answers.values()].filter(({ spec, blank }) => spec.kind !== 'text' && !blank).map((answer) => ({ row, answer })),
    );
}

type CommentCode = 'COMMENT_AT_BLANK' | 'COMMENT_CORRECTS' | 'CELL_COMMENT';

function codeOf({ row }: ReadRow, answer: ReadAnswer, { text }: CellComment): CommentCode {
  const words = plainText(text.replace(AUTHOR, ''));
  const speaks =
    takesBack(words) || isOtherNumber(words, answer) || (row.kind === 'day' && tellsOfDevice(words)) || saysOtherStatus(words, answer);
  if (!speaks) return 'CELL_COMMENT';
  return answer.blank ? 'COMMENT_AT_BLANK' : 'COMMENT_CORRECTS';
}

const saysOtherStatus = (words: string, { value }: ReadAnswer): boolean =>
  value?.kind === 'status' && contradictsStatus(words, value.value);

const quoteOf = ({ text }: CellComment): string => {
  const plain = plainText(text);
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
};

/** Nothing but a number, with a unit or without: 52, 1400辆, 正确数：1400. Days, telephone numbers, attachments and quarters are none. */
function isOtherNumber(words: string, { spec, raw, value }: ReadAnswer): boolean {
  if (spec.kind !== 'quantity') return false;
  const { number = '', unit = '' } = NUMBER_ONLY.exec(words)?.groups ?? {};
  const own = [...(plainText(raw).match(FIGURE) ?? []), ...(value?.kind === 'quantity' ? [value.value] : [])].map(plainDigits);
  return number !== '' && (unit === '' || unit === spec.unit || isKnownUnit(unit)) && !own.includes(plainDigits(number));
}

const plainDigits = (number: string): string =>
  number
    .replaceAll(',', '')
    .replace(/(\.\d*?)0+$/u, '$1')
    .replace(/\.$/u, '');

/** Excel begins a note with the name of who writes it, on a line of its own. */
const AUTHOR = /^(?!.*(?:更正|订正|勘误|实为|应为|修正))[^\n:：]{1,40}[:：]\s*\n/u;
const FIGURE = /\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万]{2,}/gu;
const NUMBER_ONLY =
  /^(?:实际|实有|核实|核定|经核|正确|准确|真实|数据?|数值|值|为|是|共|计|合计|[:= ])*(?<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万]{2,}) ?(?<unit>[\p{Script=Han}A-Za-z%/³²]{0,6})[。;!]?$/u;
