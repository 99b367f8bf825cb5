import { expect, test } from 'vitest';
import { drawnHours, type Hour, limitsOf } from '../../../../../../renderer/features/monitoring/day/hour-values.ts';
import { hoursOption } from '../../../../../../renderer/features/monitoring/day/hours-option.ts';

const hourOf = (hour: number, value: string | null, invalid = false, tooFew = false): Hour => ({
  hour,
  values: [
    { pollutant: 'pm25', value, invalid, tooFew },
    { pollutant: 'o3', value: '90', invalid: false, tooFew: false },
  ],
  ozone8h: hour < 8 ? null : '88.5',
  aqi: null,
  level: null,
  primary: [],
});
const hours = [hourOf(1, '30'), hourOf(2, null), hourOf(3, null, true), hourOf(4, null, false, true), hourOf(8, '41.5')];
const limits = [
  { pollutant: 'pm25' as const, daily: 75, hourly: null },
  { pollutant: 'o3' as const, daily: 160, hourly: 200 },
  { pollutant: 'so2' as const, daily: 150, hourly: 500 },
];

interface Line {
  readonly data: readonly (string | { readonly label: { readonly formatter: string } })[];
  readonly connectNulls?: boolean;
  readonly markLine?: { readonly data: readonly { readonly yAxis: number; readonly label: { readonly formatter: string } }[] };
}

test('an hour without a value is a gap that says why', () => {
  const drawn = drawnHours(hours, 'pm25');
  expect(drawn.map(({ gap }) => gap)).toEqual([null, 'missing', 'invalid', 'few', null]);
  const option = hoursOption({ hours: drawn, pollutant: 'pm25', limits: limitsOf({ limits }, 'pm25', drawn).drawn }, 'sans-serif');
  const [curve, marks] = option['series'] as readonly Line[];
  expect([curve?.data, curve?.connectNulls]).toEqual([['30', '-', '-', '-', '41.5'], false]);
  expect(marks?.data.map((mark) => (typeof mark === 'string' ? mark : mark.label.formatter))).toEqual(['-', '缺', '废', '少', '-']);
  expect(curve?.markLine?.data.map(({ yAxis, label }) => [yAxis, label.formatter])).toEqual([[75, '24小时平均限值 75']]);
  expect(option.tooltip.words(3)).toBe('3—4时\nPM2.5 1小时平均：有效点位不足');
});

test('ozone has both its means and both its limits, and the axis reaches above them', () => {
  const drawn = drawnHours(hours, 'o3');
  const { drawn: lines } = limitsOf({ limits }, 'o3', drawn);
  expect(lines.map(({ label }) => label)).toEqual(['日最大8小时平均限值 160', '1小时平均限值 200']);
  const option = hoursOption({ hours: drawn, pollutant: 'o3', limits: lines }, 'sans-serif');
  expect((option['series'] as readonly Line[]).map(({ data }) => data.at(-1))).toEqual(['90', '88.5']);
  expect(option['yAxis']).toMatchObject({ min: 0, max: 250, interval: 50 });
});

test('a limit that would press the curve flat is said and not drawn', () => {
  const { drawn, beyond } = limitsOf({ limits }, 'so2', []);
  expect([drawn.map(({ value }) => value), beyond.map(({ value }) => value)]).toEqual([[150], [500]]);
});
