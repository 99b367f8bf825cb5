import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOutlines } from '../../../../../shared/domain/outlines/fit-outlines.ts';
import { type Outline, readOutlines } from '../../../../../shared/domain/outlines/read-outlines.ts';

const SQUARE = [
  [106, 30],
  [106.1, 30],
  [106.1, 30.1],
  [106, 30.1],
  [106, 30],
];
const moved = (dx: number, dy = 0) => SQUARE.map(([x = 0, y = 0]) => [x + dx, y + dy]);
const feature = (properties: object, geometry: object | null = { type: 'Polygon', coordinates: [SQUARE] }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const file = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const UNITS: Readonly<Record<string, string>> = { 甲镇: 'a', a: 'a', 乙镇: 'b' };
const read = (text: string) => readOutlines(text, (name) => UNITS[name] ?? null);

describe('outlines of a file', () => {
  it('belong to the unit that some property names, and parts of one unit are one outline', () => {
    const hole = moved(0.02).map(([x = 0, y = 0]) => [x * 0.1 + 95.4, y * 0.1 + 27.05]);
    const { outlines, faults } = read(
      file(
        feature({ code: 'x', 名称: '甲镇' }),
        feature({ XZQMC: '乙镇' }, { type: 'MultiPolygon', coordinates: [[SQUARE, hole], [moved(1)]] }),
        { ...feature({}, { type: 'Polygon', coordinates: [moved(2)] }), id: 'a' },
      ),
    );
    expect(faults).toEqual([]);
    expect(outlines.map(({ unitId, rings }) => [unitId, rings.length])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('are told one by one where they do not fit, and the others are read', () => {
    const bad = (coordinates: unknown, type = 'Polygon') => feature({ 名称: '甲镇' }, { type, coordinates });
    const { outlines, faults } = read(
      file(
        feature({ 名称: '丙镇' }),
        feature({ 面积: 3 }),
        feature({ 名称: '甲镇', 别名: '乙镇' }),
        feature({ 名称: '甲镇' }, null),
        bad([106, 30], 'Point'),
        bad([SQUARE.slice(0, 3)]),
        bad([SQUARE.slice(0, 4)]),
        bad([[...SQUARE.slice(0, 4), [106, null]]]),
        bad([[SQUARE[0], SQUARE[1], SQUARE[1], SQUARE[0]]]),
        bad([]),
        feature({ 名称: '乙镇' }),
      ),
    );
    expect(outlines.map(({ unitId }) => unitId)).toEqual(['b']);
    expect(faults.map(({ feature: at, code, name }) => `${at} ${code} ${name}`)).toEqual([
      '0 UNKNOWN_NAME 丙镇',
      '1 NO_NAME ',
      '2 SEVERAL_UNITS 甲镇',
      '3 NO_GEOMETRY 甲镇',
      '4 NO_AREA_TYPE 甲镇',
      '5 RING_SHORT 甲镇',
      '6 RING_OPEN 甲镇',
      '7 POINT 甲镇',
      '8 FLAT 甲镇',
      '9 NO_GEOMETRY 甲镇',
    ]);
  });

  it('are refused as a whole where the file is none of GeoJSON', () => {
    for (const [text, code] of [
      ['{', 'NOT_JSON'],
      ['[]', 'NOT_COLLECTION'],
      ['{"type":"Feature"}', 'NOT_COLLECTION'],
      ['null', 'NOT_COLLECTION'],
    ] as const)
      expect(read(text)).toEqual({ outlines: [], faults: [{ feature: -1, code, name: '' }] });
    expect(read(`\uFEFF${file(feature({ n: '甲镇' }))}`).outlines).toHaveLength(1);
  });
});

describe('a drawing of outlines', () => {
  const outline = (unitId: string, ring: readonly (readonly number[])[]): Outline => ({
    unitId,
    rings: [ring.map(([x = 0, y = 0]): [number, number] => [x, y])],
  });

  it('is as wide as it may be, north above, a degree of longitude shortened as it is', () => {
    const { width, height, outlines } = fitOutlines([outline('a', SQUARE), outline('b', moved(0.1))], 1000);
    expect(width).toBe(1000);
    expect(height).toBe(Math.round((1000 * 0.1) / (0.2 * Math.cos((30.05 * Math.PI) / 180))));
    expect(outlines[0]?.rings[0]?.[0]).toEqual([0, height]);
    const metres = fitOutlines(
      [
        outline(
          'a',
          SQUARE.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5]),
        ),
      ],
      1000,
    );
    expect(metres.height).toBe(1000);
  });

  it('keeps the border that two share, and puts a name inside', () => {
    const share = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [top, bottom] = [106 + one / 1000, 106 + other / 1000];
        const left = [
          [106, 30],
          [bottom, 30],
          [top, 30.1],
          [106, 30.1],
          [106, 30],
        ];
        const right = [
          [bottom, 30],
          [106.1, 30],
          [106.1, 30.1],
          [top, 30.1],
          [bottom, 30],
        ];
        const { outlines } = fitOutlines([outline('a', left), outline('b', right)], 500);
        const [a, b] = outlines.map(({ rings }) => (rings[0] ?? []).map(String));
        expect((a ?? []).filter((point) => b?.includes(point)).length).toBeGreaterThanOrEqual(2);
        for (const { rings, label } of outlines) expect(inside(rings[0] ?? [], label)).toBe(true);
      }),
    );
  });
});

function inside(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): boolean {
  let within = false;
  for (const [index, [fromX, fromY]] of ring.entries()) {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY];
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX) + 1) within = !within;
  }
  return within;
}
