import { describe, expect, it } from 'vitest';
import { placeNames, placeOnDay } from '../../../../../shared/domain/monitoring/place-names.ts';
import { readDustList } from '../../../../../shared/domain/monitoring/read-dust-list.ts';
import { headerWord } from '../../../../../shared/domain/monitoring/header-words.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';
import { bookOf, sheetOf } from './tables.ts';

const plan = loadSecondPlan();
const places = placeNames(plan, ['临江县', '临江', '全县']);

describe('a title', () => {
  it('that names the county does not name its seat, which is called alike', () => {
    expect(places.inText('临江县各乡镇空气站日均值')).toBe('district');
    expect(places.inText('临江2025年1月PM2.5')).toBe('district');
    expect(places.inText('临江镇2025年1月PM2.5')).toBe('T01');
    expect(places.inText('临江县临江镇站')).toBe('T01');
  });

  it('may name a town without its ending, also one that bears the name of an earlier one', () => {
    expect(places.inText('柳溪')).toBe('T02');
    expect(places.inText('石桥')).toBe('T07');
  });
});

describe('a name', () => {
  it('means the unit that bears it on the day', () => {
    const on = placeOnDay(plan);
    expect(on('T07', '2026-06-30')).toBe('T06');
    expect(on('T07', '2026-07-01')).toBe('T07');
    expect(on('T06', '2026-07-01')).toBe('T07');
    expect(on('T01', '2024-01-01')).toBe('T01');
  });
});

describe('a list of dust days', () => {
  it('may name all places, a kind of them, or one by the name it has on the day', () => {
    const rows = [
      ['日期', '范围'],
      ['2026-04-01', '全县'],
      ['2026-04-02', '各园区'],
      ['2026-04-03', '石桥、柳溪镇'],
      ['2026-08-03', '石桥'],
    ];
    const { days, findings } = readDustList(bookOf(sheetOf('扣沙日', rows)), {
      file: '扣沙日.xlsx',
      plan,
      districtNames: ['临江县', '全县'],
      year: null,
    });
    expect(findings).toEqual([]);
    expect(days.map(({ placeIds }) => placeIds)).toEqual(['all', ['P01', 'P02'], ['T02', 'T06'], ['T07']]);
  });
});

describe('a header', () => {
  it('of several kinds of places is a column of places', () => {
    expect(headerWord('乡镇、园区')).toBe('place');
    expect(headerWord('镇街/园区')).toBe('place');
    expect(headerWord('日期、园区')).toBeNull();
  });
});
