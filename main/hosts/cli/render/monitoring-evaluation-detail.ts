import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { AQI_CATEGORIES } from '../../../../shared/domain/air/standards/levels.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { heading, textTable } from '../terminal/table.ts';

type Evaluation = EvaluationRow['evaluation'];
type Concentration = NonNullable<Evaluation['concentrations'][Pollutant]>;

/** One place in full: each pollutant against its limits, days by level and by primary pollutant, what is missing. */
export function evaluationDetail(evaluation: Evaluation): string {
  const rows = POLLUTANTS.flatMap((pollutant) => {
    const found = evaluation.concentrations[pollutant];
    return found === null ? [] : [{ pollutant, found, single: evaluation.compositeIndex?.singles[pollutant]?.published ?? '—' }];
  });
  const { days } = evaluation;
  return [
    heading('各项污染物'),
    textTable(
      [
        { title: '项目', cell: ({ pollutant }) => pollutantSign(pollutant) },
        { title: '平均', align: 'right', cell: ({ found }) => found.mean.published },
        { title: '百分位数', align: 'right', cell: ({ found }) => `${found.percentile.published}（${found.percentile.p}%）` },
        { title: '限值（年/日）', align: 'right', cell: ({ found }) => `${found.limits.annual ?? '—'}/${found.limits.daily}` },
        { title: '达标', cell: ({ found }) => attainedText(found) },
        { title: '超标倍数', align: 'right', cell: ({ found }) => found.exceedanceMultiple ?? '—' },
        { title: '超标天', align: 'right', cell: ({ found }) => String(found.daysOver) },
        { title: '有效天', align: 'right', cell: ({ found }) => String(found.validDays) },
        { title: '单项指数', align: 'right', cell: ({ single }) => single },
        { title: '有效性', max: 80, cell: ({ found }) => gapsText(found.gaps) },
      ],
      rows,
    ),
    heading('天数'),
    `  ${AQI_CATEGORIES.map((category, index) => `${category.name} ${days.byLevel[index] ?? 0}`).join('，')}；缺项 ${days.incomplete}（不计入 ${days.na}），有数据 ${days.measured}/${evaluation.calendarDays} 天`,
    `  首要污染物：${
      POLLUTANTS.filter((pollutant) => days.byPrimary[pollutant] > 0)
        .map((pollutant) => `${pollutantSign(pollutant)} ${days.byPrimary[pollutant]} 天`)
        .join('，') || '—'
    }`,
  ].join('\n');
}

const attainedText = ({ attained }: Concentration): string => (attained === null ? '未评' : attained ? '达标' : '不达标');

/** Months in one list: a half year that is still to come has six of them. */
function gapsText(gaps: Concentration['gaps']): string {
  const months = gaps.flatMap((gap) => (gap.code === 'MONTH_DAYS_SHORT' ? [Number(gap.month.slice(5))] : []));
  const year = gaps.flatMap((gap) => (gap.code === 'YEAR_DAYS_SHORT' ? [`有效 ${gap.validDays} 天，全年应不少于 ${gap.required} 天`] : []));
  return [
    ...(gaps.some((gap) => gap.code === 'NO_DATA') ? ['无数据'] : []),
    ...(months.length === 0 ? [] : [`${months.join('、')} 月天数不足`]),
    ...year,
  ].join('；');
}
