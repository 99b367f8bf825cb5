import { type Unit, unitKindOf } from '../plan/unit-schema.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import { daysOfYear } from '../calendar.ts';
import type { AnswerCell, AnswerField, LayoutColumn, LayoutSheet } from './types.ts';

export type AirField = Extract<AnswerField, 'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3'>;

/**
 * The six pollutants of a day (GB 3095-2012 表1). `impossible` is a daily value at and above which something else than air was typed:
 * another unit, another column, two figures in one cell.
 */
export const AIR_POLLUTANTS: readonly {
  readonly field: AirField;
  readonly title: string;
  readonly unit: string;
  readonly impossible: number;
}[] = [
  { field: 'pm25', title: 'PM2.5', unit: '微克/立方米', impossible: 1000 },
  { field: 'pm10', title: 'PM10', unit: '微克/立方米', impossible: 2000 },
  { field: 'so2', title: 'SO2', unit: '微克/立方米', impossible: 1000 },
  { field: 'no2', title: 'NO2', unit: '微克/立方米', impossible: 1000 },
  { field: 'co', title: 'CO', unit: '毫克/立方米', impossible: 50 },
  { field: 'o3', title: 'O3日最大8小时', unit: '微克/立方米', impossible: 1000 },
];

const COLUMNS: readonly LayoutColumn[] = [
  { key: 'id', title: '日期', width: 13, answer: null },
  ...AIR_POLLUTANTS.map(({ field, title, unit }): LayoutColumn => ({
    key: field,
    title: `${title}\n（${unit}）`,
    width: 16,
    answer: field,
    prompt: `${title}${field === 'o3' ? '滑动平均最大值' : '日均值'}，单位：${unit}。缺测留空或填“—”。`,
  })),
];

/** 空气监测: one row a day, 366 in a leap year. Null for units that are not asked for it. */
export function airSheet(plan: YearPlan, unit: Unit): LayoutSheet | null {
  const { year } = plan;
  const { townAir } = plan.reporting;
  if (!unitKindOf(plan, unit).air || (townAir !== 'all' && !townAir.includes(unit.id))) return null;
  const answers = Object.fromEntries(
    AIR_POLLUTANTS.map(({ field, unit: measuredIn }): [string, AnswerCell] => [
      field,
      { kind: 'quantity', unit: measuredIn, required: false },
    ]),
  );
  return {
    kind: 'air',
    name: '空气监测',
    title: `${unit.name}${year}年空气监测日报`,
    notes: [
      '填日均值；O3填日最大8小时滑动平均值。CO的单位是毫克/立方米，其余为微克/立方米。',
      '缺测的日子留空或填“—”，不要填 0，也不要删除该行。',
    ],
    columns: COLUMNS,
    rows: daysOfYear(year).map((date) => ({ rowId: date, kind: 'day', fixed: { id: date }, answers })),
  };
}
