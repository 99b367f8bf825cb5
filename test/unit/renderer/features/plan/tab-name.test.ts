import { expect, test } from 'vitest';
import { tabName } from '../../../../../renderer/features/plan/tab-name.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';

test('the lists are called as the plan calls them; one that it has not has no label', () => {
  expect(tabName(loadTestPlan(), 'annex3')).toBe('附件3 年度事项');
  expect(tabName(loadSecondPlan(), 'annex1')).toBe('附表1 主要指标');
  expect(tabName(loadSecondPlan(), 'annex2')).toBe('重大任务');
  expect(tabName(loadSecondPlan(), 'body')).toBe('正文目标');
});
