import colors from 'picocolors';
import type { AirChange, BesideRanking, RankedTown, RankingResult } from '../../../../shared/contract/ranking.ts';
import { dustOfRanking, dustSaid } from '../../../../shared/text/dust-text.ts';
import { eventSentences, OTHER_VERSION, otherEventsOut } from '../../../../shared/text/event-text.ts';
import { pollutantsText } from '../../../../shared/text/monitoring-text.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { figureColumns } from '../../../../shared/domain/air/ranking/figure-columns.ts';
import { measureName } from '../../../../shared/text/ranking-measure-text.ts';
import { rankedMemberSentences } from '../../../../shared/text/ranking-member-text.ts';
import { pm25DecimalsText, recentText, setChangeText, withheldText } from '../../../../shared/text/ranking-set-text.ts';
import { rankingRemark, standardsText } from '../../../../shared/text/ranking-text.ts';
import { periodText, schemeText } from '../../../../shared/text/report-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';

/** rank: towns by the scheme, each group for itself; those without enough data stand below, unranked. */
export function rankingText(ranked: RankingResult, { towns }: PlanWords, beside?: BesideRanking): string {
  const groups = Map.groupBy(ranked.rows, (row) => row.group);
  return [
    `各${towns}空气质量排名（${periodText(ranked.period)}）${ranked.sample ? colors.yellow('〔示例数据〕') : ''}`,
    `  ${schemeText(ranked.schemeTitle, ranked.demonstration)}；评价标准 ${standardsText(ranked.standards)}`,
    `  ${ranked.method}`,
    ...(ranked.withheld ?? []).map((short) => colors.yellow(`  ${withheldText(short, towns)}。`)),
    ...[...groups].flatMap(([group, rows]) => [group === '' ? '' : heading(group), textTable(columnsOf(ranked, towns), rows)]),
    ...(ranked.dust.days === 0
      ? []
      : [
          '',
          colors.dim(
            `  扣沙日 ${ranked.dust.days} 天，${dustSaid(dustOfRanking(ranked.dust))}。${otherEventsOut(ranked.events ?? []) ? '' : `“另一版”为${ranked.dust.concentrations ? '不扣除' : '扣除'}沙尘的 PM2.5。`}`,
          ),
        ]),
    ...eventSentences(ranked.events ?? [], 0).map((sentence) => colors.dim(`  ${sentence}`)),
    ...(otherEventsOut(ranked.events ?? []) ? [colors.dim(`  ${OTHER_VERSION}`)] : []),
    ...(ranked.withheld ?? []).map((short) => colors.yellow(`  ${withheldText(short, towns)}。`)),
    ...movementNotes(ranked),
    ...(ranked.recent === undefined
      ? []
      : [colors.dim(`  ${recentText(ranked.recent.period === null ? '' : periodText(ranked.recent.period), ranked.recent.known)}。`)]),
    ...(beside === undefined || beside.pm25Decimals === null ? [] : [colors.dim(`  ${pm25DecimalsText(beside.pm25Decimals)}。`)]),
    ...rankedMemberSentences(beside?.members ?? [], { towns, lastYear: true, recent: recentOf(ranked) }).map((said) =>
      colors.dim(`  ${said}`),
    ),
    ...(ranked.rejudged ? [colors.dim('  同比以本时段的标准重新评价上年数据。')] : []),
  ].join('\n');
}

const recentOf = ({ recent }: RankingResult): string | null =>
  recent === undefined || recent.period === null ? null : periodText(recent.period);

function movementNotes({ previousPeriod, rows, setChanges = [] }: RankingResult): string[] {
  if (previousPeriod === null) return [];
  const period = periodText(previousPeriod);
  return [
    ...(rows.every(({ movement }) => movement === null) ? [] : [colors.dim(`  升降与上期（${period}）相比。`)]),
    ...setChanges.map((change) => colors.dim(`  ${setChangeText(change, period)}。`)),
  ];
}

function columnsOf(ranked: RankingResult, towns: string): readonly TextColumn<RankedTown>[] {
  const any = (of: (row: RankedTown) => unknown): boolean => ranked.rows.some((row) => of(row) !== null);
  const optional = (present: boolean, column: TextColumn<RankedTown>): TextColumn<RankedTown>[] => (present ? [column] : []);
  return [
    { title: '排名', align: 'right', cell: (row) => place(row.rank) },
    ...optional(
      any((row) => row.movement),
      { title: '升降', align: 'right', cell: ({ movement }) => movementText(movement) },
    ),
    { title: towns, cell: (row) => row.name },
    ...optional(
      any((row) => row.score),
      { title: '得分', align: 'right', cell: (row) => row.score ?? '—' },
    ),
    ...figureColumns(ranked.rows).map(({ measure, sum, valueOf }): TextColumn<RankedTown> => ({
      title: measureName(measure, sum),
      align: 'right',
      cell: (row) => valueOf(row) ?? '—',
    })),
    { title: 'PM2.5', align: 'right', cell: (row) => row.pm25Mean ?? '—' },
    ...optional(ranked.dust.days > 0 || otherEventsOut(ranked.events ?? []), {
      title: '另一版',
      align: 'right',
      cell: (row) => row.pm25Other ?? '—',
    }),
    { title: '位次', align: 'right', cell: (row) => place(row.pm25Rank) },
    ...optional(
      any((row) => row.pm25Change),
      { title: '同比(%)', align: 'right', cell: (row) => changeText(row.pm25Change) },
    ),
    ...optional(
      any((row) => row.targetGap),
      { title: '与目标差', align: 'right', cell: (row) => row.targetGap ?? '—' },
    ),
    { title: '优良天数', align: 'right', cell: (row) => String(row.goodDays) },
    { title: '优良率(%)', align: 'right', cell: (row) => row.goodDayRatio ?? '—' },
    { title: '位次', align: 'right', cell: (row) => place(row.goodDaysRank) },
    { title: '重污染天', align: 'right', cell: (row) => String(row.heavyDays) },
    { title: '综合指数', align: 'right', cell: (row) => row.compositeIndex ?? '—' },
    { title: '主要污染物', cell: (row) => pollutantsText(row.mainPollutants) },
    { title: '有效天数', align: 'right', cell: (row) => String(row.validDays) },
    { title: '备注', max: 44, cell: rankingRemark },
  ];
}

const place = (rank: number | null): string => (rank === null ? '—' : String(rank));

const movementText = (movement: number | null): string =>
  movement === null ? '—' : movement === 0 ? '平' : movement > 0 ? colors.green(`↑${movement}`) : colors.red(`↓${-movement}`);

function changeText(change: AirChange | null): string {
  if (change === null) return '—';
  const text = `${change.amount.startsWith('-') || Number(change.amount) === 0 ? '' : '+'}${change.amount}`;
  return change.course === 'worse' ? colors.red(text) : change.course === 'better' ? colors.green(text) : text;
}
