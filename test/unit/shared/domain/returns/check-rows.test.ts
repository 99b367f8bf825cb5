import { describe, expect, it } from 'vitest';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { rawReturn } from '../../../../support/raw-return.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadSecondPlan();

/** What is said of 已完成 beside a figure of the item. */
function disagreements(unit: string, item: string, measure: string, value: string): string[] {
  const layout = layoutFor(plan, unitNamed(plan, unit), { year: 2025, air: false });
  const typed = { [`${item}|status`]: '已完成', [`${measure}|value`]: { type: 'number', digits: value, format: 'general' } } as const;
  return atOnce(parseReturn(rawReturn(layout, typed), layout, '填报表.xlsx'))
    .findings.filter(({ code }) => code === 'STATUS_DISAGREES')
    .map(({ params }) => String(params['target']));
}

describe('已完成 against a figure', () => {
  it.each([
    ['县生态环境局', 'Z15', 'Z15-1', '19', []],
    ['县生态环境局', 'Z15', 'Z15-1', '20', ['＜20']],
    ['县农业农村局', 'Z10', 'Z10-1', '9', []],
    ['县农业农村局', 'Z10', 'Z10-1', '8', ['＞8']],
    ['县工业和信息化局', 'Z3', 'Z3-2', '180', []],
    ['县工业和信息化局', 'Z3', 'Z3-2', '190', []],
    ['县工业和信息化局', 'Z3', 'Z3-2', '179.9', ['180～190']],
    ['县工业和信息化局', 'Z3', 'Z3-2', '190.1', ['180～190']],
  ])('%s %s: %s of %s is held against a strict limit or a range as such', (unit, item, measure, value, found) => {
    expect(disagreements(unit, item, measure, value)).toEqual(found);
  });
});
