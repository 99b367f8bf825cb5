import { isBlank, plainText, typedText } from './cell-text.ts';
import { takesBack } from './doubts/taken-back.ts';
import { parseDate } from './parse-date.ts';
import { parseQuantity } from './parse-quantity.ts';
import { parseStatus } from './parse-status.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import { type CellContext, type CellReading, issue, NOTHING, unread } from './reading.ts';
import type { AnswerCell } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** Reads one answer cell as what the layout asks for there. A blank cell gives no value and no issue. */
export function parseAnswer(raw: RawValue, spec: AnswerCell, context: CellContext): CellReading {
  if (raw.type === 'error') return unread('FORMULA_ERROR', { error: raw.code });
  if (isBlank(raw)) return context.formula && raw.type === 'blank' ? unread('FORMULA_ERROR', { error: '' }) : NOTHING;
  switch (spec.kind) {
    case 'quantity':
      return markedVoid(parseQuantity(raw, spec, context.year), context);
    case 'date':
      return parseDate(raw, context);
    case 'status':
      return parseStatus(raw, context.statusWords);
    case 'text':
      return parseText(raw, context);
  }
}

/** What stands behind a figure may take it back: 2（作废）, 4（待核实）. Held, because the figure and the words say two things. */
function markedVoid(reading: CellReading, { edition = READING_EDITION }: CellContext): CellReading {
  if (edition < PAGE_EDITION || reading.value === null) return reading;
  const issues = reading.issues.map((one) =>
    one.code === 'NUMBER_REST' && isVoid(String(one.params['rest'])) ? issue('NUMBER_VOID', one.params) : one,
  );
  return { ...reading, issues };
}

/** 含2台已取消的 speaks of a part only. */
const isVoid = (rest: string): boolean => !/^(?:其中|含|包括|包含|不含|不包括)/u.test(rest) && takesBack(rest);

/** Longer texts belong into an attachment; the text itself is kept whole. */
const LONGEST_TEXT = 1000;

function parseText(raw: RawValue, context: CellContext): CellReading {
  const text = raw.type === 'text' ? raw.text.trim() : plainText(typedText(raw, context.date1904));
  const issues = text.length > LONGEST_TEXT ? [issue('TEXT_TOO_LONG', { length: text.length, maximum: LONGEST_TEXT })] : [];
  return { value: { kind: 'text', value: text }, issues };
}
