import { describe, expect, it } from 'vitest';
import { blankOf } from '../../../../../renderer/features/schemes/editor/blank-value.ts';
import { trialSummary } from '../../../../../renderer/features/schemes/editor/trial-text.ts';
import { firstFolded, treeRows } from '../../../../../renderer/features/schemes/editor/tree-rows.ts';
import { languageForms } from '../../../../../shared/domain/schemes/form/language-forms.ts';
import { outlineOf } from '../../../../../shared/domain/schemes/form/outline.ts';

const side = (amount: string | null, grade: string | null = null, place: number | null = null) => ({ amount, grade, place, notices: [] });
const row = (subject: string, before: string, after: string, difference: string) => ({
  subjectId: subject,
  subject,
  period: '2024',
  before: side(before),
  after: side(after),
  difference,
});

describe('the summary of a trial', () => {
  const trial = { year: 2024, out: 'points/100', computed: 3, missing: 0, changed: { amounts: 2, grades: 1, places: 0 } };

  it('names the greatest change with its sign', () => {
    expect(trialSummary({ ...trial, rows: [row('甲', '90', '87.6', '-2.4'), row('乙', '80', '81', '1')] })).toBe(
      '1 个变等次；2 个变得数；最大 −2.4 甲',
    );
  });

  it('says that nothing changes, and who has no result', () => {
    expect(trialSummary({ ...trial, missing: 2, rows: [], changed: { amounts: 0, grades: 0, places: 0 } })).toBe(
      '没有单位变化；2 个缺数据，没有结果',
    );
  });
});

describe('the tree of a scheme', () => {
  const data = { rules: { out: 'points/100', sum: [{ of: 'pm25', share: 60 }, { sum: [{ manual: '甲', cap: 40 }] }] } };
  const parts = outlineOf(data, languageForms())?.parts ?? [];

  it('lists what is open, each with its name and the one around it', () => {
    const rows = treeRows(parts, new Set(), {});
    expect(rows.map(({ title, depth }) => `${depth} ${title}`)).toEqual([
      '0 抬头',
      '0 规则',
      '1 PM2.5　按比例得分',
      '1 各部分相加',
      '2 人工评分“甲”',
      '0 给出什么',
    ]);
    const folded = new Set([rows[3]?.key ?? '']);
    expect(treeRows(parts, folded, {}).map(({ title }) => title)).not.toContain('人工评分“甲”');
    expect(rows[4]?.parent).toBe(rows[3]?.key);
  });

  it('is open down to the parts of a subject', () => {
    expect(firstFolded(parts)).toEqual(new Set());
  });
});

describe('a new value of a form', () => {
  it('is of the shape of its field', () => {
    for (const { fields } of languageForms().rules) for (const { widget } of fields) expect(blankOf(widget)).toBeDefined();
    expect(blankOf({ kind: 'tuple', items: [{ kind: 'flag' }, { kind: 'choice', options: ['a', 'b'] }] })).toEqual(['true', 'a']);
  });
});
