import { expect, test } from 'vitest';
import { chosenPlaces, placesParams } from '../../../../../../renderer/features/monitoring/places/chosen-places.ts';
import { patternOption } from '../../../../../../renderer/features/monitoring/pattern/pattern-option.ts';
import { LINE_LOOKS } from '../../../../../../renderer/ui/line-looks.ts';
import type { MonitoringPlace } from '../../../../../../shared/contract/monitoring.ts';
import type { PatternResult } from '../../../../../../shared/contract/monitoring-pattern.ts';
import { MOST_PLACES } from '../../../../../../shared/contract/monitoring-settings.ts';

const point = (at: number, published: string | null) => ({
  at,
  mean: published === null ? null : { exact: published, published },
  count: published === null ? 0 : 5,
});
const placeOf = (name: string, first: string | null): PatternResult['places'][number] => ({
  placeId: name,
  name,
  sample: false,
  pattern: { hours: [], weekdays: [point(1, first), point(2, '20.5')], months: [], days: 10, hourDays: 0 },
});
const result: PatternResult = { period: '2024', pollutant: 'pm25', places: [placeOf('一', '30.5'), placeOf('二', null)], notes: [] };

test('a line a place, a gap where there is no value, and the number of values in words', () => {
  const option = patternOption(result, 'weekdays', 'sans-serif');
  const series = option['series'] as readonly { name: string; data: string[]; connectNulls: boolean }[];
  expect(series.map(({ name, data, connectNulls }) => [name, data, connectNulls])).toEqual([
    ['一', ['30.5', '20.5'], false],
    ['二', ['-', '20.5'], false],
  ]);
  expect(option.tooltip.words(0)).toBe('星期一\n一：30.5（5个值）\n二：—（0个值）');
});

test('no two lines are alike without colour', () => {
  expect(LINE_LOOKS).toHaveLength(MOST_PLACES);
  expect(new Set(LINE_LOOKS.map(({ symbol }) => symbol)).size).toBe(MOST_PLACES);
  expect(new Set(LINE_LOOKS.map(({ lineStyle }) => JSON.stringify(lineStyle))).size).toBe(MOST_PLACES);
});

const place = (placeId: string, days: number): MonitoringPlace => ({
  placeId,
  name: placeId,
  kind: 'town',
  stations: [],
  days,
  hourDays: 0,
  pollutants: [],
  from: null,
  to: null,
  sample: false,
});

test('the places of the address, each once and no more than there is room for; else the one that other views show', () => {
  const places = [place('a', 0), place('b', 3), place('c', 3)];
  const names = (params: Record<string, string>, most = 6) => chosenPlaces(places, params, most).map(({ placeId }) => placeId);
  expect([names({ places: 'c,a,c,x' }), names({ places: 'c,a,b' }, 2), names({ places: 'x', place: 'c' }), names({})]).toEqual([
    ['c', 'a'],
    ['c', 'a'],
    ['c'],
    ['b'],
  ]);
  expect([placesParams(['a', 'b']), placesParams(['b'])]).toEqual([
    { places: 'a,b', place: 'a' },
    { places: null, place: 'b' },
  ]);
});
