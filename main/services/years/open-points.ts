import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import type { FinalContent, Opening } from '../../../shared/domain/plan/years/opening.ts';
import { datesOfRounds } from '../../../shared/domain/plan/years/rounds.ts';
import type { ServiceContext } from '../context.ts';
import { listConsents } from '../consents/list-consents.ts';

type Blockers = FinalContent['blockers'];

/** Rows of a unit that reported which have no data (缺数据); what only waits for a consent is another matter. */
export interface MissingRows {
  readonly unit: string;
  readonly rows: number;
}

export function missingRows({ units }: Pick<AssessmentResult, 'units'>): MissingRows[] {
  return units
    .filter(({ reported }) => reported)
    .map(({ name, parts }) => {
      const rows = parts.flatMap((part) => part.rows).filter(({ state }) => state === 'missing');
      const lacking = rows.filter(({ figures }) => figures.some(({ state, rule }) => state === 'missing' && !isAsked(rule.params)));
      return { unit: name, rows: lacking.length };
    })
    .filter(({ rows }) => rows > 0);
}

const isAsked = (params: Readonly<Record<string, string>>): boolean => params['reason'] === 'exemptionAsked';

/** 缺数据: how many rows, and of which units. */
export function missingRowsBlocker(missing: readonly MissingRows[]): Blockers {
  const count = missing.reduce((sum, { rows }) => sum + rows, 0);
  if (count === 0) return [];
  return [{ code: 'missingRows', params: { count: String(count), units: missing.map(({ unit, rows }) => `${unit}${rows}项`).join('、') } }];
}

/** 申请不涉及 on which the office has not decided: how many, and of which units. */
export function consentsBlocker(context: ServiceContext, year: number): Blockers {
  const waiting = listConsents(context, year).filter(({ asked, consent }) => asked !== null && consent === null);
  if (waiting.length === 0) return [];
  const units = [...new Set(waiting.map(({ unitName }) => unitName))];
  return [{ code: 'consents', params: { count: String(waiting.length), units: units.join('、') } }];
}

/** Rounds whose last day has not passed: units may still report, or correct what they reported. */
export function dueBlocker({ due, rounds, roundsDue }: Opening, today: string): Blockers {
  const days = [...(due === null ? [] : [['year', due] as const]), ...Object.entries(datesOfRounds(rounds, roundsDue))];
  const ahead = days.filter(([, day]) => day > today);
  return ahead.length === 0 ? [] : [{ code: 'dueAhead', params: { rounds: ahead.map(([round, day]) => `${round}=${day}`).join('、') } }];
}
