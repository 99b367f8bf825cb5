import { describe, expect, it } from 'vitest';
import { categoryCell } from '../../../../../renderer/features/plan/annex1.tsx';
import { articleParts } from '../../../../../renderer/features/plan/articles.tsx';
import { highlighted, searchPlan } from '../../../../../renderer/features/plan/search.ts';
import { articlePlace, demandText } from '../../../../../shared/text/ui/plan-text.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const plan = loadTestPlan();

describe('the annexes as issued', () => {
  it('merge the category cells of annex 1 over all of their rows', () => {
    const spans = plan.annex1.rows.map((_row, index) => categoryCell(plan.annex1.rows, index).rowSpan ?? 1);
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(plan.annex1.rows.length);
    expect(spans[0]).toBe(4);
  });

  it('set every article’s heading off and put its units on a line of their own', () => {
    for (const article of plan.articles) {
      const { lead, rest } = articleParts(article);
      expect(lead).toContain(article.heading);
      expect(rest).not.toContain(article.unitsPrinted);
      expect(`${lead}${rest}（${article.unitsPrinted}）`).toBe(article.text);
    }
  });
});

describe('searching the plan', () => {
  it('finds rows, items, articles and body targets that hold all words', () => {
    const found = searchPlan(plan, [], '玻璃 深度治理');
    expect([...new Set(found.map((place) => place.tab))]).toEqual(['annex1', 'annex2', 'annex3', 'articles', 'body']);
    expect(searchPlan(plan, [], '区生态环境局').length).toBeGreaterThan(3);
    expect(searchPlan(plan, [], 'a1-05').map((place) => place.at)).toEqual(['A1-05']);
  });

  it('marks what was looked for and takes signs literally', () => {
    expect(highlighted('PM2.5浓度≤39', 'pm2.5')).toEqual([
      { text: 'PM2.5', found: true },
      { text: '浓度≤39', found: false },
    ]);
    expect(highlighted('建成（座）', '（')).toEqual([
      { text: '建成', found: false },
      { text: '（', found: true },
      { text: '座）', found: false },
    ]);
  });
});

describe('words of the plan page', () => {
  it('name the place of an article as the plan prints it', () => {
    expect([0, 7, 10, 15, 20, 28].map(articlePlace)).toEqual([
      '正文 一、总体要求',
      '正文（七）',
      '正文（十）',
      '正文（十五）',
      '正文（二十）',
      '正文（二十八）',
    ]);
  });

  it('say what is demanded in a number, in words, or in both', () => {
    expect(demandText({ operator: 'ge', value: '20', unit: '%', qualitative: null })).toBe('≥20%');
    expect(demandText({ operator: null, value: '25', unit: '%', qualitative: '力争' })).toBe('25%（力争）');
    expect(demandText({ operator: null, value: null, unit: null, qualitative: '基本淘汰' })).toBe('基本淘汰');
  });
});
