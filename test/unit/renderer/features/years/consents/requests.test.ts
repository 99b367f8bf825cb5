import { describe, expect, it } from 'vitest';
import { passes, stateOf, waitingFirst } from '../../../../../../renderer/features/years/consents/requests.ts';
import { countsOf } from '../../../../../../renderer/work/consents.tsx';
import type { ConsentRow } from '../../../../../../shared/contract/consents.ts';

const asked = { file: '甲.xlsx', sha256: 'a', sheet: '任务填报', cell: 'E17', raw: '不涉及', note: '' };
const consent = { reason: '没有企业', by: '张三', at: '2026-02-01T09:00:00+08:00', asBefore: false };
const row = (rowId: string, part: Partial<ConsentRow>): ConsentRow => ({
  unitId: 'u',
  unitName: '甲镇',
  kindName: '乡镇',
  rowId,
  name: rowId,
  asked,
  consent: null,
  ...part,
});
const rows = [row('1', { consent }), row('2', {}), row('3', { asked: null, consent }), row('4', {})];

describe('requests for 不涉及', () => {
  it('wait for the office, are consented to, or are no longer made', () => {
    expect(rows.map(stateOf)).toEqual(['given', 'waiting', 'unasked', 'waiting']);
  });

  it('that wait come first, each in its order', () => {
    expect(waitingFirst(rows).map(({ rowId }) => rowId)).toEqual(['2', '4', '1', '3']);
  });

  it('are counted and filtered alike', () => {
    expect(countsOf(rows)).toEqual({ asked: 3, given: 2, waiting: 2 });
    expect(['waiting', 'given', 'all'].map((filter) => rows.filter((one) => passes(one, filter as 'all')).length)).toEqual([2, 2, 4]);
  });
});
