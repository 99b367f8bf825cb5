import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLASSES, tileShades } from '../../../../../renderer/features/ranking/tiles/tile-classes.ts';
import { SHADES, tileDrawing } from '../../../../../renderer/features/ranking/tiles/tile-drawing.ts';
import type { RankedTown } from '../../../../../shared/contract/ranking.ts';

const townOf = (name: string, rank: number | null, values: Partial<RankedTown>): RankedTown => ({
  unitId: name,
  name,
  group: '',
  rank,
  shared: false,
  previousRank: null,
  movement: null,
  score: null,
  stations: 1,
  pm25Mean: null,
  pm25Other: null,
  pm25Change: null,
  pm25Rank: null,
  pm10Mean: null,
  goodDays: 0,
  goodDayRatio: null,
  goodDayRatioOther: null,
  goodDayRatioChange: null,
  goodDaysRank: null,
  heavyDays: 0,
  compositeIndex: null,
  compositeIndexChange: null,
  compositeRank: null,
  mainPollutants: [],
  targetGap: null,
  validDays: 0,
  calendarDays: 0,
  pollutants: [],
  gaps: [],
  lacking: [],
  sources: [],
  ...values,
});
const wordsOf = (towns: readonly RankedTown[], unranked: readonly RankedTown[]): string[] =>
  tileDrawing(towns, unranked, 'pm25').shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []));

test('a worse value never has a lighter shade, equal ones have the same, and no shade is missing among many', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 180 }), { minLength: 1, maxLength: 40 }), fc.boolean(), (numbers, ratio) => {
      const towns = numbers.map((number, index) =>
        townOf(`t${index}`, index + 1, ratio ? { goodDayRatio: (number / 2).toFixed(1) } : { pm25Mean: (number / 10).toFixed(1) }),
      );
      const { of, classes } = tileShades(towns, ratio ? 'good' : 'pm25');
      for (const [one, number] of numbers.entries()) {
        for (const [other, second] of numbers.entries()) {
          const [left = -1, right = -1] = [of.get(`t${one}`), of.get(`t${other}`)];
          if (number === second) expect(left).toBe(right);
          else if (ratio ? number > second : number < second) expect(left).toBeLessThanOrEqual(right);
        }
      }
      expect([...of.values()].every((shade) => shade >= 0 && shade < CLASSES)).toBe(true);
      expect(new Set(of.values()).size).toBe(classes.length);
    }),
  );
  const many = Array.from({ length: 31 }, (_, index) => townOf(`t${index}`, index + 1, { pm25Mean: String(20 + index) }));
  expect(tileShades(many, 'pm25').classes.map(({ from, to }) => [from, to])).toEqual([
    ['20', '26'],
    ['27', '32'],
    ['33', '38'],
    ['39', '44'],
    ['45', '50'],
  ]);
});

test('tiles stand in the order of the ranking, each group for itself, those without a place at the end', () => {
  const towns = [
    townOf('甲镇', 1, { group: '重点', pm25Mean: '30.1' }),
    townOf('乙镇', 2, { group: '重点', pm25Mean: '31.2' }),
    townOf('丙镇', 1, { group: '一般', pm25Mean: '29.0' }),
  ];
  const words = wordsOf(towns, [townOf('丁镇', null, {})]);
  const order = ['重点', '甲镇', '乙镇', '一般', '丙镇', '数据不足，不参加排名', '丁镇'];
  expect(words.filter((word) => order.includes(word))).toEqual(order);
  expect(words).toEqual(expect.arrayContaining(['30.1', '31.2', '29.0', '—']));
});

test('shades grow darker one by one in black and white, and no name leaves its tile', () => {
  const grey = SHADES.map((shade) =>
    [0.299, 0.587, 0.114].reduce((sum, part, at) => sum + part * Number.parseInt(shade.slice(1 + 2 * at, 3 + 2 * at), 16), 0),
  );
  for (const [index, value] of grey.entries()) if (index > 0) expect((grey[index - 1] ?? 0) - value).toBeGreaterThan(20);
  const long = tileDrawing([townOf('某某高新技术产业开发区管委会', 1, { pm25Mean: '30.0' })], [], 'pm25');
  for (const shape of long.shapes)
    if (shape.kind === 'words' && shape.text.startsWith('某某')) expect(shape.size * shape.text.length).toBeLessThanOrEqual(92);
});
