import type { Indicator, Plan } from '../../schema.ts';
import { parseTarget } from '../../target.ts';
import { HEAD_JOINT } from '../columns.ts';
import { defaultIndicators, indicatorHead } from '../make/defaults.ts';
import { printedCell } from '../make/printed-cell.ts';
import { YES_NO } from '../words.ts';
import { choiceOf, tellCode } from './fields.ts';
import type { FoundTable } from './find-table.ts';
import { lineText, lineTexts } from './lines.ts';
import { onSheet } from './notes.ts';
import { planRows, type PlanRow, targetColumns } from './plan-rows.ts';
import { readLeads } from './read-leads.ts';
import { type MeasureRow, readMeasure } from './read-measure.ts';
import { idOf, type TableReading } from './reading.ts';

/** 附件1; null where the table has no row. */
export function readIndicators(reading: TableReading): Plan['annex1'] | null {
  const { table } = reading;
  const { rows } = planRows(reading);
  if (rows.length === 0) return null;
  const years = [...table.years('target')];
  if (years.length === 0) reading.notes.add('BOOK_YEARS_NONE', onSheet(table.sheet));
  const usual = defaultIndicators(years);
  const columns = lineText(table, 'columns');
  const notes = lineTexts(table, 'note').filter((note) => note !== '');
  const categories = filledDown(rows.map((row) => row.first.at('category').text));
  return {
    label: lineText(table, 'label') || usual.label,
    title: lineText(table, 'title') || table.heading || usual.title,
    columns: columns === '' ? usual.columns : headWithYears(columns.split(HEAD_JOINT), years),
    years,
    rows: rows.flatMap((row, index) => readIndicator(reading, row, categories[index] ?? '', years) ?? []),
    notes,
  };
}

function readIndicator(reading: TableReading, row: PlanRow, category: string, years: readonly number[]): Indicator | null {
  const { table, notes } = reading;
  const { first } = row;
  const id = idOf(reading, first, 'row', () => reading.ids.next('A1-', 2), row.id);
  if (category === '') notes.add('BOOK_VALUE_MISSING', first.at('category'), { column: table.title('category') });
  const cumulative = choiceOf(reading, first, 'cumulative', YES_NO, false, false);
  const leads = readLeads(reading, first);
  const lines = [first, ...row.further];
  const name = first.at('name').text.replace(/^[＊*]\s*/u, '');
  const measureRow: MeasureRow = {
    id,
    isNew: row.id !== id,
    name,
    within: null,
    cumulative: cumulative === true,
    ownYear: null,
    divided: dividedCells(table, lines),
  };
  const measures = lines.map((line, index) => readMeasure(reading, line, measureRow, index));
  tellNames(reading, lines);
  const sound = measures.filter((measure) => measure !== null);
  if (category === '' || cumulative === null || leads === null || sound.length < measures.length) return null;
  const label = first.at('label').text;
  const printed = (year: number): string => first.at(`printed:${year}`).text || printedCell(sound, year);
  return {
    id,
    ...(label === '' ? {} : { label }),
    category,
    name,
    cumulative,
    printedTargets: Object.fromEntries(years.map((year) => [String(year), printed(year)])),
    ...leads,
    measures: sound,
  };
}

/** Names of one row that say the same, or that are none. */
function tellNames({ notes }: TableReading, lines: readonly PlanRow['first'][]): void {
  for (const [index, line] of lines.entries()) {
    const cell = line.at('measureName');
    for (const named of index === 0 ? [line.at('name'), cell] : [cell]) tellCode(notes, named);
    const twin = lines.slice(0, index).find((other) => cell.text !== '' && other.at('measureName').text === cell.text);
    if (twin !== undefined) notes.add('BOOK_MEASURE_TWICE', cell, { measure: cell.text, first: twin.at('measureName').address ?? '' });
  }
}

/** A cell that stands for all 指标量 of its row, as printed: 32（100）, with nothing in the lines below. */
function dividedCells(table: FoundTable, lines: readonly PlanRow['first'][]): ReadonlyMap<string, readonly string[]> {
  const [first, ...more] = lines;
  if (first === undefined || more.length === 0) return new Map();
  return new Map(
    targetColumns(table).flatMap((column) => {
      const text = first.at(column).text;
      const parts = /^([^()（）]+)[（(]([^()（）]+)[)）]$/u.exec(text)?.slice(1) ?? [];
      const alone = more.every((line) => line.at(column).text === '');
      return alone && parts.length === lines.length && parseTarget(text, 'ge').length === parts.length ? [[column, parts] as const] : [];
    }),
  );
}

/** A blank cell means the category above it, as annexes are printed with merged cells. */
function filledDown(texts: readonly string[]): string[] {
  let last = '';
  return texts.map((text) => (last = text === '' ? last : text));
}

/** Titles of the printed head with those of the years that the table has now. */
function headWithYears(columns: readonly string[], years: readonly number[]): string[] {
  const isYear = (title: string): boolean => /20\d\d/u.test(title);
  const same =
    columns.filter(isYear).length === years.length && years.every((year) => columns.some((title) => title.includes(String(year))));
  if (same) return [...columns];
  const at = columns.findIndex(isYear);
  const others = columns.filter((title) => !isYear(title));
  const before = at === -1 ? Math.max(0, others.length - 1) : at;
  return [...others.slice(0, before), ...indicatorHead(years).slice(3, 3 + years.length), ...others.slice(before)];
}
