import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../renderer/work/address.ts';
import { workKey, workOf, type WorkSummary } from '../../../../renderer/work/work-context.tsx';

const summary: WorkSummary = {
  name: '甲.sqlite',
  planId: 'plan',
  planVersion: 'v1',
  madeAt: '2025-01-01T08:00:00+08:00',
  title: '方案',
  documentNumber: '文号',
  district: { name: '甲区' },
  kinds: [],
  targetYears: [2024, 2025],
  readOnly: false,
};
const years = [
  { year: 2021, state: null },
  { year: 2024, state: 'collecting' as const },
  { year: 2025, state: 'unopened' as const },
];
const at = (hash: string) => workOf(summary, years, parseAddress(hash));

describe('the year that all pages speak of', () => {
  it('is that of the address', () => {
    expect(at('#/year/2025/targets')).toMatchObject({ year: 2025, state: 'unopened', unknownYear: null });
    expect(at('#/year/2021/monitoring')).toMatchObject({ year: 2021, state: null, unknownYear: null });
    expect(at('#/year/2025/nowhere')).toMatchObject({ year: 2025, unknownYear: null });
  });

  it('is the one being worked on where the address names none', () => {
    expect(at('#/assessment')).toMatchObject({ year: 2024, unknownYear: null });
  });

  it('is never another than the address names: one that there is not is said', () => {
    expect(at('#/year/2031/assessment')).toMatchObject({ unknownYear: '2031' });
    expect(at('#/year/last/assessment')).toMatchObject({ unknownYear: 'last' });
  });

  it('is none in a work without any', () => {
    expect(workOf(summary, [], parseAddress(''))).toBeNull();
  });
});

describe('a work', () => {
  it('stays the same while its plan grows, and is told from another made of the same plan', () => {
    expect(workKey({ ...summary, planVersion: 'v2' })).toBe(workKey(summary));
    expect(workKey({ ...summary, madeAt: '2025-01-02T08:00:00+08:00' })).not.toBe(workKey(summary));
    expect(workKey(null)).toBeNull();
  });
});
