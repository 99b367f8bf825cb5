import { describe, expect, it } from 'vitest';
import { runDiffMethods } from '../../../../shared/contract/whatif.ts';
import { flipText, placeRangeText, weightMoveText } from '../../../../shared/text/sensitivity-text.ts';
import { causeText, changeText, knownCauseTexts, missingPartText, rangeText, supposedText } from '../../../../shared/text/what-if-text.ts';

const codes = runDiffMethods['run.diff'].output.shape.difference.shape.versions.def.innerType.element.shape.code.options;

describe('causes', () => {
  it('have a sentence each, and none is left without its cause', () => {
    expect(knownCauseTexts.toSorted()).toEqual([...codes].toSorted());
  });

  it.each([...codes])('%s is said in Chinese', (code) => {
    expect(causeText(code, { before: '1', after: '2', figure: '完成值', unit: '家' })).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('say value, unit and cell, before and after', () => {
    const params = {
      figure: '绿色工厂',
      unit: '家',
      before: '18',
      after: '21',
      file: '甲.xlsx',
      sheet: '指标填报',
      cell: 'I9',
      rawBefore: '18',
      rawAfter: '21家',
    };
    expect(causeText('valueChanged', params)).toBe('绿色工厂：18家 → 21家（甲.xlsx 指标填报!I9，“18”改为“21家”）');
    expect(causeText('valueNew', { figure: '完成状态', unit: '', after: 'done', file: '' })).toBe('完成状态：缺数据 → 已完成');
  });

  it('show what was rounded away where the judged values are equal', () => {
    const params = { figure: '占比', unit: '%', before: '81.1', after: '81.1', exactBefore: '81.1475409836065573', exactAfter: '81.12' };
    expect(causeText('valueChanged', params)).toBe('占比：81.14754098360…% → 81.12%');
  });

  it('name the document of a target', () => {
    const params = { figure: 'PM2.5', unit: '微克/立方米', before: '≤36', after: '≤35' };
    expect(causeText('targetChanged', { ...params, from: 'A1-01@文3', document: '区治气办〔2026〕3号' })).toBe(
      'PM2.5：目标≤36微克/立方米 → ≤35微克/立方米（区治气办〔2026〕3号）',
    );
  });
});

describe('what is missing', () => {
  const part = { unit: '区商务委', rows: ['A3-1.2'], figure: '完成状态', fields: ['status'] };

  it('is said with row, what and from whom', () => {
    expect(missingPartText({ ...part, code: 'cells' })).toBe('A3-1.2：区商务委未填完成状态');
    expect(missingPartText({ ...part, code: 'cells', figure: '占比', fields: ['numerator', 'denominator'] })).toBe(
      'A3-1.2 占比：区商务委未填分子、分母',
    );
    expect(missingPartText({ ...part, code: 'return', rows: ['A3-1.2', 'A3-1.3'] })).toBe('区商务委未报填报表（A3-1.2、A3-1.3）');
    expect(missingPartText({ ...part, code: 'return', rows: [] })).toBe('区商务委未报填报表');
    expect(missingPartText({ ...part, code: 'target', unit: null, figure: '超充站' })).toBe('A3-1.2 超充站：目标待定');
    for (const code of ['air', 'zeroDenominator', 'error', 'consent'] as const)
      expect(missingPartText({ ...part, code })).toContain('区商务委');
  });
});

it('ranges are one value where nothing is open, and a dash where nothing can be said', () => {
  expect([rangeText({ low: '86.20', high: '91.40' }), rangeText({ low: '91.00', high: '91.00' }), rangeText(null)]).toEqual([
    '86.20～91.40',
    '91.00',
    '—',
  ]);
  const reach = { low: '', high: '', grades: [] };
  expect([
    placeRangeText({ ...reach, best: 3, worst: 7 }),
    placeRangeText({ ...reach, best: 3, worst: 3 }),
    placeRangeText({ ...reach, best: null, worst: null }),
  ]).toEqual(['3～7', '3', '—']);
  expect([changeText({ before: '1', after: '2' }), changeText({ before: 3, after: 3 }), changeText({ before: null, after: 1 })]).toEqual([
    '1 → 2',
    '3',
    '— → 1',
  ]);
});

it('supposed changes say what they are of, before and after', () => {
  const cell = {
    kind: 'cell',
    unit: '区应急局',
    rowId: 'A3-5.9',
    field: 'status',
    before: null,
    after: { kind: 'status', value: 'done' },
  } as const;
  expect(supposedText(cell)).toBe('区应急局 A3-5.9 完成状态：空白 → 已完成');
  expect(supposedText({ ...cell, before: cell.after })).toBe('区应急局 A3-5.9 完成状态：已完成（与现值相同）');
  expect(supposedText({ kind: 'weight', rowId: 'A1-01', table: '镇街', before: '35', after: '40' })).toContain('镇街 A1-01 分值：35 → 40');
  expect(supposedText({ kind: 'target', measureId: 'A1-01', before: null, after: '≤31' })).toBe('A1-01 目标：无 → ≤31');
});

it('what would move a unit is said with grade, place and total', () => {
  const now = { total: '86.90', grade: '良好', place: 28 };
  const flip = {
    unit: '甲镇',
    rowId: 'A3-5.6',
    field: 'status',
    before: { kind: 'status', value: 'notStarted' },
    after: { kind: 'status', value: 'done' },
    total: '90.35',
    grade: '优秀',
    place: 26,
  } as const;
  expect(flipText(flip, now)).toBe('甲镇 A3-5.6 完成状态：未启动 → 已完成，等次 良好 → 优秀，名次 28 → 26（总分 86.90 → 90.35）');
  expect(weightMoveText({ rowId: 'A1-01', direction: 'down', ...now, place: 27 }, '10', now)).toBe(
    'A1-01 分值减 10%，名次 28 → 27（总分 86.90 → 86.90）',
  );
});
