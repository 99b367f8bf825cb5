import { limitOf } from '../../../../shared/domain/air/outlook/limit-of.ts';
import type { Target } from '../../../../shared/domain/plan/target-schema.ts';
import type { OutlookResult, OutlookRow } from '../../../../shared/contract/monitoring-outlook.ts';
import { exact } from '../../../../shared/domain/numbers/decimal.ts';
import { outlookText, targetPrint } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

export type TargetOutlook = OutlookRow['outlook']['targets'][number];
export type OutlookTarget = OutlookResult['targets'][number];

/** 2024-02-29; a day the month does not have becomes its last one. */
export const dateWithin = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, daysOfMonth(year, month))).padStart(2, '0')}`;

export const daysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** One target of one place. */
export interface OutlookLine {
  readonly row: OutlookRow;
  readonly target: TargetOutlook;
}

export const outlookLines = (rows: readonly OutlookRow[]): OutlookLine[] =>
  rows.flatMap((row) => row.outlook.targets.map((target) => ({ row, target })));

export const targetWords = ({ measure, ...target }: OutlookTarget): string =>
  `${targetPrint(target)}${measure === 'pm25' ? '' : outlookText.units[measure]}`;

/** Where the place stands after the elapsed days. */
export function soFarWords(target: TargetOutlook): string {
  if (target.kind === 'mean') return target.mean === null ? monitoringText.none : outlookText.mean(target.mean);
  return target.ratio === null ? monitoringText.none : outlookText.count(target.soFar, target.validSoFar, target.ratio);
}

/** What the remaining days must keep so that the target is met. */
export function demandWords(target: TargetOutlook, remainingDays: number): string {
  if (target.state === 'noData') return monitoringText.none;
  if (remainingDays === 0) return outlookText.over;
  if (target.state === 'impossible') return outlookText.lost;
  if (target.kind === 'mean') return meanDemand(target);
  if (target.state === 'secured') return outlookText.noDemand;
  if (target.target.measure === 'goodDayRatio') {
    return [
      ...(target.stillAtLeast === null ? [] : [outlookText.neededGood(target.stillAtLeast)]),
      ...(target.allowed === null ? [] : [outlookText.allowedPolluted(target.allowed)]),
    ].join('，');
  }
  return target.allowed === null ? monitoringText.none : outlookText.allowedHeavy(target.allowed);
}

function meanDemand({ state, atMost, atLeast }: TargetOutlook & { readonly kind: 'mean' }): string {
  if (state === 'secured') return outlookText.noDemand;
  const parts = [
    ...(atLeast === null ? [] : [outlookText.atLeast(atLeast.published)]),
    ...(atMost === null ? [] : [outlookText.atMost(atMost.published)]),
  ];
  return parts.length === 0 ? outlookText.noDemand : parts.join('，');
}

export interface OwnTargets {
  readonly pm25: string;
  readonly goodDayRatio: string;
  readonly heavyDayRatio: string;
}

const OPERATORS = { pm25: 'le', goodDayRatio: 'ge', heavyDayRatio: 'le' } as const;
const MEASURES = ['pm25', 'goodDayRatio', 'heavyDayRatio'] as const;

/** Targets somebody typed; null where one of them is no number ≥ 0 with at most one decimal. Blank ones are left out. */
export function ownTargets(typed: OwnTargets): OutlookTarget[] | null {
  const filled = MEASURES.filter((measure) => typed[measure].trim() !== '');
  if (filled.some((measure) => !/^\d{1,4}(\.\d)?$/.test(typed[measure].trim()))) return null;
  return filled.map((measure) => {
    const value = exact(typed[measure].trim()).toString();
    return { measure, operator: OPERATORS[measure], value, decimals: value.includes('.') ? 1 : DECIMALS[measure] };
  });
}

/** To how many decimals each is judged where its value does not say more: as in annex 1 of the plan. */
const DECIMALS = { pm25: 0, goodDayRatio: 1, heavyDayRatio: 1 } as const;

interface PlanMeasure {
  readonly subject: string | null;
  readonly decimals: number;
  readonly targets: Readonly<Record<string, Target>>;
}

const SUBJECTS = { pm25: 'pm25', 'good-days': 'goodDayRatio', 'heavy-pollution-days': 'heavyDayRatio' } as const;

/** The plan's own targets of the last year before `year` that has any, to go on with; null where there is none. */
export function carriedTargets(
  measures: readonly PlanMeasure[],
  year: number,
): { readonly from: number; readonly targets: OutlookTarget[] } | null {
  const air = measures.flatMap((measure) =>
    Object.entries(SUBJECTS).flatMap(([subject, name]) => (measure.subject === subject ? [{ ...measure, name }] : [])),
  );
  const years = air.flatMap(({ targets }) => Object.keys(targets).map(Number)).filter((one) => one < year);
  if (years.length === 0) return null;
  const from = Math.max(...years);
  const targets = air.flatMap(({ name, decimals, targets: own }) => {
    const target = own[String(from)];
    if (target?.kind !== 'number') return [];
    return [{ measure: name, ...limitOf(target, decimals), decimals }];
  });
  return { from, targets };
}
