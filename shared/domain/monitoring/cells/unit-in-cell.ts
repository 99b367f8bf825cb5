import { plainText } from '../../returns/cell-text.ts';
import type { RawValue } from '../../tables/raw-workbook.ts';
import { pollutantText } from '../pollutant-text.ts';
import { factorOf } from '../plan-table.ts';
import type { ConcentrationUnit, Field } from '../types.ts';
import { type CellValue, readValue } from '../values.ts';

const WITH_UNIT = /^([+-]?\d+(?:\.\d+)?) ?(\D.*)$/u;

/**
 * A value with its unit behind it, 35μg/m³: read in that unit, where the heading states none or the same. Null for anything else: two units of one
 * value are two readings.
 */
export function valueWithUnit(cell: RawValue, field: Field, stated: ConcentrationUnit | null): CellValue | null {
  const [, digits, rest] = cell.type === 'text' ? (WITH_UNIT.exec(plainText(cell.text)) ?? []) : [];
  if (digits === undefined || rest === undefined) return null;
  const said = pollutantText(rest);
  const unit = said === null || said.pollutant !== null || said.average !== null || said.state !== null ? null : said.unit;
  if ((unit !== 'µg/m³' && unit !== 'mg/m³') || (stated !== null && stated !== unit)) return null;
  return readValue({ type: 'text', text: digits }, field, factorOf(field, unit));
}
