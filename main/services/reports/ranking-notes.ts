import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { dustOfRanking, dustText, otherDustText } from '../../../shared/text/dust-text.ts';
import { standardsText } from '../../../shared/text/ranking-text.ts';
import type { PlanWords } from '../../../shared/text/plan-words.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { fill, type ReportWording } from './wording.ts';

const ALL_POLLUTANTS = 6;

/** What stands under a printed ranking: method, the scheme's own notes, standards, what is compared with what, dust, and marks. */
export function rankingNotes(ranking: RankingResult, { notes }: ReportWording, words: PlanWords): string[] {
  const note = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(notes[key] ?? '', { ...words, ...values });
  const partial = ranking.rows.some((row) => row.pollutants.length > 0 && row.pollutants.length < ALL_POLLUTANTS);
  const compared = ranking.rows.some((row) => row.pm25Change !== null || row.goodDayRatioChange !== null);
  const { dust, target, previousPeriod } = ranking;
  return [
    note('rankingMethod', { method: ranking.method }),
    ...ranking.notes,
    note('rankingStandards', { standards: standardsText(ranking.standards) }),
    ...(compared ? [note(ranking.rejudged ? 'rankingRejudged' : 'rankingCompared')] : []),
    ...(target === null ? [] : [note('rankingTarget', { target })]),
    ...(ranking.rows.some((row) => row.ownTarget !== undefined) ? [note('rankingTargetOwn')] : []),
    ...(previousPeriod === null ? [] : [note('rankingMovement', { period: periodText(previousPeriod) })]),
    ...(dust.days === 0
      ? []
      : [
          note('rankingDust', {
            days: dust.days,
            rule: dustText(dustOfRanking(dust)) || notes['rankingDustKept'] || '',
            other: otherDustText(dustOfRanking(dust)),
          }),
        ]),
    ...(partial ? [note('partial')] : []),
    ...(ranking.sample ? [note('sample')] : []),
  ];
}
