import { describe, expect, it } from 'vitest';
import {
  type Missing,
  missingOf,
  missingSentence,
  missingSummary,
} from '../../../../../renderer/features/assessment/current/missing-lines.ts';
import { averageOf, sumOf } from '../../../../../renderer/features/assessment/column-sums.ts';
import { unitColumns } from '../../../../../renderer/features/assessment/current/unit-columns.tsx';
import { foldText, groupText, penaltyText, worstFirst } from '../../../../../renderer/features/assessment/current/unit-rows.ts';
import { ROW_COLUMNS } from '../../../../../renderer/features/assessment/part-table.tsx';
import { rowNames } from '../../../../../renderer/features/assessment/row-names.ts';
import { fieldsOf, rowChoices, targetChoices, weightChoices } from '../../../../../renderer/features/assessment/whatif/choices.ts';
import { exact, roundHalfEven } from '../../../../../shared/domain/numbers/decimal.ts';
import { countedMax } from '../../../../../shared/domain/assessment/score.ts';
import { scoreYear } from '../../../../../shared/domain/assessment/score.ts';
import { provisionalOf } from '../../../../../shared/domain/assessment/provisional/range.ts';
import { madeInput } from '../../../../support/made-assessment.ts';

const input = madeInput({ seed: 7, filled: 0.8, reported: 0.9 });
const scored = scoreYear(input);
const provisional = provisionalOf(input, scored);
const withMissing = <Subject extends { readonly subjectId: string }>(subject: Subject) => ({
  ...subject,
  ...(provisional.get(subject.subjectId) ?? { place: null, range: null, missing: [] }),
});
const result = { ...scored, district: withMissing(scored.district), units: scored.units.map(withMissing) };
const names = rowNames(result);

describe('the units of a kind', () => {
  it('stand with those that have not reported first, then from the lowest total up', () => {
    const sorted = worstFirst(result.units);
    const firstReported = sorted.findIndex(({ reported }) => reported);
    expect(firstReported).toBeGreaterThan(0);
    const totals = sorted.slice(firstReported).map(({ total }) => Number(total));
    expect(sorted.slice(firstReported).every(({ reported }) => reported)).toBe(true);
    expect(totals).toEqual(totals.toSorted((one, other) => one - other));
  });

  it('each add up as they are shown: parts, folded, less what is deducted', () => {
    for (const unit of result.units.filter(({ reported }) => reported)) {
      const points = unit.parts.reduce((sum, part) => sum.plus(part.points), exact(0));
      const counted = countedMax(unit.parts, 2);
      const fold = /^×100\/([\d.]+)$/.exec(foldText(unit))?.[1] ?? '100';
      if (exact(counted).isZero()) continue;
      const total = points
        .times(100)
        .div(fold)
        .minus(penaltyText(unit) || '0');
      expect((total.isNegative() ? exact(0) : total).minus(unit.total).abs().lte('0.005'), unit.name).toBe(true);
    }
  });

  it('carry their average and their lowest total, of those that have reported', () => {
    const [one, two, three] = result.units;
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are units');
    const of = (total: string, reported = true) => ({ ...one, total, reported });
    expect(groupText([of('80.00'), of('90.01'), of('0.00', false)])).toBe('3 个，已报 2 个　平均 85.00　最低 80.00');
    expect(groupText([of('0.00', false)])).toBe('1 个，都没有报送');
  });

  it('show 缺 for who has not reported and 不涉及 for a part that does not count', () => {
    const columns = unitColumns(result.units, { provisional: true, onOpen: () => undefined });
    const silent = result.units.find(({ reported }) => !reported);
    if (silent === undefined) throw new Error('one has not reported');
    const parts = columns.filter(({ key }) => silent.parts.some(({ id }) => id === key));
    expect(parts.map((column) => column.text(silent))).toEqual(parts.map(() => '缺'));
    expect(columns.find(({ key }) => key === 'total')?.text(silent)).toBe('—');
  });
});

describe('the last row of a table', () => {
  const columns = unitColumns(result.units, { provisional: true, onOpen: () => undefined });
  const below = (key: string) => columns.find((column) => column.key === key)?.sum?.(result.units);

  it('averages totals and parts of those that have some, and adds up what is deducted and what is missing', () => {
    const totals = result.units.filter(({ reported }) => reported).map(({ total }) => exact(total));
    const mean = totals.reduce((one, other) => one.plus(other)).div(totals.length);
    expect(below('total')).toBe(`平均 ${roundHalfEven(mean, 2)}`);
    const counted = result.units.flatMap(({ reported, parts }) =>
      parts.filter(({ id, rows }) => id === 'tasks' && reported && rows.some(({ points }) => points !== null)),
    );
    const points = counted.reduce((sum, part) => sum.plus(part.points), exact(0));
    expect(below('tasks')).toBe(`平均 ${roundHalfEven(points.div(counted.length), 2)}`);
    const penalties = result.units.flatMap(({ penalties: own }) => own).reduce((sum, { points: of }) => sum.plus(of), exact(0));
    expect(below('penalties')).toBe(penalties.isZero() ? '' : roundHalfEven(penalties.abs(), 2));
    expect(below('missing')).toBe(`${result.units.reduce((sum, { missing: own }) => sum + own.length, 0)} 项`);
    expect(below('fold')).toBeUndefined();
  });

  it('of a part is what the part gives: its points and what they could be', () => {
    for (const part of result.district.parts) {
      const sums = ROW_COLUMNS.flatMap(({ key, sum }) => (sum === undefined ? [] : [[key, sum(part.rows)]]));
      expect(sums).toEqual([
        ['points', part.points],
        ['max', part.max],
      ]);
    }
  });

  it('leaves out what is no number, and is blank where nothing is one', () => {
    expect([sumOf(['1.5', '不涉及', '0.25', '-2']), averageOf(['90.00', '缺', '80.01'])]).toEqual(['-0.25', '平均 85.00']);
    expect([sumOf(['缺', '']), averageOf([])]).toEqual(['', '']);
  });
});

describe('what is missing', () => {
  const missing = missingOf(result);

  it('is named once, the worst first, and counted by kind', () => {
    expect(missing.length).toBeGreaterThan(3);
    expect(new Set(missing.map((one) => JSON.stringify(one))).size).toBe(missing.length);
    const silent = result.units.filter(({ reported }) => !reported).length;
    expect(missing.slice(0, silent).every(({ code }) => code === 'return')).toBe(true);
    expect(missingSummary(missing)).toMatch(new RegExp(`^缺 ${silent} 个单位，`, 'u'));
    expect(missingSummary([])).toBe('不缺数据，没有待确认的数');
  });

  it('is said without the ids of rows', () => {
    const ids = new Set(
      [result.district, ...result.units].flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.map(({ rowId }) => rowId))),
    );
    for (const one of missing) for (const id of ids) expect(missingSentence(one, names).includes(id)).toBe(false);
    const status: Missing = { code: 'consent', unitId: 'x', unit: '甲镇', rows: ['r'], figure: '完成状态', fields: [] };
    expect(missingSentence(status, () => '清扫')).toBe('清扫 完成状态：甲镇申请不涉及，未经同意');
    expect(missingSentence({ ...status, code: 'error', figure: '清扫率', fields: ['value'] }, () => '提高清扫率')).toBe(
      '清扫率：甲镇填的完成值有错误，须改正',
    );
  });
});

describe('the choices of a supposed change', () => {
  it('are rows of the unit, weights that are set one by one, and targets in numbers', () => {
    const unit = result.units.find(({ subjectId }) => subjectId === 'dept-ecology');
    if (unit === undefined) throw new Error('the department is there');
    expect(rowChoices(unit).every(({ label }) => label !== '' && label.length <= 26)).toBe(true);
    expect(weightChoices(result).map(({ value }) => value)).toContain('A1-01');
    expect(weightChoices(result).some(({ value }) => value.startsWith('A3-'))).toBe(false);
    expect(targetChoices(result).find(({ value }) => value === 'A1-01')?.label).toMatch(/≤\d+/);
    expect(fieldsOf(unit, 'A1-01')).toContain('value');
  });
});
