import { describe, expect, it } from 'vitest';
import { curveOption } from '../../../../../../renderer/features/monitoring/curves/curve-option.ts';
import { CURVE_MEASURES, curveRows } from '../../../../../../renderer/features/monitoring/curves/curve-values.ts';
import { evaluated } from '../evaluated.ts';

const months = {
  placeId: 'p',
  name: 'p',
  months: [{ month: '2024-07', evaluation: evaluated('2024-07', '40') }],
  lastYear: [{ month: '2023-07', evaluation: evaluated('2023-07', '50') }],
  earlier: [
    { year: 2022, months: [{ month: '2022-07', evaluation: evaluated('2022-07', '55') }] },
    { year: 2021, months: [] },
  ],
};

describe('curve of a measure', () => {
  it('sets the months beside those of the year before', () => {
    const rows = curveRows(months, 'pm25');
    expect(rows).toHaveLength(12);
    expect(rows[6]).toEqual({
      month: 7,
      value: '40.0',
      last: '50.0',
      earlier: ['55.0', null],
      validDays: 31,
      change: { amount: '-20.0', course: 'better' },
    });
    expect(rows[0]).toEqual({ month: 1, value: null, last: null, earlier: [null, null], validDays: 0, change: null });
  });

  it('takes the difference of ratios in 百分点, more being better', () => {
    expect(curveRows(months, 'good')[6]).toMatchObject({ value: '100.0', last: '100.0', change: { amount: '0.0', course: 'same' } });
  });

  it('tells the two years apart without colour, and leaves a gap where a month has no data', () => {
    const option = curveOption({ rows: curveRows(months, 'pm25'), measure: 'pm25', year: 2024 }, 'sans-serif');
    const [one, other] = option['series'] as readonly {
      symbol: string;
      lineStyle: { type: string };
      data: string[];
      connectNulls: boolean;
    }[];
    expect([one?.symbol, one?.lineStyle.type, other?.symbol, other?.lineStyle.type]).toEqual(['circle', 'solid', 'emptyRect', 'dashed']);
    expect([one?.data[5], one?.data[6], one?.connectNulls]).toEqual(['-', '40.0', false]);
    expect(option.tooltip.words(6)).toBe(
      '7月\n2024 年：40.0 微克/立方米\n2023 年：50.0 微克/立方米\n2022 年：55.0 微克/立方米\n2021 年：— 微克/立方米',
    );
    expect((option['series'] as readonly { name: string }[]).map(({ name }) => name)).toEqual(['2024 年', '2023 年', '2022 年', '2021 年']);
    expect(option.animation).toBe(false);
  });

  it('has every measure of the plan', () => {
    expect(CURVE_MEASURES).toHaveLength(7);
  });
});
