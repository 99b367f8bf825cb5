import type { BesideRanking, RankedSetChange, RankingResult } from '../../../shared/contract/ranking.ts';
import { dustOfRanking, dustText, otherDustText } from '../../../shared/text/dust-text.ts';
import { eventKindsText, otherEventsOut } from '../../../shared/text/event-text.ts';
import { rankedMemberSentences } from '../../../shared/text/ranking-member-text.ts';
import { groupWithWord, pm25DecimalsText } from '../../../shared/text/ranking-set-text.ts';
import { standardsText } from '../../../shared/text/ranking-text.ts';
import type { PlanWords } from '../../../shared/text/plan-words.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { fill, type ReportWording } from './wording.ts';

const ALL_POLLUTANTS = 6;

/** What stands under a printed ranking: method, the scheme's own notes, standards, what is compared with what, dust, and marks. */
export function rankingNotes({ ranking, beside, printed }: NotedRanking, { notes }: ReportWording, words: PlanWords): string[] {
  const note = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(notes[key] ?? '', { ...words, ...values });
  const partial = ranking.rows.some((row) => row.pollutants.length > 0 && row.pollutants.length < ALL_POLLUTANTS);
  const compared = [...printed].some((key) => /Change( |$)/.test(key));
  const { dust, events = [], target, previousPeriod, withheld = [], setChanges = [] } = ranking;
  return [
    note('rankingMethod', { method: ranking.method }),
    ...ranking.notes,
    note('rankingStandards', { standards: standardsText(ranking.standards) }),
    ...(compared ? [note(ranking.rejudged ? 'rankingRejudged' : 'rankingCompared')] : []),
    ...(target === null || !printed.has('targetGap') ? [] : [note('rankingTarget', { target })]),
    ...(ranking.rows.some((row) => row.ownTarget !== undefined) ? [note('rankingTargetOwn')] : []),
    ...recentNote(ranking, note),
    ...(beside.pm25Decimals === null ? [] : [`${pm25DecimalsText(beside.pm25Decimals)}。`]),
    ...rankedMemberSentences(beside.members, { towns: words.towns, lastYear: compared, recent: recentPeriodText(ranking) }),
    ...withheld.map((short) => note('rankingWithheld', { ...short, group: groupWithWord(short.group) })),
    ...(previousPeriod === null || !printed.has('movement') ? [] : [note('rankingMovement', { period: periodText(previousPeriod) })]),
    ...(previousPeriod === null ? [] : setChanges.map((change) => setNote(change, previousPeriod, note))),
    ...(dust.days === 0
      ? []
      : [
          note(otherEventsOut(events) ? 'rankingDustAlone' : 'rankingDust', {
            days: dust.days,
            rule: dustText(dustOfRanking(dust)) || notes['rankingDustKept'] || '',
            other: otherDustText(dustOfRanking(dust)),
          }),
        ]),
    ...eventNotes(events, note),
    ...(partial ? [note('partial')] : []),
    ...(ranking.sample ? [note('sample')] : []),
  ];
}

/** Which 例外事件 were taken out, by what approvals; where others than dust were, what stands beside is without any of that. */
function eventNotes(events: NonNullable<RankingResult['events']>, note: Note): string[] {
  const [out, kept] = [events.filter((one) => one.out), events.filter((one) => !one.out)];
  return [
    ...(out.length === 0 ? [] : [note('rankingEvents', { kinds: eventKindsText(out) })]),
    ...(kept.length === 0 ? [] : [note('rankingEventsKept', { kinds: eventKindsText(kept) })]),
    ...(otherEventsOut(events) ? [note('rankingEventsOther')] : []),
  ];
}

interface NotedRanking {
  readonly ranking: RankingResult;
  readonly beside: BesideRanking;
  /** Keys of the columns: a note on one that had no room would explain nothing. */
  readonly printed: ReadonlySet<string>;
}

const recentPeriodText = ({ recent }: RankingResult): string | null =>
  recent === undefined || recent.period === null ? null : periodText(recent.period);

type Note = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function recentNote({ recent }: RankingResult, note: Note): string[] {
  if (recent === undefined) return [];
  if (recent.period === null) return [note('rankingRecentFirst')];
  return [note(recent.known ? 'rankingRecent' : 'rankingRecentNone', { period: periodText(recent.period) })];
}

/** Who came and who left, since places of other sets are not held against each other. */
function setNote({ group, came, left, withheldBefore }: RankedSetChange, before: string, note: Note): string {
  const period = periodText(before);
  if (withheldBefore) return note('rankingWithheldBefore', { group: groupWithWord(group), period });
  const told = [
    ...(came.length === 0 ? [] : [note('rankingCame', { names: came.join('、') })]),
    ...(left.length === 0 ? [] : [note('rankingLeft', { names: left.join('、') })]),
  ];
  return note('rankingOtherSet', { group: groupWithWord(group), period, told: told.join('；') });
}
