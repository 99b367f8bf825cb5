import { createReturnsContext, type ScoreInput } from '../../../shared/domain/assessment/context.ts';
import { readMeasure } from '../../../shared/domain/assessment/measure-value.ts';
import type { SourceRef } from '../../../shared/domain/assessment/types.ts';
import { roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';

export interface Reported {
  readonly value: string;
  readonly sources: readonly SourceRef[];
}

/** What was reported of a measure that nothing judges, at its decimals: it has no place in the score, but in the tables that print what came in. */
export function reportedReadings(input: ScoreInput): (measureId: string) => Reported | null {
  const returns = createReturnsContext(input);
  const measured = new Map(input.plan.annex1.rows.flatMap((row) => row.measures.map((measure) => [measure.id, { row, measure }] as const)));
  return (measureId) => {
    const found = measured.get(measureId);
    const reading = found === undefined ? null : readMeasure(found.measure, found.row, returns);
    if (found === undefined || reading?.kind !== 'value') return null;
    return { value: roundHalfEven(reading.value, found.measure.decimals), sources: reading.sources };
  };
}
