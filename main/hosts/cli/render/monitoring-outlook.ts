import colors from 'picocolors';
import type { OutlookResult } from '../../../../shared/contract/monitoring-outlook.ts';
import { outlookText as words, targetPrint } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { textTable } from '../terminal/table.ts';

type TargetOutlook = OutlookResult['rows'][number]['outlook']['targets'][number];

/** air outlook: for each place and target what the rest of the year must keep. */
export function outlookText({ year, asOf, targetsFrom, rows, sample, notes }: OutlookResult): string {
  const lines = rows.flatMap(({ name, outlook }) =>
    outlook.targets.map((target, index) => ({ name: index === 0 ? name : '', target, remaining: outlook.remainingDays })),
  );
  const remaining = rows[0]?.outlook.remainingDays ?? 0;
  return [
    `${year} 年　${words.title(asOf)}（${words.columns.remaining} ${remaining}）${sample ? colors.yellow('〔示例数据〕') : ''}`,
    colors.dim(`  ${targetsFrom === 'plan' ? words.targetsFrom.plan : OWN}`),
    '',
    textTable(
      [
        { title: words.columns.place, cell: (line) => line.name },
        { title: words.columns.measure, cell: ({ target }) => words.measures[target.target.measure] },
        {
          title: words.columns.target,
          align: 'right',
          cell: ({ target: { target } }) => targetPrint(target),
        },
        { title: words.columns.soFar, align: 'right', cell: ({ target }) => soFar(target) },
        { title: words.columns.state, cell: ({ target }) => words.states[target.state] },
        { title: words.columns.demand, cell: (line) => demand(line.target, line.remaining) },
      ],
      lines,
    ),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

const OWN = '目标由命令行给出，结果仅供参考';

function soFar(outlook: TargetOutlook): string {
  if (outlook.kind === 'mean') return outlook.mean === null ? '—' : `${outlook.mean}（${outlook.usedDays} 天）`;
  return outlook.ratio === null ? '—' : words.count(outlook.soFar, outlook.validSoFar, outlook.ratio);
}

/** What the remaining days must keep, in words. */
export function demand(outlook: TargetOutlook, remaining: number): string {
  if (outlook.state === 'noData') return '—';
  if (remaining === 0) return words.over;
  if (outlook.state === 'secured') return words.noDemand;
  if (outlook.state === 'impossible') return words.lost;
  if (outlook.kind === 'mean') {
    const { atMost, atLeast } = outlook;
    return [
      ...(atMost === null ? [] : [words.atMost(atMost.published)]),
      ...(atLeast === null ? [] : [words.atLeast(atLeast.published)]),
    ].join('，');
  }
  if (outlook.allowed === null) return '—';
  if (outlook.target.measure === 'heavyDayRatio') return words.allowedHeavy(outlook.allowed);
  return [...(outlook.stillAtLeast === null ? [] : [words.neededGood(outlook.stillAtLeast)]), words.allowedPolluted(outlook.allowed)].join(
    '，',
  );
}
