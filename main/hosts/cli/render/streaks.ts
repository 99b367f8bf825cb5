import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { withheldText } from '../../../../shared/text/ranking-set-text.ts';
import { currentRunText } from '../../../../shared/text/ranking-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** streaks: the ranks of twelve months, bottom ones marked, and what the scheme asks for. */
export function streaksText(
  { year, rules, unrankedMonth, rows, withheld, sample }: MethodOutput<'ranking.streaks'>,
  { towns }: PlanWords,
): string {
  const flagged = rows.filter((row) => row.actions.length > 0);
  return [
    `${year} 年各${towns}逐月名次${sample ? colors.yellow('〔示例数据〕') : ''}`,
    `  ${rules.length === 0 ? '排名办法没有规定末位预警、约谈。' : `${rules.join('；')}；${unrankedMonth}。`}`,
    '',
    textTable(
      [
        { title: towns, cell: (row) => row.name },
        ...Array.from({ length: 12 }, (_, index) => ({
          title: `${index + 1}月`,
          align: 'right' as const,
          cell: (row: (typeof rows)[number]) => monthCell(row.months[index]),
        })),
        { title: '当前连续', align: 'right', cell: (row) => currentRunText(row, year) },
        { title: '本年最长', align: 'right', cell: (row) => String(row.longest) },
      ],
      rows,
    ),
    colors.dim('  带 ↓ 的为末位'),
    ...withheld.map(({ month, ...short }) => colors.yellow(`  ${month}　${withheldText(short, towns)}。`)),
    ...(flagged.length === 0
      ? []
      : [
          heading('预警和约谈'),
          ...flagged.flatMap((row) =>
            row.actions.map((action) => `  ${action.month}　${row.name}　${colors.bold(action.action)}　${colors.dim(action.rule)}`),
          ),
        ]),
  ].join('\n');
}

function monthCell(month: { readonly rank: number | null; readonly bottom: boolean } | undefined): string {
  if (month === undefined || month.rank === null) return '—';
  return month.bottom ? colors.red(`↓${month.rank}`) : String(month.rank);
}
