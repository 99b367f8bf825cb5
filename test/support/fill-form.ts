import { writeFileSync } from 'node:fs';
import exceljs from 'exceljs';

export interface FormAnswers {
  /** 填报日期. */
  readonly reportedOn: string;
  /** What is typed instead, by `${编号}|${column title}`; null leaves the cell blank. */
  readonly changes?: Readonly<Record<string, string | number | null>>;
  /** PM2.5, PM10, SO2, NO2, CO, O3 of a day of 空气监测; without it the sheet stays blank. */
  readonly air?: (date: string) => readonly (number | null)[];
}

/**
 * Fills in a form as it was sent out, of whatever district and year, by what its own cells say: a unit that has met every target. Only cells
 * that are unlocked are typed into.
 */
export async function fillForm(form: string, filled: string, answers: FormAnswers): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(form);
  for (const sheet of workbook.worksheets.filter((one) => one.state === 'visible')) {
    const table = tableOf(sheet);
    if (table === null) fillCover(sheet, answers);
    else for (const row of table.rows) fillRow(row, table.titles, answers);
  }
  writeFileSync(filled, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const COVER: Readonly<Record<string, string>> = { 填报人: '甲', 审核人: '乙', 联系电话: '000-0000000' };

function fillCover(sheet: exceljs.Worksheet, { reportedOn }: FormAnswers): void {
  sheet.eachRow((row) => {
    const label = row.getCell(1).text;
    const cell = row.getCell(2);
    if (isAsked(cell)) cell.value = label === '填报日期' ? reportedOn : (COVER[label] ?? null);
  });
}

interface Table {
  readonly titles: readonly string[];
  readonly rows: readonly exceljs.Row[];
}

/** The rows below the header, which begins with 编号 or 日期; null for 填报说明. */
function tableOf(sheet: exceljs.Worksheet): Table | null {
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1));
  const header = rows.findIndex((row) => ['编号', '日期'].includes(row.getCell(1).text));
  const titles = rows[header];
  if (titles === undefined) return null;
  return {
    titles: Array.from({ length: sheet.columnCount }, (_, index) => titles.getCell(index + 1).text),
    rows: rows.slice(header + 1),
  };
}

function fillRow(row: exceljs.Row, titles: readonly string[], answers: FormAnswers): void {
  const first = row.getCell(1).value;
  const id = first instanceof Date ? first.toISOString().slice(0, 10) : row.getCell(1).text;
  const targetAt = titles.findIndex((title) => title.endsWith('年目标'));
  const target = targetAt < 0 ? '' : row.getCell(targetAt + 1).text;
  const year = titles[targetAt]?.slice(0, 4) ?? answers.reportedOn.slice(0, 4);
  const rate = titles.some((title, index) => title === '分母' && isAsked(row.getCell(index + 1)));
  const air = first instanceof Date ? answers.air?.(id) : undefined;
  titles.forEach((title, index) => {
    const cell = row.getCell(index + 1);
    if (!isAsked(cell)) return;
    const changed = answers.changes?.[`${id}|${title}`];
    const typed =
      changed === undefined ? (air === undefined ? typedFor(title, target, { rate, year }) : (air[index - 1] ?? null)) : changed;
    if (typed !== null) cell.value = typed;
  });
}

interface Asked {
  /** 分子 and 分母 are asked. */
  readonly rate: boolean;
  readonly year: string;
}

function typedFor(title: string, target: string, { rate, year }: Asked): string | number | null {
  switch (title) {
    case '完成状态':
      return '已完成';
    case '完成日期':
      return target.includes('月') ? `${year}-06-30` : null;
    case '分子':
      return Math.round((meeting(target) * wholeFor(target)) / 100);
    case '分母':
      return wholeFor(target);
    case '当年新增':
      return 0;
    case '完成值':
      return rate || !/\d/.test(target) ? null : meeting(target);
    default:
      return null;
  }
}

/** Counts are whole, and no year has more than 366 days: 83.5% is 167 of 200, 88.1% is 881 of 1000. */
const wholeFor = (target: string): number => (Number.isInteger(meeting(target) * 2) ? 200 : 1000);

/** The number of the target itself; one beyond it where the target says ＞ or ＜. */
function meeting(target: string): number {
  const number = Number(/\d+(?:\.\d+)?/.exec(target)?.[0] ?? 1);
  if (target.startsWith('＞')) return number + 1;
  return target.startsWith('＜') ? Math.max(0, number - 1) : number;
}

const isAsked = (cell: exceljs.Cell): boolean => cell.protection?.locked === false;
