import type { DataValidation, Worksheet } from 'exceljs';
import { STATUS_WORDS } from '../../../shared/domain/returns/parse-status.ts';
import type { AnswerCell, LayoutColumn } from '../../../shared/domain/returns/types.ts';

/** An answer cell and where it stands. */
export interface AskedCell {
  readonly row: number;
  readonly column: LayoutColumn;
  /** Column letters. */
  readonly letters: string;
  readonly answer: AnswerCell;
  readonly title: string;
}

interface RangedSheet extends Worksheet {
  /** Missing from the library's types. Ranges are added whole: validations of single cells are written as overlapping ranges. */
  readonly dataValidations: { add(address: string, validation: DataValidation): void };
}

/** Gives each run of equal answer cells in a column its list or check, its prompt and its message. */
export function addValidations(sheet: Worksheet, cells: readonly AskedCell[], year: number): void {
  if (!hasRanges(sheet)) throw new Error('exceljs worksheet has no dataValidations');
  for (const run of runsOf(cells, year)) sheet.dataValidations.add(`${run.letters}${run.from}:${run.letters}${run.to}`, run.validation);
}

const hasRanges = (sheet: Worksheet): sheet is RangedSheet => 'dataValidations' in sheet;

interface Run {
  readonly letters: string;
  readonly from: number;
  to: number;
  readonly validation: DataValidation;
  readonly key: string;
}

function runsOf(cells: readonly AskedCell[], year: number): Run[] {
  const runs: Run[] = [];
  const last = new Map<string, Run>();
  for (const cell of cells) {
    const validation = validationOf(cell, year);
    const key = JSON.stringify(validation);
    const open = last.get(cell.letters);
    if (open !== undefined && open.key === key && open.to === cell.row - 1) {
      open.to = cell.row;
      continue;
    }
    const run = { letters: cell.letters, from: cell.row, to: cell.row, validation, key };
    runs.push(run);
    last.set(cell.letters, run);
  }
  return runs;
}

/** Longest texts Excel accepts in a validation: titles 32 characters, prompts and messages 255. */
const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

function validationOf({ answer, column, title }: AskedCell, year: number): DataValidation {
  const prompt = answer.prompt ?? column.prompt;
  const shared = {
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: shortened(title, 32),
    ...(prompt === undefined ? {} : { showInputMessage: true, promptTitle: shortened(title, 32), prompt: shortened(prompt, 255) }),
  };
  switch (answer.kind) {
    case 'status':
      return {
        ...shared,
        type: 'list',
        formulae: [`"${Object.values(STATUS_WORDS).join(',')}"`],
        errorStyle: 'stop',
        error: `请从下拉列表中选择：${Object.values(STATUS_WORDS).join('、')}。`,
      };
    case 'quantity':
      // A warning, not a stop: 不涉及 must be allowed in a cell for numbers.
      return {
        ...shared,
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formulae: [0],
        errorStyle: 'warning',
        error: '此处应填数字，不写单位，不写“约”“以上”。没有发生填 0；整行不涉及的填“不涉及”，由主管部门同意。要保留现在的内容吗？',
      };
    case 'date':
      return {
        ...shared,
        type: 'date',
        operator: 'between',
        formulae: [new Date(Date.UTC(year - 5, 0, 1)), new Date(Date.UTC(year + 2, 11, 31))],
        errorStyle: 'warning',
        error: `此处应填日期，如 ${year}-08-31。尚未完成或本项不涉及的留空。要保留现在的内容吗？`,
      };
    case 'text':
      return {
        ...shared,
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formulae: [1000],
        errorStyle: 'warning',
        error: '内容超过 1000 字，请写要点，详细材料另附。要保留现在的内容吗？',
      };
  }
}
