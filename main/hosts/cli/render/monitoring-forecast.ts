import colors from 'picocolors';
import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { AQI_CATEGORIES } from '../../../../shared/domain/air/standards/levels.ts';
import { numberText, pollutantsText } from '../../../../shared/text/monitoring-text.ts';
import { periodText } from '../../../../shared/text/report-text.ts';
import { forecastText as words } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';

type Accuracy = ForecastResult['accuracy'];
type Lead = Accuracy['all'];
type Day = Accuracy['days'][number];

/** air forecast: rates over all lead times and by each, by observed level, and the days that went wrong. */
export function forecastText({ period, name, sample, accuracy, notes }: ForecastResult): string {
  const title = `${words.table(periodText(period))}（${name}）${sample ? colors.yellow('〔示例数据〕') : ''}`;
  if (accuracy.days.length === 0 && accuracy.leftOut.length === 0) return `${title}\n  ${NO_FORECAST}`;
  const leads = accuracy.leads.length > 1 ? [accuracy.all, ...accuracy.leads] : [accuracy.all];
  return [
    title,
    '',
    textTable<Lead>(
      [
        { title: words.leadColumn, cell: (lead) => (lead.leadDays === null ? words.allLeads : words.leadOption(lead.leadDays)) },
        { title: words.days, align: 'right', cell: (lead) => String(lead.days) },
        ...metricColumns,
      ],
      leads,
    ),
    heading(words.skill),
    textTable(SKILL, skillRows(accuracy)),
    heading(words.byLevel),
    textTable<Lead['byLevel'][number]>(
      [
        { title: words.level, cell: ({ level }) => levelName(level) },
        { title: words.days, align: 'right', cell: ({ days }) => String(days) },
        ...metricColumns,
      ],
      accuracy.all.byLevel,
    ),
    heading(words.wrong),
    accuracy.wrong.length === 0 ? `  ${words.noWrong}` : textTable(WRONG, accuracy.wrong),
    ...(accuracy.leftOut.length === 0
      ? []
      : [
          heading(words.leftOut),
          textTable(
            [
              { title: words.leftOutColumns.date, cell: (item) => item.date },
              { title: words.leftOutColumns.published, cell: (item) => item.published },
              { title: words.leftOutColumns.reason, cell: (item) => words.reasons[item.reason] },
              { title: words.leftOutColumns.source, cell: (item) => item.source },
            ],
            accuracy.leftOut.slice(0, SHOWN),
          ),
          ...(accuracy.leftOut.length > SHOWN ? [colors.dim(`  … 另有 ${accuracy.leftOut.length - SHOWN} 条`)] : []),
        ]),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

/** All lead times, each of them, and months. */
const skillRows = ({ all, leads, months }: Accuracy): SkillRow[] => [
  { scope: words.allLeads, skill: all.skill },
  ...(leads.length > 1 ? leads.map(({ leadDays, skill }) => ({ scope: words.leadOption(leadDays ?? 0), skill })) : []),
  ...(months.length > 1 ? months.map(({ month, skill }) => ({ scope: words.monthOf(month), skill })) : []),
];

interface SkillRow {
  readonly scope: string;
  readonly skill: Lead['skill'];
}

const scored = (title: string, of: (skill: Lead['skill']) => { readonly published: string } | null): TextColumn<SkillRow> => ({
  title: title.replace(' ', ''),
  align: 'right',
  cell: ({ skill }) => numberText(of(skill)?.published ?? '—'),
});

const { skillColumns } = words;

const SKILL: readonly TextColumn<SkillRow>[] = [
  { title: skillColumns.scope, cell: ({ scope }) => scope },
  { title: skillColumns.days, align: 'right', cell: ({ skill }) => String(skill.forecast.days) },
  scored(skillColumns.bias, ({ forecast }) => forecast.bias),
  scored(skillColumns.rmse, ({ forecast }) => forecast.rmse),
  scored(skillColumns.factor2, ({ forecast }) => forecast.factor2),
  scored(skillColumns.hitRate, ({ forecast }) => forecast.hitRate),
  scored(skillColumns.falseAlarmRatio, ({ forecast }) => forecast.falseAlarmRatio),
  scored(skillColumns.persistenceRmse, ({ persistence }) => persistence.rmse),
  scored(skillColumns.persistenceHitRate, ({ persistence }) => persistence.hitRate),
  scored(skillColumns.persistenceFalseAlarmRatio, ({ persistence }) => persistence.falseAlarmRatio),
];

const NO_FORECAST = '本时段没有预报。用 air import 导入预报清单（发布日期、预报日期、预报AQI或级别、首要污染物）。';
const SHOWN = 20;
const METRICS = ['level', 'range25', 'interval', 'primary', 'primaryStrict', 'heavy'] as const;

const metricColumns: readonly TextColumn<Pick<Lead, 'metrics'>>[] = METRICS.map((metric) => ({
  title: words.metrics[metric],
  align: 'right',
  cell: ({ metrics }) => {
    const found = metrics.find((result) => result.metric === metric);
    return found === undefined || found.rate === null ? '—' : `${found.rate}%（${found.right}/${found.judged}）`;
  },
}));

const levelName = (level: number): string => AQI_CATEGORIES.find((category) => category.level === level)?.name ?? String(level);

const WRONG: readonly TextColumn<Day>[] = [
  { title: words.wrongColumns.date, cell: (day) => day.date },
  { title: words.wrongColumns.lead, cell: (day) => words.leadOption(day.leadDays) },
  {
    title: words.wrongColumns.forecast,
    cell: (day) =>
      [
        ...(day.low === null || day.high === null ? [] : [words.interval(day.low, day.high)]),
        ...(day.levels.length === 0 ? [] : [day.levels.map(levelName).join('或')]),
        ...(day.primary === null ? [] : [pollutantsText(day.primary)]),
      ].join('，'),
  },
  {
    title: words.wrongColumns.observed,
    cell: ({ observed }) =>
      words.observed(observed.aqi, levelName(observed.level), observed.primary.length === 0 ? '' : pollutantsText(observed.primary)),
  },
  {
    title: words.wrongColumns.missed,
    cell: (day) =>
      METRICS.filter((metric) => day.outcome[metric] === false)
        .map((metric) => words.metrics[metric])
        .join('、'),
  },
];
