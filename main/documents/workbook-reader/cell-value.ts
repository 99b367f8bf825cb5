import type { RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { digitsOf } from './digits.ts';
import { type CellStyle } from './cell-formats.ts';
import type { NumberFormat } from './number-format.ts';
import type { LookedText } from './runs.ts';

/** One c element of a sheet (ECMA-376-1, 18.3.1.4) as it was read. */
export interface CellSource {
  /** s, str, inlineStr, n, b, e or d. */
  readonly type: string;
  readonly style: CellStyle;
  /** The formula as written; null without one. */
  formula: string | null;
  /** Text of v; null without v, which differs from an empty one: an empty result of a formula is a result. */
  value: string | null;
  inline: LookedText | null;
}

const BLANK: RawValue = { type: 'blank' };
const TRUE: RawValue = { type: 'boolean', value: true };
const FALSE: RawValue = { type: 'boolean', value: false };

/** The value of a cell; 'malformed' where it points to a shared string that does not exist. */
export function cellValue(cell: CellSource, strings: readonly LookedText[]): RawValue | 'malformed' {
  const { type, value, inline } = cell;
  if (type === 'inlineStr' && inline !== null) return inline.value;
  if (value === null) return BLANK;
  switch (type) {
    case 's':
      return value === '' ? BLANK : sharedString(value, strings);
    case 'b':
      return booleanValue(value);
    case 'e':
      return { type: 'error', code: value };
    case 'n':
      return numberValue(value, cell.style.format);
    default:
      // str, inlineStr without is, d (an ISO date stays as it is written) and types of later versions.
      return textValue(value);
  }
}

const textValue = (text: string): RawValue => ({ type: 'text', text });

function sharedString(index: string, strings: readonly LookedText[]): RawValue | 'malformed' {
  return (/^\d+$/.test(index) ? strings[Number(index)]?.value : undefined) ?? 'malformed';
}

function booleanValue(value: string): RawValue {
  if (value === '1' || value === 'true') return TRUE;
  return value === '0' || value === 'false' ? FALSE : textValue(value);
}

/** What should be a number and is none, as the NaN of some writers, is kept as text: the finding then names the cell instead of the file. */
function numberValue(value: string, format: NumberFormat): RawValue {
  const trimmed = value.trim();
  if (trimmed === '') return BLANK;
  const digits = digitsOf(trimmed);
  return digits === null ? textValue(trimmed) : { type: 'number', digits, format };
}
