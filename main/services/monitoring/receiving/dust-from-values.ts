import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import type { MonitoringReading, ReadDay } from '../../../../shared/domain/monitoring/types.ts';
import type { CellWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';
import type { DustDay } from '../../../db/queries/dust-forecast.ts';
import { dustSpan } from './dust-span.ts';
import type { DustFile } from './dust-file.ts';
import type { PreparedDay } from './prepare-days.ts';

/**
 * The dust days of a platform's table (扣沙数据), which has a dash for the particles where dust was deducted. Its other values are compared with
 * what was measured and replace nothing. Null where no row has such a dash: then the file is one of measured values.
 */
export function dustFromValues(
  name: string,
  workbook: CellWorkbook,
  { days }: MonitoringReading,
  prepared: readonly PreparedDay[],
): { readonly content: { readonly kind: 'dust' } & DustFile; readonly findings: readonly Finding[] } | null {
  const deducted = days.filter(isDeducted);
  const entries = deducted.map((day): DustDay => ({
    date: day.date,
    placeId: day.placeId,
    note: '',
    sheet: day.sheet,
    cell: day.cells.pm10 ?? day.cells.pm25 ?? '',
  }));
  const span = entries.length === 0 ? null : dustSpan(name, workbook, entries);
  const [first] = deducted;
  if (span === null || first === undefined) return null;
  const others = days.length - deducted.length;
  return {
    content: { kind: 'dust', entries, span, beside: prepared },
    findings: [
      finding('DUST_FROM_VALUES', { file: name, sheet: first.sheet, cell: entries[0]?.cell ?? null }, { count: entries.length }),
      ...(others === 0 ? [] : [finding('DUST_DAYS_NOT_TAKEN', { file: name, sheet: first.sheet }, { count: others })]),
    ],
  };
}

/** Both particles are named and neither has a value, while something else of the day has. */
const isDeducted = ({ values, cells }: ReadDay): boolean =>
  cells.pm25 !== undefined &&
  cells.pm10 !== undefined &&
  values.pm25 === undefined &&
  values.pm10 === undefined &&
  Object.values(values).some((value) => value !== undefined);
