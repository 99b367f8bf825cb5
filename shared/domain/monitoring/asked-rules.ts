import type { Finding, FindingCode } from '../findings.ts';
import type { AnswerField } from '../returns/types.ts';
import { NEVER_ZERO } from '../returns/check-air.ts';
import { markText, valueAndMark } from './flag-marks.ts';
import { sourceKey } from './source-key.ts';
import type { RecognisedTable } from './types.ts';
import type { ValueSetting } from './value-rules.ts';

/** A rule for values (监测值的处理规则) that a file leaves to be chosen: values of one of its sources that say nothing certain. */
export interface AskedRule {
  /** sourceKey */
  readonly source: string;
  readonly key: ValueSetting;
  /** Values, or places of the file, of which it decides. */
  readonly count: number;
  /** Marks that nobody has spoken of; of air.flags only. */
  readonly marks: readonly string[];
}

type Found = Pick<Finding, 'code' | 'sheet' | 'params'>;

/** What a file asks of its sources, by what was found in it; also what is decided already, so that it can be decided otherwise. */
export function askedRules(findings: readonly Found[], tables: readonly RecognisedTable[]): AskedRule[] {
  const asked = new Map<string, { source: string; key: ValueSetting; count: number; marks: Set<string> }>();
  for (const finding of findings) {
    const rule = ruleOf(finding);
    if (rule === null) continue;
    for (const table of tables.filter(({ sheet }) => sheet === finding.sheet)) {
      const source = sourceKey(table);
      const id = `${rule.key}\n${source}`;
      const known = asked.get(id) ?? { source, key: rule.key, count: 0, marks: new Set<string>() };
      asked.set(id, known);
      known.count += rule.count;
      if (rule.mark !== null) known.marks.add(rule.mark);
    }
  }
  return [...asked.values()].map(({ marks, ...rule }) => ({ ...rule, marks: [...marks] }));
}

/** Codes of findings by which a file shows that it holds values of which a rule decides. */
export const asksFor = (finding: Found, key: ValueSetting): boolean =>
  ruleOf(finding)?.key === key || (key === 'air.flags' && MARKED.has(finding.code));

const MARKED: ReadonlySet<FindingCode> = new Set<FindingCode>(['MONITOR_FLAGGED', 'MONITOR_VALUE_INVALID', 'MONITOR_VALUE_UNREADABLE']);

const MORE_OF: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'MONITOR_BELOW_DETECTION',
  'AIR_VALUE_ZERO',
  'MONITOR_VALUE_DOUBTFUL_ZERO',
]);

interface Ruled {
  readonly key: ValueSetting;
  readonly count: number;
  readonly mark: string | null;
}

function ruleOf({ code, sheet, params }: Found): Ruled | null {
  // Of a whole column of the same the first cells are named, and then their number.
  if (code === 'MONITOR_MORE_CELLS') {
    const rest = Number(params['count']) - Number(params['named']);
    return rest > 0 && MORE_OF.has(params['kind'] as FindingCode)
      ? ruleOf({ code: params['kind'] as FindingCode, sheet, params: { count: rest } })
      : null;
  }
  const count = Number(params['count'] ?? 1);
  const ruled = (key: ValueSetting, mark: string | null = null): Ruled => ({ key, count, mark });
  switch (code) {
    case 'MONITOR_BELOW_DETECTION':
    case 'MONITOR_BELOW_COUNTED':
      return ruled('air.below-detection');
    case 'MONITOR_VALUE_NEGATIVE':
    case 'MONITOR_NEGATIVE_ZERO':
      return ruled('air.negative');
    case 'MONITOR_ROW_ZERO':
      return ruled('air.zero-row');
    case 'AIR_VALUE_ZERO':
      return ruled('air.zero-particle');
    case 'MONITOR_VALUE_DOUBTFUL_ZERO':
      return ruled('air.zero-gas');
    case 'MONITOR_ZERO_RULED':
      return ruled(NEVER_ZERO.has(params['field'] as AnswerField) ? 'air.zero-particle' : 'air.zero-gas');
    case 'MONITOR_FLAG_UNKNOWN':
      return markOf(markText({ type: 'text', text: String(params['text']) }), ruled);
    case 'MONITOR_VALUE_UNREADABLE': {
      const [digits = '', mark = ''] = valueAndMark({ type: 'text', text: String(params['text']) });
      return digits !== '' && LETTERS.test(mark) ? markOf(mark, ruled) : null;
    }
    default:
      return null;
  }
}

/** 35XQ: letters behind a value are a mark as a platform has it; anything else may be a unit or a remark. */
const LETTERS = /^[A-Z]{1,4}$/u;

/** A mark with signs in it that separate the marks of the list cannot be written there. */
const markOf = (mark: string, ruled: (key: ValueSetting, mark: string) => Ruled): Ruled | null =>
  mark === '' || /[;、,=\n]/u.test(mark) ? null : ruled('air.flags', mark);
