import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { PlanWords } from '../../../../shared/text/plan-words.ts';
import { outlookText as outlookWords, targetPrint } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { demand } from './monitoring-outlook.ts';

/** What the demo has done with monitoring data. */
export interface MonitoringSummary {
  readonly written: MethodOutput<'samples.monitoring'>;
  readonly imported: MethodOutput<'monitoring.import'>;
  readonly evaluated: MethodOutput<'monitoring.evaluate'>;
  readonly streaks: MethodOutput<'ranking.streaks'>;
  readonly forecast: MethodOutput<'monitoring.forecast'>;
  readonly outlook: MethodOutput<'monitoring.outlook'>;
  /** Scored anew with the monitoring data. */
  readonly scored: MethodOutput<'assessment.score'>;
}

/** The demo's monitoring part in a few lines; the commands show the rest. */
export function monitoringSummary(
  { written, imported, evaluated, streaks, forecast, outlook, scored }: MonitoringSummary,
  { whole, towns }: PlanWords,
): string[] {
  const { counts } = imported;
  const [district] = evaluated.rows;
  const level = forecast.accuracy.all.metrics.find((metric) => metric.metric === 'level');
  const flagged = streaks.rows.filter((row) => row.actions.length > 0);
  return [
    `  生成示例文件 ${written.files.length} 个，入库 ${counts.accepted}（错误 ${counts.errors}、提醒 ${counts.warnings}）`,
    ...(district === undefined ? [] : [districtLine(district)]),
    `  连续末位：${
      flagged.length === 0
        ? `没有${towns}触发预警或约谈`
        : `${flagged.length} 个${towns}触发预警或约谈，如${flagged
            .slice(0, 3)
            .map(
              (row) =>
                `${row.name}（${row.actions
                  .map(({ month, action }) => `${Number(month.slice(5))}月${action}`)
                  .slice(0, 2)
                  .join('、')}）`,
            )
            .join('、')}`
    }`,
    `  预报准确率（级别）：${level === undefined || level.rate === null ? '没有可评定的预报' : `${level.rate}%（${level.right}/${level.judged} 次）`}`,
    ...(outlook.rows[0]?.outlook.targets ?? []).map(
      (target) =>
        `  倒排测算（截至 ${outlook.asOf}）　${outlookWords.measures[target.target.measure]}${targetPrint(target.target)}：${outlookWords.states[target.state]}，${demand(target, outlook.rows[0]?.outlook.remainingDays ?? 0)}`,
    ),
    `  计入监测数据后重新计算：${whole} ${scored.result.district.total} 分，${scored.result.district.grade}`,
    colors.dim('  详见 air evaluate、air calendar、air day、air forecast、air outlook、streaks 命令'),
  ];
}

function districtLine({ name, evaluation }: MonitoringSummary['evaluated']['rows'][number]): string {
  const { days, concentrations, compositeIndex } = evaluation;
  return `  ${name} ${evaluation.period.from.slice(0, 4)} 年 ${Number(evaluation.period.from.slice(5, 7))} 月：PM2.5 ${concentrations.pm25?.value.published ?? '—'}，优良 ${days.good}/${days.valid} 天，综合指数 ${compositeIndex === null ? '—' : `${compositeIndex.published}${compositeIndex.complete ? '' : '（不全）'}`}`;
}
