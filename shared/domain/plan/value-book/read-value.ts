import { exact, toText } from '../../numbers/decimal.ts';
import { plainText } from '../../returns/cell-text.ts';
import { parseQuantity } from '../../returns/parse-quantity.ts';
import { relateUnit } from '../../returns/quantity-units.ts';
import type { ReadCell } from '../book/read/grid.ts';
import type { Notes } from '../book/read/notes.ts';
import { noteFault, tellFormula } from '../book/read/read-target.ts';
import type { Measure } from '../schema.ts';
import { limitFault } from '../measure-limits.ts';
import { readTypedTarget } from '../typed-target.ts';

interface ValueRequest {
  readonly cell: ReadCell;
  readonly title: string;
  readonly measure: Measure;
}

/** The words of a target that can be used; null, with a finding, for one that cannot. */
export function targetWords({ cell, title, measure }: ValueRequest, notes: Notes): string | null {
  const { value } = cell;
  if (value.type === 'number' && value.format === 'date') {
    notes.add('BOOK_TARGET_DATE', cell, { column: title });
    return null;
  }
  const text = typedTarget(cell);
  const read = readTypedTarget(text, measure, []);
  if (!read.ok) {
    noteFault(read.fault, { cell, text }, notes);
    return null;
  }
  tellFormula({ cell, text, read: '' }, notes);
  for (const { code, params } of read.remarks) notes.add(code, cell, params);
  if (read.target.kind === 'number') tellFraction(text, read.target.value, { cell, measure }, notes);
  return text;
}

/** 0.85 in a % row may be meant as 85%; with the sign written it is meant as it stands. */
function tellFraction(text: string, value: string, { cell, measure }: Omit<ValueRequest, 'title'>, notes: Notes): void {
  const number = exact(value);
  if (measure.unit !== '%' || number.isZero() || number.gt(1) || /[%％]/u.test(text)) return;
  notes.add('PERCENT_SCALE_UNCLEAR', cell, { value: toText(number), other: toText(number.times(100)) });
}

/** Excel shows fifteen digits and stores the binary neighbour of what was typed: 81.299999999999997 is 81.3. */
function typedTarget({ value, text }: ReadCell): string {
  if (value.type !== 'number') return text.trim();
  const number = exact(value.digits).toSignificantDigits(15);
  return value.format === 'percent' ? `${toText(number.times(100))}%` : toText(number);
}

/** A settled figure (认定数) in the measure's unit; null, with a finding, for what is no number in it. */
export function figureValue({ cell, measure }: ValueRequest, notes: Notes): string | null {
  const percent = measure.unit === '%' ? { percent: true } : {};
  // What a document settles may be a change for the worse.
  const spec = { kind: 'quantity', unit: measure.unit, required: false, negative: true, ...percent } as const;
  const { value, issues } = parseQuantity(cell.value, spec);
  // A ratio above 100 % is refused below.
  for (const { code, params } of issues) if (code !== 'PERCENT_OVER_100') notes.add(code, cell, params);
  if (value?.kind === 'quantity') {
    const fault = limitFault(measure, value.value);
    if (fault === null) return value.value;
    if (fault.reason === 'negative') notes.add('NUMBER_NEGATIVE', cell, { value: value.value });
    else notes.add('NUMBER_BEYOND', cell, { value: value.value, limit: fault.limit, unit: fault.unit });
    return null;
  }
  if (issues.length === 0) notes.add('NUMBER_UNREADABLE', cell, { reason: 'text' });
  return null;
}

/** The unit of a row, where it says one, is that of its measure in one of its spellings. */
export function checkUnit(cell: ReadCell, measure: Measure, notes: Notes): boolean {
  const found = plainText(cell.text);
  if (found === '' || ['same', 'percent'].includes(relateUnit(found, measure.unit).kind)) return true;
  notes.add('NUMBER_UNIT_OTHER', cell, { found, expected: measure.unit });
  return false;
}
