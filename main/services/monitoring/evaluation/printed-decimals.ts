import { standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { PUBLISHED_DECIMALS, publishedDecimals } from '../../../../shared/domain/air/standards/hj663.ts';
import type { EvaluationSettings } from '../../../../shared/domain/air/statistics/types.ts';
import type { PrintedDecimals } from '../../../../shared/text/decimals-text.ts';

/** With how many decimals means and percentiles of a period that ends on `date` are printed, and by what. */
export function printedDecimals({ standard, pm25Published }: EvaluationSettings, date: string): PrintedDecimals {
  const { evaluation } = standardOf(date, standard);
  const { clause, evidence } = PUBLISHED_DECIMALS[evaluation];
  return {
    pm25: publishedDecimals('pm25', evaluation, pm25Published),
    decided: pm25Published !== undefined,
    clauses: [{ clause, evidence }],
  };
}
