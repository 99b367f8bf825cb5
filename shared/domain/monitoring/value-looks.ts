import type { CellLook } from '../tables/raw-workbook.ts';
import type { Notices } from './notices.ts';
import { unitsInText } from './pollutant-text.ts';
import type { ConcentrationUnit, Field } from './types.ts';

interface Seen {
  readonly look: CellLook;
  readonly place: { readonly sheet: string; readonly key: number; readonly column: string };
  readonly field: Field;
  /** As the heading or the title states it; null where neither does. */
  readonly unit: ConcentrationUnit | null;
  /** Rules of reading; since the fifth formulas are judged elsewhere. */
  readonly edition: number;
}

/**
 * Whether a value counts as the page shows it (单元格的外观). Not shown at all, struck out as a whole, or shown in another unit or magnitude by its
 * number format, it is held; beside a struck figure, and in a hidden row or column, it is taken with a word.
 */
export function countsAsShown({ look, place, field, unit, edition }: Seen, text: string, notices: Notices): boolean {
  if (edition >= 5 && look.unseen !== undefined) {
    const { unseen, unseenText, instead } = look;
    const part = unseenText === undefined ? {} : { part: unseenText.trim() };
    notices.cell('MONITOR_VALUE_UNSEEN', place, { text, by: unseen, ...part, ...(instead === undefined ? {} : { instead }) });
    return false;
  }
  if (look.struck !== undefined && look.struck.trim() === text.trim()) {
    notices.cell('MONITOR_VALUE_STRUCK', place, { text });
    return false;
  }
  const shown = look.format === undefined ? [] : unitsInText(look.format);
  const expected = unit ?? (field === 'co' ? 'mg/m³' : 'µg/m³');
  if (look.format !== undefined && (shown.some((other) => other !== expected) || SCALED.test(look.format))) {
    notices.cell('MONITOR_FORMAT_HELD', place, { text, format: look.format });
    return false;
  }
  if (edition < 5 && look.formula !== undefined && EXTERNAL.test(look.formula)) notices.tally('MONITOR_FORMULA_EXTERNAL', place);
  if (look.struck !== undefined) notices.cell('MONITOR_STRUCK_BESIDE', place, { text, struck: look.struck });
  if (look.hidden !== undefined) notices.tally('MONITOR_VALUES_HIDDEN', { ...place, mark: look.hidden }, { hidden: look.hidden });
  return true;
}

/** [1]Sheet1!A1: of another workbook. */
const EXTERNAL = /\[[^\]]+\]/u;

/** A comma behind the last digit shows thousandths. */
const SCALED = /[0#?],+(?:[^0#?,.]|$)/u;
