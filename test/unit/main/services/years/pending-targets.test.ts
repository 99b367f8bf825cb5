import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';

it('a target that the annex prints as 待定 is asked, can be given with the opening, and is what the year goes by', async () => {
  const folder = temporaryFolder();
  const made = testCore(folder, templatesWithSecondDistrict(folder));
  made.setNow('2026-02-10T09:00:00+08:00');
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: SECOND_PLAN });
  const asked = await made.call('year.propose', { year: 2026, targets: 'ask' });
  expect(asked.questions.map(({ measure }) => measure)).toEqual(['K7']);
  const refused = await made.fail('year.open', { year: 2026, targets: 'carry', reason: '开启' });
  expect(refused).toMatchObject({ code: 'YEAR_TARGETS_OPEN', params: { count: 1 } });
  const stranger = { year: 2026, targets: 'ask', choices: { K7: '20-30', K5: '20-30' }, reason: '开启' };
  expect(await made.fail('year.open', stranger)).toMatchObject({ code: 'TARGET_NOT_OPEN', params: { measure: 'K5', known: 'K7' } });
  const view = await made.call('year.open', { year: 2026, targets: 'ask', choices: { K7: '20-30' }, reason: '开启' });
  const row = view.targets.find(({ measure }) => measure === 'K7');
  expect(row).toMatchObject({ rule: 'entered' });
  expect(row?.adopted).toMatch(/20.30/u);
  const changed = await made.call('year.change', { year: 2026, change: { targets: { K7: '待定' } }, reason: '另行下达' });
  expect(changed.targets.find(({ measure }) => measure === 'K7')).toMatchObject({ adopted: '待定', rule: 'entered' });
});
