import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPlans, loadPlanTemplate } from '../../../../../main/services/plan/plan-templates.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const ONLY = 'hechuan-2024';

describe('the plans that the product brings along', () => {
  it('are listed with what a clerk knows them by', () => {
    expect(listPlans(TEMPLATES)).toEqual({
      plans: [
        {
          id: ONLY,
          title: '合川区空气质量持续改善行动实施方案',
          documentNumber: '合川府办发〔2024〕52号',
          date: '2024-08-31',
          years: [2024, 2025, 2027],
        },
      ],
      unreadable: [],
    });
  });
});

describe('a folder with several plans', () => {
  const templates = temporaryFolder();
  const change = (id: string, file: string, from: string, to: string): void => {
    const path = join(templates, 'plans', id, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  beforeAll(() => {
    for (const id of [ONLY, 'older', 'newer', 'no-yaml', 'wrong-date', 'empty'])
      if (id === 'empty') mkdirSync(join(templates, 'plans', id), { recursive: true });
      else cpSync(join(TEMPLATES, 'plans', ONLY), join(templates, 'plans', id), { recursive: true });
    change('older', 'document.yml', "date: '2024-08-31'", "date: '2019-01-01'");
    change('newer', 'document.yml', "date: '2024-08-31'", "date: '2025-03-01'");
    change('wrong-date', 'document.yml', "date: '2024-08-31'", "date: '2024-08-32'");
    writeFileSync(join(templates, 'plans', 'no-yaml', 'annex1.yml'), 'rows: [');
    writeFileSync(join(templates, 'plans', 'README.md'), '方案');
  });

  it('lists the newest first', () => {
    expect(listPlans(templates).plans.map(({ id, date }) => `${id} ${date}`)).toEqual([
      'newer 2025-03-01',
      `${ONLY} 2024-08-31`,
      'older 2019-01-01',
    ]);
  });

  it('tells where the spoiled ones are wrong, without losing the others', () => {
    expect(listPlans(templates).unreadable.map(({ plan, file, path }) => [plan, file, path])).toEqual([
      ['empty', 'plan.yml', ''],
      ['no-yaml', 'annex1.yml', ''],
      ['wrong-date', 'document.yml', 'date'],
    ]);
  });

  it('refuses a spoiled plan with the same words', () => {
    for (const problem of listPlans(templates).unreadable)
      expect(() => loadPlanTemplate(templates, problem.plan)).toThrow(expect.objectContaining({ code: 'PLAN_INVALID', params: problem }));
  });
});
