import { parsePeriod } from '../../../../../shared/domain/air/period.ts';
import { evaluatePeriod } from '../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PlaceDay } from '../../../../../shared/domain/air/types.ts';
import { fractionOf } from '../../../../../shared/domain/numbers/fraction.ts';
import type { EvaluationRow } from '../../../../../shared/contract/monitoring.ts';

/** A real evaluation of a place that has the same values on every day of the period; `dust` names its dust days. */
export function evaluated(code: string, pm25: string, dust: readonly string[] = []): EvaluationRow['evaluation'] {
  const period = parsePeriod(code);
  if (period === null) throw new Error(code);
  const days: PlaceDay[] = [];
  for (let at = Date.parse(`${period.from}T00:00:00Z`); at <= Date.parse(`${period.to}T00:00:00Z`); at += DAY_MS) {
    const values = {
      so2: fractionOf('8'),
      no2: fractionOf('22'),
      co: fractionOf('0.7'),
      o3: fractionOf('90'),
      pm10: fractionOf('48'),
      pm25: fractionOf(pm25),
    };
    days.push({ date: new Date(at).toISOString().slice(0, 10), values, o3OneHour: null });
  }
  const weights = { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' };
  const evaluation = evaluatePeriod({ placeId: 'town', days, dustDates: new Set(dust) }, period, {
    standard: 'byDate',
    dust: { concentrations: true, days: 'kept' },
    index: { rounding: 'sum', weights },
  });
  return { ...evaluation, standards: [...evaluation.standards] } as EvaluationRow['evaluation'];
}

const DAY_MS = 86_400_000;
