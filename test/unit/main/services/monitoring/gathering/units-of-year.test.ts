import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { laterDocument } from '../../../../../support/plan-documents.ts';
import { storeDocument } from '../../../../../support/store-document.ts';

const folder = temporaryFolder();

test('air is gathered of the units whose kind is watched, in the years in which they exist', async () => {
  const made = testCore(folder);
  const path = join(folder, 'work.sqlite');
  await made.call('work.create', { file: made.grant(path), planId: 'hechuan-2024' });
  const ranked = async (period: string): Promise<string[]> =>
    (await made.call('ranking.show', { period })).current.rows.map(({ unitId }) => unitId);
  expect(await ranked('2024')).toHaveLength(31);
  const plan = loadTestPlan();
  const units = [
    ...plan.units.map((unit) => (unit.name === '清平镇' ? { ...unit, until: '2024-12-31' } : unit)),
    { id: 'park-east', kind: 'park', name: '东部产业园', aliases: [], divisionCode: null, from: '2025-03-01' },
    { id: 'works-1', kind: 'enterprise', name: '甲水泥厂', aliases: [], divisionCode: null },
  ];
  const unitKinds = [
    ...plan.unitKinds,
    { id: 'park', name: '园区', leads: false, asked: true, air: true, endings: [] },
    { id: 'enterprise', name: '企业', leads: false, asked: true, air: false, endings: [] },
  ];
  storeDocument(path, laterDocument(2, '2025-03-01', { units, unitKinds }, 'units'));
  const closed = plan.units.find(({ name }) => name === '清平镇')?.id ?? '';
  const [in2024, in2025] = [await ranked('2024'), await ranked('2025')];
  expect([in2024.includes(closed), in2025.includes(closed)]).toEqual([true, false]);
  expect([in2024.includes('park-east'), in2025.includes('park-east')]).toEqual([false, true]);
  expect([...in2024, ...in2025]).not.toContain('works-1');
  await made.call('year.open', { year: 2025, targets: 'carry', reason: '开启' });
  expect((await made.call('work.current', {}))?.kinds).toEqual([
    { name: '部门', count: 20, air: false },
    { name: '镇街', count: 30, air: true },
    { name: '园区', count: 1, air: true },
    { name: '企业', count: 1, air: false },
  ]);
  made.core.close();
});
