import type { ScoringScheme } from '../../assessment/scheme.ts';
import { WORK_CLASSES } from '../work/assessment-data.ts';

/** A scheme of points (考核评分办法) in the language: the same points, shares, folding, penalty and grades. */
export function rulesOfScoring(scheme: ScoringScheme): Readonly<Record<string, unknown>> {
  const { district, department, town, statusShares, decimals } = scheme;
  const air = { [town.air.pm25.measure]: town.air.pm25.max, [town.air.goodDays.measure]: town.air.goodDays.max };
  return {
    out: 'points/100',
    per: 'year',
    judging: { status: { ...statusShares }, late: scheme.lateShare, missing: 'zero', decimals: decimals.points },
    grades: Object.fromEntries(scheme.grades.map(({ name, from }) => [name, from])),
    ungraded: scheme.ungraded,
    groups: {
      [WORK_CLASSES.district]: {
        name: district.name,
        ...folded([
          { rows: 'annex1', total: district.annex1.max, points: { ...district.annex1.rows }, title: district.annex1.title },
          { rows: 'items', total: district.annex3.max, title: district.annex3.title },
        ]),
      },
      [WORK_CLASSES.leading]: penalised([
        {
          rows: { from: 'annex1', of: 'led' },
          total: department.annex1.max,
          points: { ...district.annex1.rows },
          title: department.annex1.title,
        },
        {
          rows: { from: ['tasks', 'items'], of: 'led', otherwise: 'duties' },
          total: department.tasks.max,
          title: department.tasks.title,
        },
      ]),
      [WORK_CLASSES.asked]: penalised([
        { rows: 'air', total: town.air.max, points: air, title: town.air.title },
        { rows: { from: 'items', of: 'asked' }, total: town.items.max, title: town.items.title },
      ]),
    },
  };

  /** 缺项折算 to 100, rounded once. */
  function folded(parts: readonly object[]): object {
    return { sum: parts, fold: 100, round: decimals.total };
  }

  /** 迟报扣分 from the folded total, never below 0. */
  function penalised(parts: readonly object[]): object {
    return { sum: [folded(parts), { late: scheme.lateReturnPenalty, round: decimals.total }], floor: 0, round: decimals.total };
  }
}
