import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { planSpan } from '../../../shared/domain/plan/statements.ts';
import { yearRecord } from '../../../shared/domain/plan/years/opening.ts';
import type { ReadingRules } from '../../../shared/domain/returns/parse-return.ts';
import { reportSpan } from '../../../shared/domain/returns/report-date.ts';
import { readStatusWords } from '../../../shared/domain/returns/status-words.ts';
import { settingAt } from '../../../shared/domain/settings/settings.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSettings } from '../../db/queries/settings.ts';
import { readYearDecisions } from '../plan/year-plan.ts';

/** Without the edition, which is the file's own. */
export type DecidedRules = Omit<ReadingRules, 'edition'>;

/**
 * What the office had decided about reading returns of the year at that moment (状态用语, 报送轮次): what is decided later does not change how a
 * return was read.
 */
export function readingRulesAt(db: ReadHandle, year: number, moment: string, plan: Pick<Plan, 'annex1' | 'annex2'>): DecidedRules {
  const known = selectSettings(db).filter(({ storedAt }) => storedAt <= moment);
  const day = moment.slice(0, 10);
  const decided = readYearDecisions(db).filter((decision) => decision.year === year && decision.at <= moment);
  return {
    statusWords: readStatusWords(settingAt(known, 'returns.status-words', day)) ?? new Map(),
    reports: reportSpan(year, yearRecord(decided)?.opening, settingAt(known, 'returns.yearly-from', day)),
    begins: `${planSpan(plan).from}-01-01`,
    received: day,
  };
}
