import { comparableText } from '../../../returns/cell-text.ts';
import type { Plan } from '../../schema.ts';
import { matchUnit } from '../../unit-names.ts';
import { bookOf, ALL } from '../make/book-of-plan.ts';
import { printedDate } from '../days.ts';
import { splitNames } from '../words.ts';
import { dateOf, type TableContext, tellCode } from './fields.ts';
import type { FoundLine, FoundTable } from './find-table.ts';
import { lineText } from './lines.ts';
import { nearestName } from './nearest.ts';
import { onSheet } from './notes.ts';
import { LINES } from '../columns.ts';

export type Head = Pick<Plan, 'id' | 'district' | 'document'>;

/** 方案 of a workbook that a new work is made of. `planId`: what it is called where the sheet says nothing. */
export function readHead(context: TableContext, blank: Plan, planId: string): Head {
  const { table, notes } = context;
  for (const key of ['documentTitle', 'documentNumber', 'issuer', 'date', 'district'] as const) {
    const line = table.lines.find((one) => one.key === key);
    if (line === undefined) notes.add('BOOK_VALUE_MISSING', onSheet(table.sheet), { column: LINES[key] });
    else if (line.cell.text === '') notes.add('BOOK_VALUE_MISSING', line.cell, { column: LINES[key] });
    else tellCode(notes, line.cell);
  }
  const date = dateLine(context, 'date') ?? '';
  const letterhead = lineText(table, 'letterhead');
  return {
    id: readPlanId(context, planId),
    district: {
      name: lineText(table, 'district'),
      aliases: splitNames(lineText(table, 'districtAliases')),
      city: lineText(table, 'city') || null,
      ...(letterhead === '' ? {} : { letterhead }),
    },
    document: {
      ...blank.document,
      title: lineText(table, 'documentTitle'),
      number: lineText(table, 'documentNumber'),
      issuer: lineText(table, 'issuer'),
      date,
      datePrinted: date === '' ? '' : printedDate(date),
    },
  };
}

function readPlanId({ table, notes }: TableContext, planId: string): string {
  const line = table.lines.find((one) => one.key === 'planId');
  const text = line?.cell.text ?? '';
  if (line === undefined || text === '') return planId;
  if (!/^[a-z0-9-]+$/u.test(text)) notes.add('BOOK_LINE_UNREADABLE', line.cell, { line: LINES.planId, text });
  return text;
}

function dateLine(context: TableContext, key: string): string | undefined {
  const line = context.table.lines.find((one) => one.key === key);
  return line === undefined ? undefined : dateOf(line.cell, line.title, context);
}

/** 报送安排 of a new plan: last days, and who sends daily air values. */
export function readReporting(
  context: TableContext,
  plan: Pick<Plan, 'district' | 'unitKinds' | 'units'>,
): Omit<Plan['reporting'], 'townItems'> {
  const due = context.table.lines.filter((line) => line.key.startsWith('due:'));
  const dates = due.flatMap((line) => {
    const date = dateOf(line.cell, line.title, context);
    return date === undefined ? [] : [[line.key.slice('due:'.length), date] as const];
  });
  return { dueDates: Object.fromEntries(dates), townAir: readTownAir(context, plan) };
}

function readTownAir({ table, notes }: TableContext, plan: Pick<Plan, 'district' | 'unitKinds' | 'units'>): Plan['reporting']['townAir'] {
  const line = table.lines.find((one) => one.key === 'townAir');
  if (line === undefined || line.cell.text === '' || line.cell.text === ALL) return 'all';
  return splitNames(line.cell.text).flatMap((name) => {
    const unit = matchUnit(plan, name);
    if (unit !== null) return [unit.id];
    notes.add('BOOK_UNIT_UNKNOWN', line.cell, {
      name,
      nearest:
        nearestName(
          name,
          plan.units.map((one) => one.name),
        ) ?? '',
    });
    return [];
  });
}

/** Of a plan that stands in a work, 方案 is shown and not changed by a workbook: what was written over is told of. */
export function tellKept(table: FoundTable, base: Plan, context: Pick<TableContext, 'notes'>): void {
  const before = new Map(bookOf(base, 0)[0]?.lines.map((line) => [line.key, line.value]));
  const changed = ({ key, cell }: FoundLine): boolean =>
    cell.text !== '' && comparableText(before.get(key) ?? '') !== comparableText(cell.text);
  for (const line of table.lines.filter(changed))
    context.notes.add('BOOK_LINE_KEPT', line.cell, { line: line.title, before: before.get(line.key) ?? '', after: line.cell.text });
}
