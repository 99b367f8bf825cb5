import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { rankingRemark } from '../../../../shared/text/ranking-text.ts';
import { periodText, schemeText } from '../../../../shared/text/report-text.ts';
import { textTable } from '../terminal/table.ts';

/** rank: the towns by PM2.5 and good days; those without enough data stand below, unranked. */
export function rankingText({ period, schemeTitle, demonstration, standards, sample, rows }: MethodOutput<'ranking.rank'>): string {
  return [
    `各镇街空气质量排名（${periodText(period)}）${sample ? colors.yellow('〔示例数据〕') : ''}`,
    `  ${schemeText(schemeTitle, demonstration)}；评价标准 ${standards.join('、')}`,
    '',
    textTable(
      [
        { title: '排名', align: 'right', cell: (row) => (row.rank === null ? '—' : String(row.rank)) },
        { title: '镇街', cell: (row) => row.name },
        { title: 'PM2.5', align: 'right', cell: (row) => row.pm25Mean ?? '—' },
        { title: '位次', align: 'right', cell: (row) => (row.pm25Rank === null ? '—' : String(row.pm25Rank)) },
        { title: '优良天数', align: 'right', cell: (row) => String(row.goodDays) },
        { title: '优良率(%)', align: 'right', cell: (row) => row.goodDayRatio ?? '—' },
        { title: '位次', align: 'right', cell: (row) => (row.goodDaysRank === null ? '—' : String(row.goodDaysRank)) },
        { title: '重污染天', align: 'right', cell: (row) => String(row.heavyDays) },
        { title: '有效天数', align: 'right', cell: (row) => String(row.validDays) },
        { title: '备注', max: 44, cell: (row) => (rankingRemark(row)) },
      ],
      rows,
    ),
  ].join('\n');
}
