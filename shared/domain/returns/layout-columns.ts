import type { AnswerField, LayoutColumn, LayoutRow } from './types.ts';

/** Columns of the answers, in the order in which they stand; a sheet has those that its rows ask for. */
const ANSWER_COLUMNS: readonly LayoutColumn[] = [
  { key: 'status', title: '完成状态', width: 11, answer: 'status', prompt: '从下拉列表中选择。' },
  { key: 'date', title: '完成日期', width: 12.5, answer: 'date', prompt: '填写完成日期，如 2024-08-31。尚未完成的不填。' },
  { key: 'numerator', title: '分子', width: 10.5, answer: 'numerator' },
  { key: 'denominator', title: '分母', width: 10.5, answer: 'denominator' },
  { key: 'increment', title: '当年新增', width: 10.5, answer: 'increment' },
  { key: 'value', title: '完成值', width: 10.5, answer: 'value' },
  { key: 'progress', title: '进展情况', width: 32, answer: 'progress', prompt: '简要写明做了什么、完成了多少、还差什么。' },
  { key: 'evidence', title: '佐证材料', width: 22, answer: 'evidence', prompt: '写明文件名称、文号或验收材料，原件随表报送。' },
  { key: 'remark', title: '备注', width: 16, answer: 'remark', prompt: '需要说明的情况，可不填。' },
];

/** The field that a word of the form means (完成值, 分子 …), or its own name. */
export const answerFieldOf = (word: string): AnswerField | null =>
  ANSWER_COLUMNS.find(({ title, answer }) => title === word || answer === word)?.answer ?? null;

/** The word under which the form asks for a field. */
export const answerTitle = (field: AnswerField): string => ANSWER_COLUMNS.find(({ answer }) => answer === field)?.title ?? field;

/** Columns of what the rows ask for. */
export const answerColumns = (rows: readonly LayoutRow[]): LayoutColumn[] =>
  answerColumnsFor(rows.flatMap((row) => Object.keys(row.answers) as AnswerField[]));

/** Columns of these fields, in the form's order. */
export function answerColumnsFor(fields: readonly AnswerField[]): LayoutColumn[] {
  const asked = new Set(fields);
  return ANSWER_COLUMNS.filter((column) => column.answer !== null && asked.has(column.answer));
}

/** The column in which a row answers a field: the field's own, or on 填报说明 the one column that takes every row's answer. */
export function columnOf(columns: readonly LayoutColumn[], field: AnswerField): LayoutColumn | null {
  return columns.find((column) => column.answer === field) ?? columns.find((column) => column.key === COVER_ANSWER) ?? null;
}

export const COVER_ANSWER = 'answer';

/** The column by which rows are recognised: 编号, on 填报说明 项目, on 空气监测 日期. */
export const idColumnOf = (columns: readonly LayoutColumn[]): LayoutColumn | null => columns[0] ?? null;

/** What a row is called in a sentence: the first line of its name, on 填报说明 its label. */
export const rowName = (row: LayoutRow): string =>
  (row.fixed['name'] ?? row.fixed['id'] ?? row.rowId).replace(/^└ /u, '').split('\n')[0] ?? row.rowId;
