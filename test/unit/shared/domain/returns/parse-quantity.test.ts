import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../../../../shared/domain/returns/parse-quantity.ts';
import type { AnswerCell } from '../../../../../shared/domain/returns/types.ts';
import type { RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';

const inUnit = (unit: string, more: Partial<AnswerCell> = {}): AnswerCell => ({ kind: 'quantity', unit, required: true, ...more });
const percent = (expected?: string): AnswerCell => inUnit('%', { percent: true, ...(expected === undefined ? {} : { expected }) });
const text = (typed: string): RawValue => ({ type: 'text', text: typed });
const number = (digits: string, format: 'general' | 'percent' | 'date' = 'general'): RawValue => ({ type: 'number', digits, format });

/** value or 不涉及 or null, followed by the codes of what was found. */
function outcome(raw: RawValue, spec: AnswerCell): string {
  const { value, issues } = parseQuantity(raw, spec);
  const read = value === null ? 'null' : value.kind === 'quantity' ? value.value : value.kind;
  return [read, ...issues.map((found) => found.code)].join(' ');
}

describe('a number typed as text', () => {
  it.each([
    ['1350', '1350'],
    ['１３５０', '1350'],
    ['1,350', '1350'],
    ['1，350', '1350'],
    ['1 350', '1350'],
    ['1　350', '1350'],
    ['1,234,567', '1234567'],
    ['5.', '5'],
    ['1350.0', '1350'],
    ['“1350”', '1350'],
    ['+5', '5'],
    [' 120 ', '120'],
    ["'120", '120'],
    ['\u{200b}120\u{feff}', '120'],
    ['0', '0'],
    ['零', '0'],
    ['〇', '0'],
    ['“0”', '0'],
    ['-0', '0'],
    ['０', '0'],
    ['120家', '120'],
    ['120 家', '120'],
    ['１２０家。', '120'],
    ['零家', '0'],
    ['〇家', '0'],
  ])('“%s” is %s without a word', (typed, expected) => {
    expect(outcome(text(typed), inUnit('家'))).toBe(expected);
  });

  it.each([
    ['1,234,567.5', '1234567.5'],
    ['81.3', '81.3'],
    ['８１．３', '81.3'],
    ['81。3', '81.3'],
    ['.5', '0.5'],
  ])('“%s” is %s where the unit is measured', (typed, expected) => {
    expect(outcome(text(typed), inUnit('公里'))).toBe(expected);
  });

  it.each(['无', '不涉及', '不适用', '—', '——', '-', '－', '/', '／', '//', 'NA', 'n/a', '未涉及', ' 无 ', '无。', '“不涉及”'])(
    '“%s” stands in for a number, and the row says what it means',
    (typed) => {
      expect(outcome(text(typed), inUnit('家'))).toBe('notApplicable');
    },
  );

  it.each([
    ['1,35', 'NUMBER_UNREADABLE'],
    ['12,34,567', 'NUMBER_UNREADABLE'],
    ['1 3500', 'NUMBER_UNREADABLE'],
    ['80-85', 'NUMBER_UNREADABLE'],
    ['80～85', 'NUMBER_UNREADABLE'],
    ['3/4', 'NUMBER_UNREADABLE'],
    ['完成', 'NUMBER_UNREADABLE'],
    ['暂无', 'NUMBER_UNREADABLE'],
    ['32（100）', 'NUMBER_UNREADABLE'],
    ['2024年8月', 'NUMBER_OTHER_YEAR'],
    ['5、6', 'NUMBER_UNREADABLE'],
    ['约20', 'NUMBER_VAGUE'],
    ['20左右', 'NUMBER_VAGUE'],
    ['50家以上', 'NUMBER_VAGUE'],
    ['1350余', 'NUMBER_VAGUE'],
    ['1350余家', 'NUMBER_VAGUE'],
    ['300多家', 'NUMBER_VAGUE'],
    ['近20家', 'NUMBER_VAGUE'],
    ['20+', 'NUMBER_VAGUE'],
    ['-3', 'NUMBER_NEGATIVE'],
    ['－3', 'NUMBER_NEGATIVE'],
    ['120台', 'NUMBER_UNIT_OTHER'],
    ['85%', 'NUMBER_UNIT_OTHER'],
  ])('“%s” gives no number but %s', (typed, code) => {
    expect(outcome(text(typed), inUnit('家'))).toBe(`null ${code}`);
  });

  it.each([
    ['=20', '20'],
    ['共20家', '20'],
    ['完成20家', '20'],
    ['合计：20', '20'],
    ['已完成20家', '20'],
    ['超额完成20', '20'],
  ])('“%s” is %s, with a warning about what stands before it', (typed, expected) => {
    expect(outcome(text(typed), inUnit('家'))).toBe(`${expected} NUMBER_OPERATOR`);
  });

  it('names what was typed and what was expected when the unit is another one', () => {
    expect(parseQuantity(text('120台'), inUnit('家')).issues).toEqual([
      { code: 'NUMBER_UNIT_OTHER', params: { found: '台', expected: '家' } },
    ]);
  });
});

describe('a clear text in other words', () => {
  const read = (typed: string, spec: AnswerCell): string => {
    const { value, issues } = parseQuantity(text(typed), spec, 2024);
    return [value?.kind === 'quantity' ? value.value : 'null', ...issues.map(({ code }) => code)].join(' ');
  };

  it.each([
    ['1350（辆）', '1350'],
    ['1350 (辆)', '1350'],
    ['1350[辆]', '1350'],
    ['1350【辆】', '1350'],
    ['1350輛', '1350'],
    ['‘1350', '1350'],
    ['1350辆（2024年）', '1350'],
    ['1350辆（截至2024年底）', '1350'],
    ['1350辆（2023年）', 'null NUMBER_OTHER_YEAR'],
    ['1350辆（含去年200）', 'null NUMBER_OTHER_YEAR'],
    ['2024年1350辆', '1350 NUMBER_OPERATOR'],
    ['2023年1350辆', 'null NUMBER_OTHER_YEAR'],
    ['1.35千辆', '1350 NUMBER_UNIT_SCALED'],
    ['13.5百辆', '1350 NUMBER_UNIT_SCALED'],
    ['0.135（万辆）', '1350 NUMBER_UNIT_SCALED'],
    ['1350（台）', 'null NUMBER_UNIT_OTHER'],
    ['1350辆，详见附件', '1350 NUMBER_REST'],
    ['1,350辆；佐证另附', '1350 NUMBER_REST'],
    ['1350（其中柴油1200）', '1350 NUMBER_REST'],
    ['1350(1200)', 'null NUMBER_UNREADABLE'],
    ['1350（左右）', 'null NUMBER_VAGUE'],
    ['1350（预计）', 'null NUMBER_VAGUE'],
    ['三千', '3000 NUMBER_IN_WORDS'],
    ['一千三百五十辆', '1350 NUMBER_IN_WORDS'],
    ['壹仟叁佰伍拾', '1350 NUMBER_IN_WORDS'],
    ['一千零五十', '1050 NUMBER_IN_WORDS'],
    ['十二', '12 NUMBER_IN_WORDS'],
    ['两三百', 'null NUMBER_UNREADABLE'],
    ['三五', 'null NUMBER_UNREADABLE'],
    ['三百五', 'null NUMBER_UNREADABLE'],
    ['三千多', 'null NUMBER_VAGUE'],
    ['未完成1350', 'null NUMBER_UNREADABLE'],
    ['计划完成1350', 'null NUMBER_UNREADABLE'],
    ['超过1350', 'null NUMBER_VAGUE'],
    ['不少于1350', 'null NUMBER_LIMIT'],
    ['≥1350', 'null NUMBER_LIMIT'],
    ['<1350', 'null NUMBER_LIMIT'],
    ['共≥1350', 'null NUMBER_LIMIT'],
    ['达1350', '1350 NUMBER_REACHED'],
    ['累计1350辆', '1350 NUMBER_CUMULATIVE'],
    ['1.350', 'null NUMBER_POINT_UNCLEAR'],
    ['1.000', 'null NUMBER_POINT_UNCLEAR'],
    ['1200+150', 'null NUMBER_UNREADABLE'],
    ['1e21', 'null NUMBER_UNREADABLE'],
  ])('“%s” is %s', (typed, expected) => {
    expect(read(typed, inUnit('辆'))).toBe(expected);
  });

  it('tells what the cell asks for: 累计 and 无新增', () => {
    expect(read('累计1350辆', inUnit('辆', { asks: 'total' }))).toBe('1350 NUMBER_OPERATOR');
    expect(read('无新增', inUnit('辆', { asks: 'year' }))).toBe('0 NUMBER_NONE_ADDED');
    expect(read('无新增', inUnit('辆', { asks: 'total' }))).toBe('null NUMBER_NONE_TOTAL');
    expect(read('没有新增', inUnit('辆'))).toBe('null NUMBER_NONE_TOTAL');
  });

  it.each([
    ['八成五', '85 NUMBER_IN_WORDS'],
    ['9成', '90 NUMBER_IN_WORDS'],
    ['九成半', '95 NUMBER_IN_WORDS'],
    ['百分之八十五', '85 NUMBER_IN_WORDS'],
    ['百分之八十五点五', '85.5 NUMBER_IN_WORDS'],
    ['100%（全量）', '100 NUMBER_REST'],
    ['八成以上', 'null NUMBER_VAGUE'],
    ['17/20', 'null NUMBER_UNREADABLE'],
    ['0.95', '95 PERCENT_SCALED'],
    ['1', '1 PERCENT_SCALE_HELD'],
    ['1%', '1 PERCENT_SCALE_UNCLEAR'],
    ['850', 'null PERCENT_OVER_100'],
  ])('“%s” as a rate is %s', (typed, expected) => {
    expect(read(typed, percent())).toBe(expected);
  });

  it('a number of days has room in its year, and no count is without end', () => {
    expect(read('366天', inUnit('天'))).toBe('366');
    expect(read('367', inUnit('天'))).toBe('null NUMBER_OVER_DAYS');
    expect(outcome(number('1e21'), inUnit('辆'))).toBe('null NUMBER_TOO_LARGE');
  });
});

describe('a count', () => {
  it.each(['家', '辆', '座', '台', '份', '个', '天', '条', '组', '件', '次', '辆次', '台次', '家次', '个季度', '台(次)'])(
    'in %s is whole, or an error',
    (unit) => {
      expect(outcome(number('0.9'), inUnit(unit))).toBe('null NUMBER_NOT_WHOLE');
      expect(outcome(number('1350'), inUnit(unit))).toBe('1350');
      expect(outcome(number('0'), inUnit(unit))).toBe('0');
    },
  );

  it.each(['万辆', '万人次', '吨', '公里', '万平方米', '微克/立方米', '万吨标准煤'])('of %s may have decimals', (unit) => {
    expect(outcome(number('1349.5'), inUnit(unit))).toBe('1349.5');
  });

  it.each([
    [text('1350.5'), '1350.5'],
    [number('1350.5'), '1350.5'],
    [text('0.13505万辆'), '1350.5'],
  ])('%j is not rounded into a target', (raw, value) => {
    expect(parseQuantity(raw, inUnit('辆', { decimals: 0, expected: '1350' }))).toEqual({
      value: null,
      issues: [{ code: 'NUMBER_NOT_WHOLE', params: { value, unit: '辆' } }],
    });
  });

  it('is whole after 万 is taken out, and after what Excel adds', () => {
    expect(outcome(text('0.135万辆'), inUnit('辆'))).toBe('1350 NUMBER_UNIT_SCALED');
    expect(outcome(number('1349.9999999999998'), inUnit('辆'))).toBe('1350 NUMBER_IMPRECISE');
  });
});

describe('万 behind a number', () => {
  it.each([
    ['0.5万辆', '辆', '5000 NUMBER_UNIT_SCALED'],
    ['0.5万', '辆', '5000 NUMBER_UNIT_SCALED'],
    ['0.5万辆', '万辆', '0.5'],
    ['0.5万', '万辆', '0.5'],
    ['20万平方米', '万平方米', '20'],
    ['20万㎡', '万平方米', '20'],
    ['20', '万平方米', '20'],
    ['200000平方米', '万平方米', '20 NUMBER_UNIT_SCALED'],
    ['1亿', '万平方米', '10000 NUMBER_UNIT_SCALED'],
    ['2.5km', '公里', '2.5'],
    ['2.5千米', '公里', '2.5'],
    ['38.5μg/m³', '微克/立方米', '38.5'],
    ['38.5ug/m3', '微克/立方米', '38.5'],
    ['0.9mg/m3', '微克/立方米', 'null NUMBER_UNIT_OTHER'],
    ['2500米', '公里', 'null NUMBER_UNIT_OTHER'],
  ])('“%s” in a row of %s is %s', (typed, unit, expected) => {
    expect(outcome(text(typed), inUnit(unit))).toBe(expected);
  });
});

describe('a percentage', () => {
  it.each([
    [text('85'), '90', '85'],
    [text('85%'), '90', '85'],
    [text('８５％'), '90', '85'],
    [text('百分之85'), '90', '85'],
    [number('85'), '90', '85'],
    [number('0.85', 'percent'), '90', '85'],
    [number('0.005', 'percent'), '0', '0.5'],
    [number('0.85'), '90', '85 PERCENT_SCALED'],
    [text('0.85'), '90', '85 PERCENT_SCALED'],
    [number('1'), '90', '1 PERCENT_SCALE_HELD'],
    [number('0.85'), undefined, '85 PERCENT_SCALED'],
    [number('0.8'), '0', '0.8 PERCENT_SCALE_HELD'],
    [text('0.85%'), '90', '0.85 PERCENT_SCALE_UNCLEAR'],
    [number('0'), '90', '0'],
    [text('120%'), '90', 'null PERCENT_OVER_100'],
    [number('85', 'percent'), '90', 'null PERCENT_OVER_100'],
    [text('≥85%'), '90', 'null NUMBER_LIMIT'],
    [text('85%以上'), '90', 'null NUMBER_VAGUE'],
  ])('%j under a target of %s is %s', (raw, expected, result) => {
    expect(outcome(raw, percent(expected))).toBe(result);
  });
});

describe('a number cell', () => {
  it.each([
    [number('1350'), '1350'],
    [number('-3'), 'null NUMBER_NEGATIVE'],
    [number('45535', 'date'), 'null NUMBER_UNREADABLE'],
    [number('0.5', 'percent'), 'null NUMBER_UNIT_OTHER'],
    [{ type: 'boolean', value: true } as const, 'null NUMBER_UNREADABLE'],
  ])('%j is read as %s', (raw, expected) => {
    expect(outcome(raw, inUnit('家'))).toBe(expected);
  });

  it('is read as it was typed, not as Excel stores it', () => {
    expect(outcome(number('81.299999999999997'), inUnit('公里'))).toBe('81.3 NUMBER_IMPRECISE');
  });

  it('may be negative where the layout says so', () => {
    expect(outcome(number('-3'), inUnit('家', { negative: true }))).toBe('-3');
  });
});

it('reads every plain number back, however it is dressed', () => {
  const dress = fc.constantFrom<(digits: string) => string>(
    (digits) => digits,
    (digits) => `${digits}吨`,
    (digits) => ` ${digits} 吨 `,
    (digits) => digits.replaceAll(/[\d.]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfe_e0)),
    (digits) => digits.replace(/^\d+/u, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/gu, ',')),
  );
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(999), dress, (whole, fraction, dressed) => {
      const digits = fraction === 0 ? String(whole) : `${whole}.${String(fraction).padStart(3, '0').replace(/0+$/u, '')}`;
      expect(parseQuantity(text(dressed(digits)), inUnit('吨'))).toEqual({ value: { kind: 'quantity', value: digits }, issues: [] });
    }),
  );
});

it('reads any text without throwing, and never gives a number that is not plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
      const { value } = parseQuantity(text(typed), inUnit('家'));
      if (value?.kind === 'quantity') expect(value.value).toMatch(/^\d+(\.\d+)?$/u);
    }),
    { numRuns: 2000 },
  );
});
