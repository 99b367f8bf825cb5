import { describe, expect, test } from 'vitest';
import { contentOn, ownerOf, placesOn, REGISTERED, stationRegister } from '../../../../../../shared/domain/monitoring/stations/register.ts';
import { SINCE_EVER, type StationContent, type StationStatement } from '../../../../../../shared/domain/monitoring/stations/types.ts';

const CONTENT: StationContent = {
  name: '龙洞站',
  code: '1432A',
  kind: null,
  places: [{ placeId: 'a', weight: '1' }],
  items: null,
  until: null,
};
const said = (id: number, station: string, from: string, content: Partial<StationContent> = {}): StationStatement => ({
  id,
  act: 'set',
  station,
  from,
  content: { ...CONTENT, ...content },
});
const called = (id: number, station: string, name: string): StationStatement => ({ id, act: 'name', station, name });

describe('what holds of a station', () => {
  const { stations } = stationRegister([
    said(1, 'station:1', '2024-01-01'),
    said(2, 'station:1', '2025-07-01', { items: ['pm25', 'so2'], until: '2025-12-31' }),
    said(3, 'station:1', '2024-01-01', { items: ['pm25'] }),
  ]);
  const station = stations.get('station:1');
  if (station === undefined) throw new Error('no station');

  test('is what was said last of those that have begun, until the last day of the station', () => {
    const items = (date: string) => contentOn(station, date)?.items ?? null;
    expect([
      items('2023-12-31'),
      items('2024-01-01'),
      items('2025-06-30'),
      items('2025-07-01'),
      items('2025-12-31'),
      items('2026-01-01'),
    ]).toEqual([null, ['pm25'], ['pm25'], ['pm25', 'so2'], ['pm25', 'so2'], null]);
    expect(station.phases.map(({ from, to }) => [from, to])).toEqual([
      ['2024-01-01', '2025-06-30'],
      ['2025-07-01', null],
    ]);
  });

  test('stands for no place before its first day, unless the data of a town brought it up', () => {
    expect(placesOn('station:1', station, '2023-12-31')).toEqual([]);
    expect(placesOn('b|龙洞站', station, '2023-12-31')).toEqual([{ placeId: 'b', weight: '1' }]);
    expect(placesOn('b|龙洞站', station, '2024-01-01')).toEqual(CONTENT.places);
    expect(placesOn('station:1', station, '2026-01-01')).toEqual([]);
    expect(placesOn('b|', undefined, '2024-01-01')).toEqual([{ placeId: 'b', weight: '1' }]);
  });
});

describe('a name', () => {
  test('is found whatever its width, spaces and case, by name, code and alias', () => {
    const register = stationRegister([said(1, 'station:1', SINCE_EVER), called(2, 'station:1', '龙洞（A）')]);
    expect(['龙 洞站', '１４３２a', '龙洞(A)', '龙洞'].map((name) => ownerOf(register, REGISTERED, name))).toEqual([
      'station:1',
      'station:1',
      'station:1',
      null,
    ]);
  });

  test('belongs to whom it was given last, and to nobody once it was taken from all', () => {
    const two = [said(1, 'station:1', SINCE_EVER), said(2, 'station:2', SINCE_EVER, { name: '二号', code: null })];
    const owner = (...more: StationStatement[]) => ownerOf(stationRegister([...two, ...more]), REGISTERED, '龙洞站');
    expect(owner()).toBe('station:1');
    expect(owner(called(3, 'station:2', '龙洞站'))).toBe('station:2');
    expect(owner(called(3, '', '龙洞站'))).toBeNull();
    // Said again with other items, the first station does not take its name back.
    expect(owner(called(3, 'station:2', '龙洞站'), said(4, 'station:1', '2025-01-01', { items: ['pm25'] }))).toBe('station:2');
  });

  test('of a station that the data of a town brought up means that town’s only', () => {
    const register = stationRegister([said(1, 'a|一号微站', SINCE_EVER, { name: '一号微站', code: null })]);
    expect(ownerOf(register, 'b', '一号微站')).toBe('b|一号微站');
    expect(ownerOf(register, 'a', '一号微站')).toBe('a|一号微站');
  });
});
