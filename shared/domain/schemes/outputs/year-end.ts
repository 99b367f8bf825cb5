import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import type { CompiledNode, Compiler } from '../base/kinds.ts';
import { condition } from '../base/shapes.ts';
import { monthsOf, parsePeriod } from '../../air/period.ts';
import { outputKind } from './kind.ts';
import type { Per } from './out.ts';

/** 年终清算: where the goal of the year is missed, awards and payments of its periods are counted with a factor. */
export const yearEnd = outputKind({
  key: 'yearEnd',
  schema: z.strictObject({ missed: z.strictObject({ gain: z.number(), loss: z.number() }), goal: condition.optional() }),
  codes: ['yearEndMet', 'yearEndMissed', 'yearEndOpen'],
  sample: {
    rule: { out: '万元', per: 'quarter', of: 'pm25', vs: 'target', rate: 10, yearEnd: { missed: { gain: 0.9, loss: 1.1 } } },
    rows: [
      { subject: '甲', period: '2018-Q1', pm25: '30', 'pm25.target': '40' },
      { subject: '甲', period: '2018-Q2', pm25: '50', 'pm25.target': '40' },
      { subject: '甲', period: '2018-Q3', pm25: '40', 'pm25.target': '40' },
      { subject: '甲', period: '2018-Q4', pm25: '40', 'pm25.target': '40' },
      { subject: '甲', period: '2018', pm25: '42', 'pm25.target': '40' },
    ],
    results: ['100', '-100', '0', '0', '-20'],
  },
});

export interface YearEnd {
  readonly goal: CompiledNode;
  readonly gain: Rational;
  readonly loss: Rational;
}

/** Without a `goal` of its own the year's goal is every target that the rule itself holds a measure against. */
export function readYearEnd(raw: z.output<typeof yearEnd.schema>, targets: readonly string[], compiler: Compiler): YearEnd | null {
  if (raw.goal === undefined && targets.length === 0) {
    compiler.report('REFERENCE_NEEDED', { key: 'yearEnd', measure: '' }, 'yearEnd');
    return null;
  }
  return {
    goal: compiler.condition(raw.goal ?? { each: targets, vs: 'target', ge: 0 }, 'yearEnd', ...(raw.goal === undefined ? [] : ['goal'])),
    gain: Rational.of(raw.missed.gain),
    loss: Rational.of(raw.missed.loss),
  };
}

const MONTHS: Readonly<Record<Per, number>> = { week: 0, month: 1, quarter: 3, half: 6, year: 12 };

/** The periods of the year that are settled together: all that belong to it, or none where the input has none of them. */
export function periodsOfYear(year: string, per: Per | null, periods: readonly string[]): readonly string[] {
  if (!/^\d{4}$/.test(year) || per === null || MONTHS[per] === 0 || MONTHS[per] === 12) return [];
  const months = MONTHS[per];
  const own = periods.filter((period) => {
    const span = period === year || !period.startsWith(`${year}-`) ? null : parsePeriod(period);
    return span !== null && monthsOf(span).length === months && !period.includes('..');
  });
  return own.length === 0 ? [] : Array.from({ length: 12 / months }, (_, index) => nameOf(year, months, index + 1));
}

function nameOf(year: string, months: number, number: number): string {
  if (months === 3) return `${year}-Q${number}`;
  return months === 6 ? `${year}-H${number}` : `${year}-${String(number).padStart(2, '0')}`;
}
