import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OTHER_TELLERS } from '../../../../../main/services/audit/tell-others.ts';
import { RETURN_TELLERS } from '../../../../../main/services/audit/tell-returns.ts';
import { contract } from '../../../../../shared/contract/contract.ts';
import { logKindText, logSentence } from '../../../../../shared/text/log-text.ts';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

test('every act that leaves an event has its words', () => {
  const kinds = [
    ...Object.values(contract).flatMap(({ audit }) => audit ?? []),
    'work.create',
    'work.migrate',
    'register.adopt',
    'schemes.carry',
  ];
  const known = (kind: string): boolean => kind in RETURN_TELLERS || kind in OTHER_TELLERS || logKindText(kind) !== undefined;
  expect([...new Set(kinds)].filter((kind) => !known(kind))).toEqual([]);
});

test('what was done is told newest first, of a unit, an item, a person or a span where asked, without ids', async () => {
  const folder = temporaryFolder();
  const made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: 'hechuan-2024' });
  await made.call('returns.templates', { year: 2024, folder: made.grant(join(folder, 'forms')), units: ['区公安局', '沙鱼镇'] });
  await made.call('returns.import', {
    year: 2024,
    sources: [made.grant(join(folder, 'forms'))],
    received: { on: '2025-02-09', via: '送达' },
  });
  made.setNow('2025-02-11T09:00:00+08:00');
  await made.call('figures.set', { figures: [{ measure: 'A1-01', year: 2024, value: '31' }], document: '市通报', reason: '认定' });
  await made.call('reporting.deadline', { year: 2024, unit: '沙鱼镇', kind: 'waiver', reason: '首次填报', by: '某乙' });
  const all = await made.call('audit.log', {});
  expect(all.entries[0]).toMatchObject({
    act: '免于迟报扣分',
    unit: '沙鱼镇',
    by: '某乙',
    recordedBy: '测试员',
    before: '无',
    after: '免扣',
    reason: '首次填报',
  });
  const sentences = all.entries.map(logSentence);
  expect(sentences.filter((sentence) => /[a-z]+-[a-z]+|A\d-\d/u.test(sentence.replace(/\S+\.xlsx/u, '')))).toEqual([]);
  const town = await made.call('audit.log', { unit: '沙鱼镇' });
  expect(town.entries.map(({ act }) => act)).toEqual(['免于迟报扣分', '入库', '生成']);
  expect(town.entries[1]?.after).toContain('2025-02-09（送达）');
  const item = await made.call('audit.log', { item: 'A1-01' });
  expect(item.entries).toMatchObject([{ act: '认定数', after: '31', reason: '认定；市通报' }]);
  expect((await made.call('audit.log', { person: '某乙' })).entries).toHaveLength(1);
  expect((await made.call('audit.log', { from: '2025-02-11' })).entries).toHaveLength(2);
  expect(await made.fail('audit.log', { unit: '没有的镇' })).toMatchObject({ code: 'UNIT_UNKNOWN' });
  expect(await made.fail('audit.log', { item: '没有的事项' })).toMatchObject({ code: 'MEASURE_UNKNOWN' });
  made.core.close();
});
