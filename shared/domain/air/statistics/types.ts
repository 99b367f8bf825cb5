import type { DecimalText } from '../../numbers/decimal.ts';
import type { Period } from '../period.ts';
import type { StandardChoice, StandardId } from '../standards/evaluation-standard.ts';
import type { Pm25Published } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { DustSwitches, IndexSettings } from '../types.ts';

export interface EvaluationSettings {
  readonly standard: StandardChoice;
  readonly dust: DustSwitches;
  readonly index: IndexSettings;
  /** Decimals of PM2.5 as printed; left out: as the standard has it (HJ 663-2026 表3). */
  readonly pm25Published?: Pm25Published | undefined;
}

/** What of it a scheme says; dust is one dated setting of the whole work. */
export type SchemeEvaluation = Omit<EvaluationSettings, 'dust'>;

/** Why the valid days do not carry a mean (GB 3095-2026 表4, 6.4): none at all, a month too short, the year too short. */
export type ValidityGap =
  | { readonly code: 'NO_DATA' }
  | { readonly code: 'MONTH_DAYS_SHORT'; readonly month: string; readonly validDays: number; readonly required: number }
  | { readonly code: 'YEAR_DAYS_SHORT'; readonly validDays: number; readonly required: number };

/** A statistic: unrounded (at most forty digits), as published (统计值) and as held against a limit (达标评价), each rounded once from the exact one. */
export interface Figure {
  readonly exact: DecimalText;
  readonly published: DecimalText;
  readonly judged: DecimalText;
}

/** A number and what is printed of it. */
export interface RoundedNumber {
  readonly exact: DecimalText;
  readonly published: DecimalText;
}

/** One pollutant over the period. */
export interface ConcentrationEvaluation {
  readonly mean: Figure;
  /** 特定百分位数 of daily values (HJ 663 附录A.6). */
  readonly percentile: Figure & { readonly p: number };
  /** What stands for the period: the mean, of CO and O3 the percentile. */
  readonly value: Figure;
  /** Days with a daily value, dust days among them: validity is judged on what was measured, before anything is taken out. */
  readonly validDays: number;
  /** Days that entered mean and percentile. */
  readonly usedDays: number;
  /** 二级 limits; `annual` is null for CO and O3, which have none. */
  readonly limits: { readonly annual: number | null; readonly daily: number };
  /** value ÷ the limit it is held against (annual, of CO and O3 daily), 2 decimals; given for every period. */
  readonly ratio: RoundedNumber;
  /**
   * 达标: mean against the annual limit and percentile against the daily one, both as judged (HJ 663 年评价). Null where nothing is judged:
   * a period other than a calendar year has no limit of its own, and too few valid days carry no judgement.
   */
  readonly attained: boolean | null;
  readonly meanAttained: boolean | null;
  readonly percentileAttained: boolean | null;
  /** 超标倍数 (C−S)/S of `value` as it is judged, when that is over its limit; for any period, as `ratio`. */
  readonly exceedanceMultiple: DecimalText | null;
  /** Days whose value, rounded as for the AQI, is over the daily limit of the day's standard, and their share of `usedDays` in %. */
  readonly daysOver: number;
  readonly overRate: RoundedNumber;
  readonly gaps: readonly ValidityGap[];
}

/** Days of the period by their AQI. */
export interface DayFigures {
  /** 有效天数: days that count (countedDay). */
  readonly valid: number;
  /** 优良天数: valid days with AQI ≤ 100, and their share of the valid days in %. */
  readonly good: number;
  readonly ratioExact: DecimalText | null;
  readonly ratio: DecimalText | null;
  /** 重污染天数: AQI > 200, and their share of the valid days in %. */
  readonly heavy: number;
  readonly heavyRatioExact: DecimalText | null;
  readonly heavyRatio: DecimalText | null;
  /** 一级 to 六级. */
  readonly byLevel: readonly number[];
  /** 首要污染物; a tie counts for each of its pollutants. */
  readonly byPrimary: Readonly<Record<Pollutant, number>>;
  /** Days with values that do not count: something is missing, and the AQI of the rest is at most 100. */
  readonly na: number;
  /** Days with values that lack a monitored pollutant, counted ones too. */
  readonly incomplete: number;
  /** Days with any value. */
  readonly measured: number;
  /** Pollutants that entered the AQI on at least one valid day. */
  readonly pollutants: readonly Pollutant[];
}

/** 综合指数 and its 单项指数. */
export interface CompositeIndex extends RoundedNumber {
  readonly singles: Readonly<Partial<Record<Pollutant, RoundedNumber>>>;
  /** 主要污染物: the largest single index, all of them when equal. */
  readonly primary: readonly Pollutant[];
  readonly missing: readonly Pollutant[];
  /** False: a sum of what there is, never to be held against a complete one. */
  readonly complete: boolean;
}

/** What changes when dust days (扣沙日) are taken out. */
export interface DustFigures {
  readonly pm25: RoundedNumber | null;
  readonly pm10: RoundedNumber | null;
  readonly compositeIndex: (RoundedNumber & { readonly complete: boolean }) | null;
  readonly validDays: number;
  readonly goodDays: number;
  readonly goodRatioExact: DecimalText | null;
  readonly goodRatio: DecimalText | null;
  readonly heavyDays: number;
}

/** The same days under another choice of the standard. */
export interface AlternativeEvaluation {
  readonly standard: StandardChoice;
  readonly limitsOf: StandardId;
  readonly days: DayFigures;
  readonly attained: Readonly<Partial<Record<Pollutant, boolean>>>;
  readonly allAttained: boolean | null;
  readonly compositeIndex: RoundedNumber | null;
}

/** 时段评价 of one place (HJ 663); plain data. */
export interface PeriodEvaluation {
  readonly placeId: string;
  readonly period: Period;
  readonly calendarDays: number;
  readonly settings: EvaluationSettings;
  /** Standards that judged days of the period, oldest first. */
  readonly standards: readonly StandardId[];
  /** The standard whose limits judge the period: the chosen one, by date that of its last day. */
  readonly limitsOf: StandardId;
  /** The days of the period fall under more than one standard and are judged by date, as in the year 2026. */
  readonly mixed: boolean;
  /** Pollutants with a value in the calendar years of the period (HJ 633-2026 5.3.2: what is not monitored is not missing). */
  readonly monitored: readonly Pollutant[];
  /** Null without a value in the period. */
  readonly concentrations: Readonly<Record<Pollutant, ConcentrationEvaluation | null>>;
  readonly days: DayFigures;
  /** Null without any pollutant. */
  readonly compositeIndex: CompositeIndex | null;
  /** 达标 of all six; false as soon as one is not, null where none fails and not all are judged. */
  readonly allAttained: boolean | null;
  /** Of PM2.5, by which places are ranked; empty when the data suffice. */
  readonly gaps: readonly ValidityGap[];
  readonly dust: {
    readonly days: number;
    readonly withDust: DustFigures;
    /** PM10 and PM2.5 of dust days taken out; the days stay with the AQI of the others. */
    readonly withoutPm: DustFigures;
    readonly withoutDust: DustFigures;
  };
  /** 例外事件 other than dust: days with values on which one takes something out, and the figures with nothing taken out; left out without any. */
  readonly events?: { readonly days: number; readonly measured: DustFigures } | undefined;
  /** By date and by each standard of the period's days, where there is more than one; else empty. */
  readonly alternatives: readonly AlternativeEvaluation[];
}
