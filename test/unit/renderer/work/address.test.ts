import { describe, expect, it } from 'vitest';
import { type Address, addressHash, namedIn, PAGES, parseAddress } from '../../../../renderer/work/address.ts';

const place = (found: Partial<Address>): Address => ({ year: null, page: 'workbench', part: null, params: {}, ...found });

describe('addresses of the pages', () => {
  it('hold the year, and come back as they were written', () => {
    for (const page of PAGES) expect(parseAddress(addressHash(2026, page))).toEqual(place({ year: 2026, page }));
    const params = { unit: 'dept-transport', cell: 'H17', sheet: '指标 & 填报' };
    expect(parseAddress(addressHash(2024, 'assessment', params))).toEqual(place({ year: 2024, page: 'assessment', params }));
    const annex = addressHash(2024, 'plan', { at: '甲/1' }, 'annex1');
    expect(annex).toMatch(/^#\/year\/2024\/plan\/annex1\?/);
    expect(parseAddress(annex)).toEqual(place({ year: 2024, page: 'plan', part: 'annex1', params: { at: '甲/1' } }));
    expect(parseAddress(addressHash(2024, 'plan', {}, '附件/100%'))).toMatchObject({ part: '附件/100%' });
  });

  it('of a year alone lead to its workbench', () => {
    expect(parseAddress('#/year/2026')).toEqual(place({ year: 2026 }));
    for (const hash of ['', '#', '#/']) expect(parseAddress(hash)).toEqual(place({}));
  });

  it('of earlier versions, without a year, still lead to their pages', () => {
    expect(parseAddress('#/assessment?unit=dept-transport')).toEqual(place({ page: 'assessment', params: { unit: 'dept-transport' } }));
    expect(parseAddress('#/plan?tab=annex2&at=A2-01')).toEqual(place({ page: 'plan', part: 'annex2', params: { at: 'A2-01' } }));
    expect(parseAddress('#/plan?tab=conflicts&at=pm25')).toEqual(place({ page: 'conflicts', params: { at: 'pm25' } }));
    expect(parseAddress('#/year')).toEqual(place({ page: 'year' }));
  });

  it('with a name that nothing is called by say which, and keep the year', () => {
    expect(parseAddress('#/nowhere?unit=x')).toEqual({ kind: 'page', name: 'nowhere', year: null });
    expect(parseAddress('#/year/2026/nowhere')).toEqual({ kind: 'page', name: 'nowhere', year: 2026 });
    expect(parseAddress('#/year/2026/ranking/more')).toEqual({ kind: 'page', name: 'ranking/more', year: 2026 });
    expect(parseAddress('#/year/20x6/ranking')).toEqual({ kind: 'year', name: '20x6', year: null });
  });
});

describe('a name given in an address', () => {
  it('is one of the known, the preset where none is given, and nothing where it is unknown', () => {
    expect(namedIn(['list', 'status'], 'status', 'list')).toBe('status');
    expect(namedIn(['list', 'status'], undefined, 'list')).toBe('list');
    expect(namedIn(['list', 'status'], 'statuses', 'list')).toBeNull();
  });
});
