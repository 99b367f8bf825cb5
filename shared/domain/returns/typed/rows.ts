import { comparableText } from '../cell-text.ts';
import { answerTitle, columnOf, rowName } from '../layout-columns.ts';
import { type AnswerField, type LayoutRow, type LayoutSheet, RESULT_FIELDS, type ReturnLayout } from '../types.ts';

/** A row of a form that asks for something, with the sheet it stands on. */
export interface PlacedRow {
  readonly sheet: LayoutSheet;
  readonly row: LayoutRow;
}

export const typedRows = ({ sheets }: ReturnLayout): PlacedRow[] =>
  sheets.flatMap((sheet) => sheet.rows.filter(({ answers }) => Object.keys(answers).length > 0).map((row) => ({ sheet, row })));

/** The 编号 that the form prints; on 填报说明 the label, on 空气监测 the day. */
export const idText = ({ row }: PlacedRow): string => row.fixed['id'] ?? row.rowId;

/** Whether a row is meant by a name: the whole of it, or its first line. */
export function isCalled({ row }: PlacedRow, name: string): boolean {
  const wanted = nameKey(name);
  return [rowName(row), row.fixed['name'] ?? ''].some((own) => own !== '' && nameKey(own) === wanted);
}

/** The marks that the form puts before a name are no part of it. */
const nameKey = (name: string): string => comparableText(name.replace(/^[└＊*\s]+/u, ''));

/** What the form calls a column: 完成值, 分子; on 填报说明 the row's label. */
export const fieldTitle = ({ sheet, row }: PlacedRow, field: AnswerField): string =>
  sheet.kind === 'cover' ? (row.fixed['id'] ?? field) : (columnOf(sheet.columns, field)?.title.split('\n')[0] ?? answerTitle(field));

export const fieldNamed = (placed: PlacedRow, word: string): AnswerField | null =>
  fieldsOf(placed).find((field) =>
    [fieldTitle(placed, field), answerTitle(field), field].some((own) => comparableText(own) === comparableText(word)),
  ) ?? null;

/** The one column that carries the row's result; null where there are several, and it has to be said which is meant. */
export function defaultField(placed: PlacedRow): AnswerField | null {
  const asked = fieldsOf(placed).filter((field) => field !== 'remark');
  const results = asked.filter((field) => RESULTS.has(field));
  const [only, ...more] = results.length > 0 ? results : asked;
  return only === undefined || more.length > 0 ? null : only;
}

const fieldsOf = ({ row }: PlacedRow): AnswerField[] => Object.keys(row.answers) as AnswerField[];

const RESULTS: ReadonlySet<AnswerField> = new Set(RESULT_FIELDS);
