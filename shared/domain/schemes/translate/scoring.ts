import type { ScoringScheme } from '../../assessment/scheme.ts';
import { WORK_CLASSES } from '../work/assessment-data.ts';

/** A scheme of points (考核评分办法) in the language: the same points, shares, folding, penalty and grades. */
export function rulesOfScoring(scheme: ScoringScheme): Readonly<Record<string, unknown>> {
  const { district, statusShares, decimals } = scheme;
  return {
    out: 'points/100',
    per: 'year',
    judging: { status: { ...statusShares }, late: scheme.lateShare, missing: 'zero', decimals: decimals.points },
    grades: Object.fromEntries(scheme.grades.map(({ name, from }) => [name, from])),
    ungraded: scheme.ungraded,
    groups: {
      [WORK_CLASSES.district]: {
        name: district.name,
        ...folded(scheme, [
          { rows: 'annex1', total: district.annex1.max, points: { ...district.annex1.rows }, title: district.annex1.title },
          { rows: 'items', total: district.annex3.max, title: district.annex3.title },
        ]),
      },
      [WORK_CLASSES.leading]: penalised(scheme, ledParts(scheme)),
      [WORK_CLASSES.asked]: penalised(scheme, [airPart(scheme), askedPart(scheme)]),
    },
  };
}

/** What a unit answers for by its kind: the rows it leads, its air, its own part of the items that are asked of it. */
export function scoringPartsOf(
  scheme: ScoringScheme,
  { leads, air, asked }: { readonly leads: boolean; readonly air: boolean; readonly asked: boolean },
): object {
  const parts = [...(leads ? ledParts(scheme) : []), ...(air ? [airPart(scheme)] : []), ...(asked ? [askedPart(scheme)] : [])];
  return penalised(scheme, parts);
}

const ledParts = ({ district, department }: ScoringScheme): readonly object[] => [
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
];

const airPart = ({ town: { air } }: ScoringScheme): object => ({
  rows: 'air',
  total: air.max,
  points: { [air.pm25.measure]: air.pm25.max, [air.goodDays.measure]: air.goodDays.max },
  title: air.title,
});

const askedPart = ({ town: { items } }: ScoringScheme): object => ({
  rows: { from: 'items', of: 'asked' },
  total: items.max,
  title: items.title,
});

/** 缺项折算 to 100, rounded once. */
const folded = ({ decimals }: ScoringScheme, parts: readonly object[]): object => ({ sum: parts, fold: 100, round: decimals.total });

/** 迟报扣分 from the folded total, never below 0. */
const penalised = (scheme: ScoringScheme, parts: readonly object[]): object => ({
  sum: [folded(scheme, parts), { late: scheme.lateReturnPenalty, round: scheme.decimals.total }],
  floor: 0,
  round: scheme.decimals.total,
});
