import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { type MonthlyRanking, streaks } from '../../../shared/domain/air/ranking/streaks.ts';
import { streakRuleText, unrankedMonthText } from '../../../shared/text/ranking-text.ts';
import type { ServiceContext } from '../context.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { type RankedPeriod, rankFigures } from './rank-figures.ts';
import { groupsWithheld } from './ranked-sets.ts';
import { requireScheme } from './ranking-schemes.ts';

type StreakResult = MethodOutput<'ranking.streaks'>;

/** 连续末位 of a year by its monthly rankings; runs that reach into it keep their months of the year before, `longest` is of the year alone. */
export function showStreaks(
  context: ServiceContext,
  { year, scheme: id }: { readonly year: number; readonly scheme?: string | undefined },
): StreakResult {
  const { plan } = readWorkPlan(context.work.handle);
  const { scheme } = requireScheme(context.work.handle, plan, year, id);
  const ranked = monthsOf(year - 1)
    .concat(monthsOf(year))
    .map((month) => rankFigures(context, plan, scheme, month));
  const groups = new Map(scheme.groups.map((group) => [group.id, group.name]));
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const groupOf = new Map(ranked.flatMap((month) => month.ranked.map((place) => [place.unitId, groups.get(place.group) ?? ''] as const)));
  const own = (month: string): boolean => month.startsWith(`${year}-`);
  const rows = streaks(ranked.map(monthlyRanking), scheme, `${year}-01`).map((streak) => ({
    unitId: streak.unitId,
    name: names.get(streak.unitId) ?? streak.unitId,
    group: groupOf.get(streak.unitId) ?? '',
    months: streak.months.filter(({ month }) => own(month)),
    current: streak.current,
    since: streak.since,
    longest: streak.longest,
    actions: streak.actions
      .filter(({ month }) => own(month))
      .map(({ month, rule }) => ({ month, action: rule.action, rule: streakRuleText(rule) })),
  }));
  return {
    year,
    schemeId: scheme.id,
    rules: scheme.streaks.map(streakRuleText),
    unrankedMonth: unrankedMonthText(scheme.unrankedMonth),
    rows: inPlanOrder(rows, [...names.keys()]),
    withheld: ranked
      .filter(({ text }) => own(text))
      .flatMap(({ text, ranked: places }) => groupsWithheld(places, scheme).map((group) => ({ ...group, month: text }))),
    sample: ranked.some(({ towns }) => [...towns.values()].some(({ place }) => place.sample)),
  };
}

const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

const monthlyRanking = ({ text, ranked }: RankedPeriod): MonthlyRanking => ({ month: text, places: ranked });

const inPlanOrder = <Row extends { unitId: string }>(rows: readonly Row[], ids: readonly string[]): Row[] =>
  rows.toSorted((left, right) => ids.indexOf(left.unitId) - ids.indexOf(right.unitId));
