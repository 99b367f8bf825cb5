import type { RawCell, RawValue } from '../tables/raw-workbook.ts';
import { plainText, standInOf } from './cell-text.ts';
import type { LocatedRow } from './located-row.ts';
import { STATUS_WORDS } from './parse-status.ts';
import type { AnswerField } from './types.ts';

/**
 * What a cell that the form does not ask for (未读单元格) could be: `answer` a number or a quantity, `correction` words that set a value right
 * (更正：1400, 实为2980辆), `state` a status or a date, `mark` a dash or 无, `note` anything else.
 */
export type StrayKind = 'answer' | 'correction' | 'state' | 'mark' | 'note';

/** A cell that the form does not know, and what it may be. */
export interface StrayCell {
  readonly cell: RawCell;
  readonly text: string;
  readonly kind: StrayKind;
  /** Of a grey cell (不用填) of a row: which answer's column it stands in. */
  readonly grey: AnswerField | null;
  readonly row: LocatedRow | null;
}

export function strayKind(value: RawValue): StrayKind {
  if (value.type === 'number') return value.format === 'date' ? 'state' : 'answer';
  if (value.type !== 'text') return 'note';
  const text = plainText(value.text);
  if (standInOf(text) !== null) return 'mark';
  if (CORRECTS.test(text) && HAS_NUMBER.test(text)) return 'correction';
  if (QUANTITY.test(text) && !NO_QUANTITY.test(text)) return 'answer';
  return STATES.has(text) || DATE.test(text) ? 'state' : 'note';
}

const CORRECTS = /更正|订正|修正|勘误|更改|实为|实际为|应为|应是|应当为|改为|改成|变更为|调整为|有误|填错|错误|不是|以.{0,10}为准/u;
const HAS_NUMBER = /\d|[一二三四五六七八九十百千万〇零]/u;
/** With a sign before it or without, with its unit or without: 1400, 约1400辆, 0.14万辆, 85%. */
const QUANTITY =
  /^[("“]?(?:[≥≤<>=约近超共计合]|完成|已完成|共计|合计)*[:：]?\s*-?\d[\d,，]*(?:\.\d+)?\s*[\p{Script=Han}A-Za-z%/³²]{0,6}[)"”]?$/u;
/** Years, dates, pages and telephone numbers. */
const NO_QUANTITY = /[年月日号页版季]$|^0\d{9,}$|^1[3-9]\d{9}$|^20\d{2}年/u;
const DATE = /^(?:19|20)\d{2}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?$/u;
const STATES: ReadonlySet<string> = new Set(Object.values(STATUS_WORDS));
