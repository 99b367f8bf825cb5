import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { ROLES } from '../../../shared/domain/returns/layout-indicators.ts';
import type { AnswerField, LayoutRow, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { WorkbookInput } from '../../documents/workbook/return-workbook.ts';
import { createRandom, seedOf } from './random.ts';
import { sampleAir } from './sample-air.ts';
import type { SampleYear } from './sample-data.ts';

export type SampleAnswers = ReadonlyMap<string, WorkbookInput>;

/** What one unit of the sample fills in, by `${rowId}|${field}`; its slips are put over it at the end. */
export function sampleAnswers(sample: SampleYear, unit: Unit, layout: ReturnLayout): SampleAnswers {
  const answers = new Map<string, WorkbookInput>();
  const random = createRandom(seedOf(sample.seed, unit.id));
  const days = layout.sheets.flatMap((sheet) => sheet.rows).flatMap((row) => (row.kind === 'day' ? [row.rowId] : []));
  const air = days.length === 0 ? new Map<string, Record<string, string>>() : sampleAir(sample, unit.name, days);
  const reportedOn = sample.late[unit.name] ?? `${sample.year + 1}-01-${String(3 + Math.floor(random() * 12)).padStart(2, '0')}`;
  let section = '';
  for (const row of layout.sheets.flatMap((sheet) => sheet.rows)) {
    if (row.kind === 'section') section = row.rowId;
    const multiYear = !YEARLY_SECTIONS.has(section);
    for (const [field, input] of rowAnswers(sample, unit, row, { random, reportedOn, multiYear, air: air.get(row.rowId) ?? {} })) {
      if (row.answers[field] !== undefined) answers.set(`${row.rowId}|${field}`, input);
    }
  }
  for (const slip of sample.slips.filter((candidate) => candidate.unit === unit.name)) {
    if (slip.text === '') answers.delete(`${slip.row}|${slip.field}`);
    else answers.set(`${slip.row}|${slip.field}`, { text: slip.text });
  }
  return answers;
}

/** 年度事项 end with the year; tasks and articles under the other headings go on. */
const YEARLY_SECTIONS: ReadonlySet<string> = new Set(['section-annex3', 'section-asked']);

interface Surroundings {
  readonly random: () => number;
  readonly reportedOn: string;
  /** The row's matter goes on beyond the year. */
  readonly multiYear: boolean;
  readonly air: Readonly<Partial<Record<string, string>>>;
}

function rowAnswers(
  sample: SampleYear,
  unit: Unit,
  row: LayoutRow,
  { random, reportedOn, multiYear, air }: Surroundings,
): [AnswerField, WorkbookInput][] {
  switch (row.kind) {
    case 'field':
      return coverAnswers(sample, row, unit, reportedOn);
    case 'indicator':
    case 'figure':
      return isRequired(row) ? figureAnswers(sample, row.rowId) : [];
    case 'task':
      return row.fixed['role'] === ROLES.responsible && !multiYear ? townTask(sample, random) : departmentTask(sample, row, multiYear);
    case 'day':
      return Object.entries(air).map(([field, text]) => [field as AnswerField, numberOrText(text ?? '')]);
    case 'section':
      return [];
  }
}

/** Only the first-named lead fills a shared figure in; the others leave it to him. */
const isRequired = (row: LayoutRow): boolean => Object.values(row.answers).some((answer) => answer.required);

function coverAnswers(sample: SampleYear, row: LayoutRow, unit: Unit, reportedOn: string): [AnswerField, WorkbookInput][] {
  const texts: Partial<Record<AnswerField, WorkbookInput>> = {
    reporter: { text: `${unit.name}填报人（示例）` },
    reviewer: { text: `${unit.name}审核人（示例）` },
    phone: { text: sample.phone },
    reportedOn: { date: reportedOn },
  };
  return Object.keys(row.answers).flatMap((field): [AnswerField, WorkbookInput][] => {
    const input = texts[field as AnswerField];
    return input === undefined ? [] : [[field as AnswerField, input]];
  });
}

/** 文字目标 asks a status beside the figure. */
function figureAnswers(sample: SampleYear, rowId: string): [AnswerField, WorkbookInput][] {
  const figure = { status: sample.statuses[rowId]?.status ?? '已完成', ...sample.figures[rowId] };
  return Object.entries(figure).flatMap(([field, text]): [AnswerField, WorkbookInput][] =>
    text === undefined ? [] : [[field as AnswerField, field === 'status' ? { text } : { number: text }]],
  );
}

function departmentTask(sample: SampleYear, row: LayoutRow, multiYear: boolean): [AnswerField, WorkbookInput][] {
  const stated = sample.statuses[row.rowId];
  const answers: [AnswerField, WorkbookInput][] = [
    ['status', { text: stated?.status ?? (multiYear ? '按序推进' : '已完成') }],
    ['progress', { text: stated?.progress ?? (multiYear ? '按年度计划推进，台账齐全。' : '已按要求完成，台账齐全。') }],
    ['evidence', { text: '工作台账（示例）' }],
  ];
  if (stated?.date !== undefined) answers.push(['date', { date: stated.date }]);
  return answers;
}

function townTask(sample: SampleYear, random: () => number): [AnswerField, WorkbookInput][] {
  const drawn = random();
  const status =
    drawn < sample.townDoneShare
      ? '已完成'
      : drawn < sample.townDoneShare + 0.09
        ? '进度滞后'
        : drawn < sample.townDoneShare + 0.12
          ? '不涉及'
          : '未启动';
  const month = String(5 + Math.floor(random() * 8)).padStart(2, '0');
  const answers: [AnswerField, WorkbookInput][] = [
    ['status', { text: status }],
    ['progress', { text: status === '已完成' ? '已落实，巡查记录齐全。' : '详见专题报告。' }],
  ];
  if (status === '已完成')
    answers.push(['date', { date: `${sample.year}-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}` }]);
  return answers;
}

const numberOrText = (text: string): WorkbookInput => (/^-?\d+(\.\d+)?$/.test(text) ? { number: text } : { text });
