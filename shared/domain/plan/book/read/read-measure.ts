import type { Measure, Operator, Target } from '../../schema.ts';
import { printsOperator } from '../../target.ts';
import { neighbouringTargets, turnedRemark } from '../../typed-target.ts';
import { BASES, DIRECTIONS, KINDS, ZERO } from '../words.ts';
import { choiceOf } from './fields.ts';
import type { FoundRow } from './find-table.ts';
import type { ReadCell } from './grid.ts';
import type { Notes } from './notes.ts';
import { type MeasureOwner, readMeasureId } from './measure-id.ts';
import { targetColumns } from './plan-rows.ts';
import { targetOf } from './read-target.ts';
import type { TableReading } from './reading.ts';
import { OWN_TARGET } from './titles.ts';

/** What a row says of all its 指标量. */
export interface MeasureRow extends MeasureOwner {
  readonly name: string;
  readonly cumulative: boolean;
  /** The year that a bare 目标 means. */
  readonly ownYear: number | null;
  /** Texts that stand in the place of cells, by column and position: 32（100） is divided. */
  readonly divided: ReadonlyMap<string, readonly string[]>;
}

/** One 指标量 of a row; null, with findings, where something that it cannot be without is missing. */
export function readMeasure(reading: TableReading, line: FoundRow, row: MeasureRow, index: number): Measure | null {
  const name = line.at('measureName').text || (row.within === null ? withoutUnit(row.name) : '');
  const unit = line.at('unit').text || (row.within === null ? unitIn(row.name) : '');
  if (name === '') reading.notes.add('BOOK_VALUE_MISSING', line.at('measureName'), { column: reading.table.title('measureName') });
  if (unit === '') reading.notes.add('BOOK_VALUE_MISSING', line.at('unit'), { column: reading.table.title('unit') });
  const hasParts = ['numeratorName', 'denominatorName'].some((column) => line.at(column).text !== '');
  const kind = choiceOf(reading, line, 'kind', KINDS, hasParts || unit === '%' ? 'rate' : 'amount');
  const basis = choiceOf(reading, line, 'basis', BASES, usualBasis(row, kind));
  const zero = choiceOf(reading, line, 'zero', ZERO, 'error', false);
  const targets = readTargets(reading, line, { ...row, measure: { name, unit }, index });
  const decimals = readDecimals(reading, line, kind, targets);
  const parts = readParts(reading, line, kind, name);
  const subject = reading.subjects.keyOf(line.at('subject').text || name, line.at('subject'));
  const id = readMeasureId(reading, line, row, index);
  if (name === '' || unit === '' || kind === null || basis === null || zero === null || decimals === null) return null;
  if (targets === null || parts === null) return null;
  const scope = line.at('scope').text;
  const { target, stretch } = targets;
  return {
    id,
    name,
    unit,
    kind,
    basis,
    decimals,
    ...parts,
    zeroDenominator: zero,
    subject,
    ...(scope === '' ? {} : { scope }),
    targets: target,
    ...(Object.keys(stretch).length === 0 ? {} : { stretch }),
  };
}

/** 环保绩效企业（家） reports 家 of 环保绩效企业. */
const UNIT_AT_END = /[（(]([^（()）]+)[)）]\s*$/u;
const firstLine = (name: string): string => name.split('\n')[0] ?? name;
const unitIn = (name: string): string => UNIT_AT_END.exec(firstLine(name))?.[1] ?? '';
const withoutUnit = (name: string): string => firstLine(name).replace(UNIT_AT_END, '').trim();

function usualBasis({ within, cumulative, ownYear }: MeasureRow, kind: Measure['kind'] | null): Measure['basis'] {
  if (cumulative) return 'cumulative';
  if (within === null || kind === 'rate') return 'level';
  return ownYear === null ? 'cumulative' : 'yearly';
}

interface TargetRow extends MeasureRow {
  readonly measure: Pick<Measure, 'name' | 'unit'>;
  /** Which 指标量 of its row. */
  readonly index: number;
}

interface Targets {
  readonly target: Record<string, Target>;
  readonly stretch: Record<string, Target>;
}

/** Targets by year. A blank cell of 附件1 is a target that is not set yet; in a running text there is none. */
function readTargets(reading: TableReading, line: FoundRow, row: TargetRow): Targets | null {
  const { table, notes } = reading;
  const { measure, index } = row;
  const direction = choiceOf(reading, line, 'direction', DIRECTIONS, 'ge', false);
  const found: Targets = { target: {}, stretch: {} };
  let sound = direction !== null;
  for (const column of targetColumns(table)) {
    const cell = line.at(column);
    const text = row.divided.get(column)?.[index] ?? cell.text;
    const [kind, year] = column === OWN_TARGET ? ['target' as const, String(row.ownYear)] : kindAndYear(column);
    if (text === '' && cell.value.type === 'blank' && (row.within !== null || kind === 'stretch')) continue;
    const request = { cell, text, direction: direction ?? 'ge', column: table.title(column), measure, within: row.within };
    const target = cell.broken === null ? targetOf(request, notes) : null;
    if (target === null) sound = false;
    else found[kind][year] = target;
    if (target !== null && kind === 'target') tellTurned(found.target, Number(year), cell, notes);
  }
  if (sound && direction !== null) tellDirection(reading, line, found, direction);
  if (Object.keys(found.target).length > 0) return sound ? found : null;
  if (sound)
    notes.add('BOOK_TARGET_NONE', line.at(targetColumns(table)[0] ?? 'name'), {
      measure: line.at('measureName').text || row.name,
      year: row.ownYear ?? '',
    });
  return null;
}

/** A target whose direction is not that of the years read before it. */
function tellTurned(targets: Readonly<Record<string, Target>>, year: number, cell: ReadCell, notes: Notes): void {
  const target = targets[String(year)];
  const others = neighbouringTargets(
    Object.entries(targets).map(([one, other]) => [Number(one), other] as const),
    year,
  );
  for (const { code, params } of target === undefined ? [] : turnedRemark(target, others)) notes.add(code, cell, params);
}

function kindAndYear(column: string): ['target' | 'stretch', string] {
  const [kind = '', year = ''] = column.split(':');
  return [kind === 'stretch' ? 'stretch' : 'target', year];
}

/** A number without ≥ or ≤ needs the column that says how it is meant; where that is blank, what is assumed is said. */
function tellDirection({ table, notes }: TableReading, line: FoundRow, { target, stretch }: Targets, direction: Operator): void {
  if (line.at('direction').text !== '') return;
  const bare = [...Object.values(target), ...Object.values(stretch)].some((one) => one.kind === 'number' && !printsOperator(one.printed));
  if (bare) notes.add('BOOK_ASSUMED', line.at('direction'), { column: table.title('direction'), value: DIRECTIONS.textOf(direction) });
}

/** As many decimals as the finest target has, at least one for a rate, where nothing is said. */
function readDecimals(
  { table, notes }: TableReading,
  line: FoundRow,
  kind: Measure['kind'] | null,
  targets: Targets | null,
): number | null {
  const cell = line.at('decimals');
  if (cell.text !== '') {
    if (/^[0-4]$/u.test(cell.text.normalize('NFKC'))) return Number(cell.text.normalize('NFKC'));
    notes.add('BOOK_DECIMALS', cell, { text: cell.text });
    return null;
  }
  const values = Object.values(targets?.target ?? {}).flatMap((target) =>
    target.kind === 'number' ? [target.value] : target.kind === 'range' ? [target.low, target.high] : [],
  );
  const assumed = Math.min(4, Math.max(kind === 'rate' ? 1 : 0, ...values.map((value) => (value.split('.')[1] ?? '').length)));
  notes.add('BOOK_ASSUMED', cell, { column: table.title('decimals'), value: String(assumed) });
  return assumed;
}

const PARTS = ['numeratorName', 'numeratorUnit', 'denominatorName', 'denominatorUnit'] as const;

/** 分子 and 分母 of a rate; null, with findings, where one is missing or where an amount has one. */
function readParts(
  { table, notes }: TableReading,
  line: FoundRow,
  kind: Measure['kind'] | null,
  measure: string,
): Pick<Measure, 'numerator' | 'denominator'> | null {
  const [numeratorName, numeratorUnit, denominatorName, denominatorUnit] = PARTS.map((column) => line.at(column).text);
  if (kind === null) return null;
  if (kind === 'amount') {
    const stray = PARTS.find((column) => line.at(column).text !== '');
    if (stray === undefined) return {};
    notes.add('BOOK_AMOUNT_PARTS', line.at(stray), { measure });
    return null;
  }
  const missing = PARTS.filter((column) => line.at(column).text === '');
  for (const column of missing) notes.add('BOOK_RATE_PARTS', line.at(column), { measure, column: table.title(column) });
  if (missing.length > 0) return null;
  return {
    numerator: { name: numeratorName ?? '', unit: numeratorUnit ?? '' },
    denominator: { name: denominatorName ?? '', unit: denominatorUnit ?? '' },
  };
}
