import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { cellAddress } from '../../../../../shared/domain/returns/locate-sheet.ts';
import type { NamedUnits } from '../../../../../shared/domain/plan/unit-schema.ts';
import { readMonitoring } from '../../../../../shared/domain/monitoring/read-monitoring.ts';
import type { MonitoringOptions, MonitoringReading } from '../../../../../shared/domain/monitoring/types.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

export const PLAN: NamedUnits = loadTestPlan();

export const townId = (name: string): string => PLAN.units.find((unit) => unit.name === name)?.id ?? `no ${name}`;

export type Written = string | number | null | RawValue;

/** A sheet from rows as one would type them; figures become numbers, all else text. */
export function sheetOf(name: string, rows: readonly (readonly Written[])[], merges: readonly string[] = []): RawSheet {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((written, position): RawCell[] => {
      const value = valueOf(written);
      return value === null
        ? []
        : [{ address: cellAddress(position + 1, index + 1), row: index + 1, column: position + 1, value, formula: false }];
    }),
  );
  return { name, visibility: 'visible', cells, merges };
}

function valueOf(written: Written): RawValue | null {
  if (written === null || written === '') return null;
  if (typeof written === 'number') return { type: 'number', digits: String(written), format: 'general' };
  return typeof written === 'string' ? { type: 'text', text: written } : written;
}

export const bookOf = (...sheets: readonly RawSheet[]): RawWorkbook => ({ sheets, date1904: false });

export function readBook(workbook: RawWorkbook, options: Partial<MonitoringOptions> = {}): MonitoringReading {
  const reading = readMonitoring(workbook, {
    file: '监测.xlsx',
    plan: PLAN,
    districtNames: ['合川区', '全区'],
    hourStamp: 'auto',
    year: null,
    ...options,
  });
  for (const { code, params } of reading.findings) {
    const sentence = findingText(code, params);
    if (/undefined|null|NaN/.test(sentence)) throw new Error(`${code}: ${sentence}`);
  }
  return reading;
}

export const readRows = (rows: readonly (readonly Written[])[], options: Partial<MonitoringOptions> = {}): MonitoringReading =>
  readBook(bookOf(sheetOf('Sheet1', rows)), options);

/** 'place station date field=value …' for each day that has a value or an invalid one, in order. */
export const dayLines = ({ days }: MonitoringReading): string[] =>
  days
    .filter(({ values, o3OneHour, invalid }) => Object.keys(values).length > 0 || o3OneHour !== null || invalid.length > 0)
    .map(({ placeId, station, date, values, o3OneHour }) =>
      [
        placeId,
        station,
        date,
        ...Object.entries(values)
          .toSorted()
          .map(([field, value]) => `${field}=${value}`),
        ...(o3OneHour === null ? [] : [`o3OneHour=${o3OneHour}`]),
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .toSorted();

/** 'place station date field hour=thousandths …', only hours with a value or an invalid one. */
export const hourLines = ({ hours }: MonitoringReading): string[] =>
  hours
    .flatMap(({ placeId, station, hours: { date, values } }) =>
      Object.entries(values).map(
        ([field, all]) =>
          `${placeId} ${station} ${date} ${field} ${[...all].flatMap((value, hour) => (value === -2_147_483_648 ? [] : [`${hour}=${value === -2_147_483_647 ? 'x' : value}`])).join(' ')}`,
      ),
    )
    .toSorted();

export const codes = ({ findings }: MonitoringReading): string[] => [...new Set(findings.map(({ code }) => code))].toSorted();

/** 'CODE cell' of the findings with this code. */
export const places = ({ findings }: MonitoringReading, code: string): (string | null)[] =>
  findings.filter((one) => one.code === code).map(({ cell }) => cell);
