import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { heading, textTable } from '../terminal/table.ts';
import { monitoringSummary, type MonitoringSummary } from './demo-monitoring.ts';
import { finalLine, type LaterYear, laterYearLines } from './demo-year.ts';
import { placeOf } from './import.ts';

const SHOWN_FINDINGS = 12;

/** What the demo has done, step by step. */
export interface DemoSummary {
  readonly words: PlanWords;
  readonly out: string;
  readonly templates: MethodOutput<'returns.templates'>;
  readonly samples: MethodOutput<'samples.write'>;
  readonly imported: MethodOutput<'returns.import'>;
  readonly status: MethodOutput<'returns.status'>;
  readonly conflicts: MethodOutput<'plan.conflicts'>;
  readonly scored: MethodOutput<'assessment.score'>;
  readonly ranked: MethodOutput<'ranking.rank'>;
  readonly printed: readonly MethodOutput<'reports.print'>[];
  readonly monitoring: MonitoringSummary;
  readonly final: MethodOutput<'year.final'>;
  readonly later: readonly LaterYear[];
  readonly checked: MethodOutput<'work.check'>;
  readonly seconds: number;
}

/** demo: the whole job on one screen. */
export function demoText(summary: DemoSummary): string {
  const { imported, status, scored, ranked, conflicts, printed, checked } = summary;
  const { district } = scored.result;
  const problems = imported.files.flatMap((file) =>
    file.findings.filter((item) => item.severity === 'error').map((item) => ({ file: file.file, item })),
  );
  const adopted = conflicts.conflicts.filter((conflict) => conflict.adopted !== null && conflict.adopted.losing.length > 0).length;
  return [
    '',
    `${colors.bold('治气考核')}　${scored.result.year} 年度　${colors.yellow('〔全部为示例数据〕')}`,
    heading('填报'),
    `  生成填报表 ${summary.templates.files.length} 份；收回文件 ${imported.files.length} 个：入库 ${imported.counts.accepted}、重复 ${imported.counts.duplicate}、不能入库 ${imported.counts.rejected}`,
    `  应报 ${status.counts.total} 个单位，已报 ${status.counts.reported}（迟报 ${status.counts.late}），未报 ${status.counts.missing}：${status.units
      .filter((unit) => unit.state === 'missing')
      .map((unit) => unit.name)
      .join('、')}`,
    `  发现：错误 ${imported.counts.errors}、提醒 ${imported.counts.warnings}、说明 ${imported.counts.infos}。错误如下：`,
    ...problems
      .slice(0, SHOWN_FINDINGS)
      .map(({ file, item }) => `    ${colors.red('✗')} ${file}　${placeOf(item)}${findingText(item.code, item.params)}`),
    ...(problems.length > SHOWN_FINDINGS ? [colors.dim(`    … 另有 ${problems.length - SHOWN_FINDINGS} 条`)] : []),
    `  申请不涉及 ${summary.samples.consents.length} 项，示例的主管部门均已同意（consents 命令列出）`,
    heading('目标冲突'),
    `  方案内部数值或口径不一致 ${conflicts.conflicts.filter((conflict) => conflict.grade === 'numbers').length} 处，其中 ${adopted} 处按默认规则取定，已在附表备注中说明`,
    heading('得分'),
    `  ${summary.words.whole} ${colors.bold(district.total)} 分　${district.grade}　（${district.parts.map((part) => `${part.title} ${part.points}/${part.max}`).join('，')}）　${colors.dim(schemeText(scored.result.schemeTitle, scored.result.demonstration))}`,
    heading(`${summary.words.towns}空气质量排名`),
    rankedTowns(ranked, summary.words),
    heading('正式文件'),
    ...printed.map(
      (document) =>
        `  ${document.file}${colors.dim(`　${document.pages === null ? '' : `${document.pages} 页　`}${Math.ceil(document.bytes / 1024)} KB`)}`,
    ),
    ...[...new Map(printed.flatMap((document) => document.substitutions).map((item) => [item.wanted, item])).values()].map((item) =>
      colors.dim(`  未找到${item.wanted}字体，${item.role}以 ${item.used} 代替`),
    ),
    heading('空气监测数据'),
    ...monitoringSummary(summary.monitoring, summary.words),
    heading('定稿'),
    finalLine(summary.final),
    ...summary.later.flatMap((year) => laterYearLines(year, summary.words)),
    heading('核验'),
    checked.problems.length === 0
      ? `  ${colors.green('✓')} 原件 ${checked.checked.files} 份、数值 ${checked.checked.values} 个、监测日 ${checked.checked.airDays} 天均与原表一致，${checked.checked.runs} 次计算复算相同`
      : `  ${colors.red('✗')} 发现 ${checked.problems.length} 处不一致，用 check 命令查看`,
    '',
    `  全部结果在 ${colors.bold(summary.out)}/，用时 ${summary.seconds.toFixed(1)} 秒`,
  ].join('\n');
}

function rankedTowns(ranked: DemoSummary['ranked'], { towns }: PlanWords): string {
  const placed = ranked.rows.filter((row) => row.rank !== null);
  const unplaced = ranked.rows.length - placed.length;
  const shown = [...placed.slice(0, 3), ...placed.slice(-3)];
  const table = textTable(
    [
      { title: '排名', align: 'right', cell: (row) => String(row.rank) },
      { title: towns, cell: (row) => row.name },
      { title: 'PM2.5', align: 'right', cell: (row) => row.pm25Mean ?? '—' },
      { title: '优良天数', align: 'right', cell: (row) => String(row.goodDays) },
      { title: '优良率(%)', align: 'right', cell: (row) => row.goodDayRatio ?? '—' },
    ],
    shown,
    '    ',
  );
  return `${table}\n    ${colors.dim(`前三名与后三名；共 ${placed.length} 个${towns}参加排名，${unplaced} 个数据不足或未报`)}`;
}
