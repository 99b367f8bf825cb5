import { describe, expect, it } from 'vitest';
import { adoptionRuleText } from '../../../../shared/text/conflict-text.ts';
import { listSubject, planWords, workWords, yearListSubject } from '../../../../shared/text/plan-words.ts';
import { loadTestPlan } from '../../../support/plan.ts';
import { loadSecondPlan } from '../../../support/templates.ts';

describe('words of a plan', () => {
  it('come from its district and its kinds of units', () => {
    expect(planWords(loadTestPlan())).toEqual({ district: '合川区', whole: '全区', ofDistrict: '区级', towns: '镇街' });
    expect(planWords(loadSecondPlan())).toEqual({ district: '临江县', whole: '全县', ofDistrict: '县级', towns: '乡镇、园区' });
    expect(planWords({ district: { name: '云州市' }, unitKinds: [] }).whole).toBe('全市');
    const kinds = [
      { name: '部门', air: false },
      { name: '镇街', air: true },
    ];
    expect(workWords({ district: { name: '合川区' }, kinds })).toEqual(planWords(loadTestPlan()));
  });

  it('name its lists by its own labels', () => {
    expect(adoptionRuleText('annex1First', loadTestPlan())).toBe('附件1 优先于附件3 和正文');
    expect(adoptionRuleText('annex1First', loadSecondPlan())).toBe('附表1 优先于附表2 和正文');
  });

  it('are joined without a blank where a list has no number', () => {
    const labels = { annex1: { label: '附件1' }, annex2: null, annex3: { label: '附件' } };
    expect(adoptionRuleText('annex1First', labels)).toBe('附件1 优先于附件和正文');
    expect(adoptionRuleText('annex3First', labels)).toBe('附件优先于正文');
    expect(adoptionRuleText('annex2First', labels)).toBe('重大任务优先于正文');
  });
});

describe('the title of a list', () => {
  it('gives the title of the table on how far it has come', () => {
    expect(listSubject('空气质量持续改善行动主要指标清单')).toBe('空气质量持续改善行动主要指标');
    expect(listSubject('大气环境质量改善指标分解表')).toBe('大气环境质量改善指标');
  });

  it('is broken before the year, and gets the year where it has none', () => {
    expect(yearListSubject('空气质量持续改善行动2024年事项清单', 2024)).toBe('空气质量持续改善行动\n2024年事项');
    expect(yearListSubject('2025年任务清单', 2025)).toBe('2025年任务');
    expect(yearListSubject('年度任务清单', 2026)).toBe('年度任务\n2026年');
  });
});
