import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { RankingSchemeSummary } from '../../../../shared/contract/ranking.ts';
import { schemeNumberText } from '../../../../shared/text/ranking-text.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';

/** schemes: what can be ranked by, and what the program offers besides. */
export function schemesText(year: number, { schemes, offered }: MethodOutput<'ranking.schemes'>): string {
  return [
    schemes.length === 0 ? `工作库中没有适用于 ${year} 年的排名办法。` : `适用于 ${year} 年的排名办法（第一个为默认）：`,
    ...schemes.map(schemeBlock),
    ...(offered.length === 0
      ? []
      : [
          '',
          '程序附带、尚未加入的办法：',
          ...offered.map(({ id, title }) => `  ${colors.bold(id)}　${title}`),
          colors.dim('  加入：schemes WORK.sqlite --year 年度 --template 编号'),
        ]),
  ].join('\n');
}

export const schemeBlock = (scheme: RankingSchemeSummary): string =>
  [
    `  ${colors.bold(scheme.id)}　${schemeText(scheme.title, scheme.demonstration)}　${colors.dim(`自 ${scheme.year} 年起，${schemeNumberText(scheme.number)}`)}`,
    `    ${scheme.method}`,
  ].join('\n');
