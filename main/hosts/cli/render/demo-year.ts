import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { type PlanWords } from '../../../../shared/text/plan-words.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { heading } from '../terminal/table.ts';

/** What the demo has done in a year after the first. */
export interface LaterYear {
  readonly proposal: MethodOutput<'year.propose'>;
  readonly revised: MethodOutput<'samples.list'>['revisions'];
  readonly imported: MethodOutput<'returns.import'>;
  readonly scored: MethodOutput<'assessment.score'>;
  readonly printed: readonly MethodOutput<'reports.print'>[];
  readonly final: MethodOutput<'year.final'>;
}

export function laterYearLines({ proposal, revised, imported, scored, printed, final }: LaterYear, { whole }: PlanWords): string[] {
  const { district, schemeTitle, demonstration } = scored.result;
  const list = proposal.list === null ? '无清单' : `《${proposal.list.title}》${proposal.list.items} 项（${proposal.list.document}）`;
  return [
    heading(`${proposal.year} 年度`),
    `  开启：${list}；年报截止 ${proposal.due ?? '未定'}`,
    ...revised.map(({ measure, value, document, from }) => `  目标调整：${measure} 改为 ${value}（${document}，${from} 起）`),
    `  收回文件 ${imported.files.length} 个：入库 ${imported.counts.accepted}、不能入库 ${imported.counts.rejected}；错误 ${imported.counts.errors}、提醒 ${imported.counts.warnings}`,
    `  ${whole} ${colors.bold(district.total)} 分　${district.grade}　${colors.dim(schemeText(schemeTitle, demonstration))}`,
    ...printed.map((document) => `  ${document.file}`),
    finalLine(final),
  ];
}

/** 定稿 of a year, with what it was signed despite. */
export const finalLine = ({ year, final }: MethodOutput<'year.final'>): string =>
  final === null
    ? `  ${year} 年度没有定稿`
    : `  ${colors.green('✓')} ${year} 年度已定稿：第 ${final.run} 号计算记录${final.blockers.length === 0 ? '' : `，连同 ${final.blockers.length} 条未了事项（year show 列出）`}`;
