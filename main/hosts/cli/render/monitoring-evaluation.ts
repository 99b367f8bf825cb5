import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Change, changeOf, type PeriodChange } from '../../../../shared/domain/air/statistics/change.ts';
import { stationsText, withoutAreaValue } from '../../../../shared/text/area-text.ts';
import { pollutantsText } from '../../../../shared/text/monitoring-text.ts';
import { periodText } from '../../../../shared/text/report-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';
import { evaluationDetail } from './monitoring-evaluation-detail.ts';

/** air evaluate: a line a place; both dust versions; a mixed period under each standard; the details where one place was asked for. */
export function evaluationText({ period, rows, sample, notes }: MethodOutput<'monitoring.evaluate'>): string {
  const [only] = rows;
  const measured = rows.filter(({ evaluation }) => evaluation.days.measured > 0);
  const { short = [], bare = [] } = Object.groupBy(
    rows.filter(({ evaluation }) => evaluation.days.measured === 0),
    ({ members }) => (members.shortDays > 0 ? 'short' : 'bare'),
  );
  return [
    `时段评价（${periodText(period)}）${sample ? colors.yellow('〔示例数据〕') : ''}`,
    '',
    ...(measured.length === 0 ? [] : [textTable(COLUMNS, measured)]),
    ...(short.length === 0 ? [] : [colors.dim(`  ${withoutAreaValue(short.map((row) => row.name))}`)]),
    ...(bare.length === 0 ? [] : [colors.dim(`  没有数据：${bare.map((row) => row.name).join('、')}`)]),
    ...(measured.length === 1 && rows.length === 1 && only !== undefined ? [evaluationDetail(only.evaluation)] : []),
    ...dustBlock(rows),
    ...eventBlock(rows),
    ...alternativesBlock(rows),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

const concentration = (title: string, pollutant: Pollutant): TextColumn<EvaluationRow> => ({
  title,
  align: 'right',
  cell: ({ evaluation }) => evaluation.concentrations[pollutant]?.value.published ?? '—',
});

const COLUMNS: readonly TextColumn<EvaluationRow>[] = [
  { title: '地点', cell: (row) => row.name },
  { title: '点位', align: 'right', cell: ({ members }) => stationsText({ ...members, entered: members.most }) },
  concentration('PM2.5', 'pm25'),
  concentration('PM10', 'pm10'),
  concentration('SO2', 'so2'),
  concentration('NO2', 'no2'),
  concentration('CO-95', 'co'),
  concentration('O3-90', 'o3'),
  { title: '优良/有效', align: 'right', cell: ({ evaluation }) => `${evaluation.days.good}/${evaluation.days.valid}` },
  { title: '优良率(%)', align: 'right', cell: ({ evaluation }) => evaluation.days.ratio ?? '—' },
  { title: '重污染', align: 'right', cell: ({ evaluation }) => String(evaluation.days.heavy) },
  {
    title: '综合指数',
    align: 'right',
    cell: ({ evaluation: { compositeIndex } }) =>
      compositeIndex === null ? '—' : `${compositeIndex.published}${compositeIndex.complete ? '' : '（不全）'}`,
  },
  { title: '主要污染物', cell: ({ evaluation }) => pollutantsText(evaluation.compositeIndex?.primary ?? []) },
  { title: 'PM2.5同比', align: 'right', cell: (row) => changeText(lastYear(row)?.concentrations.pm25, '%') },
  { title: 'PM2.5环比', align: 'right', cell: (row) => changeText(before(row)?.concentrations.pm25, '%') },
  { title: '优良率同比', align: 'right', cell: (row) => changeText(lastYear(row)?.goodRatio, '') },
];

const lastYear = (row: EvaluationRow): PeriodChange | null => (row.lastYear === null ? null : changeOf(row.evaluation, row.lastYear));
const before = (row: EvaluationRow): PeriodChange | null => (row.before === null ? null : changeOf(row.evaluation, row.before));

function changeText(change: Change | null | undefined, unit: string): string {
  if (change === null || change === undefined) return '—';
  const text = `${change.published.startsWith('-') || Number(change.published) === 0 ? '' : '+'}${change.published}${unit}`;
  return change.course === 'worse' ? colors.red(text) : change.course === 'better' ? colors.green(text) : text;
}

const CONCENTRATIONS = ['withDust', 'withoutDust'] as const;
const DAYS = ['withDust', 'withoutPm', 'withoutDust'] as const;

function dustBlock(rows: readonly EvaluationRow[]): string[] {
  const dusty = rows.filter(({ evaluation }) => evaluation.dust.days > 0);
  if (dusty.length === 0) return [];
  const each = (
    title: string,
    versions: readonly ('withDust' | 'withoutPm' | 'withoutDust')[],
    of: (figures: EvaluationRow['evaluation']['dust']['withDust']) => string | null | undefined,
  ): TextColumn<EvaluationRow> => ({
    title,
    align: 'right',
    cell: ({ evaluation: { dust } }) => versions.map((version) => of(dust[version]) ?? '—').join(' / '),
  });
  return [
    heading('沙尘影响（浓度：含沙尘 / 扣除；天数：按实测 / 剔除PM后按其余各项 / 整日不计）'),
    textTable(
      [
        { title: '地点', cell: (row) => row.name },
        { title: '扣沙日', align: 'right', cell: ({ evaluation }) => String(evaluation.dust.days) },
        each('PM2.5', CONCENTRATIONS, (figures) => figures.pm25?.published),
        each('PM10', CONCENTRATIONS, (figures) => figures.pm10?.published),
        each('综合指数', CONCENTRATIONS, (figures) => figures.compositeIndex?.published),
        each('优良天数', DAYS, (figures) => String(figures.goodDays)),
        each('优良率(%)', DAYS, (figures) => figures.goodRatio),
        each('重污染', DAYS, (figures) => String(figures.heavyDays)),
      ],
      dusty,
    ),
  ];
}

/** As measured, and as the work has it, where a 例外事件 other than dust takes something out. */
function eventBlock(rows: readonly EvaluationRow[]): string[] {
  const touched = rows.filter(({ evaluation }) => evaluation.events !== undefined);
  if (touched.length === 0) return [];
  const each = (
    title: string,
    measured: (figures: EvaluationRow['evaluation']['dust']['withDust'] | undefined) => string | null | undefined,
    after: (row: EvaluationRow['evaluation']) => string | null | undefined,
  ): TextColumn<EvaluationRow> => ({
    title,
    align: 'right',
    cell: ({ evaluation }) => `${measured(evaluation.events?.measured) ?? '—'} / ${after(evaluation) ?? '—'}`,
  });
  return [
    heading('例外事件影响（不扣除沙尘和其他例外事件 / 按设置扣除）'),
    textTable(
      [
        { title: '地点', cell: (row) => row.name },
        { title: '事件天数', align: 'right', cell: ({ evaluation }) => String(evaluation.events?.days ?? 0) },
        each(
          'PM2.5',
          (figures) => figures?.pm25?.published,
          ({ concentrations }) => concentrations.pm25?.mean.published,
        ),
        each(
          'PM10',
          (figures) => figures?.pm10?.published,
          ({ concentrations }) => concentrations.pm10?.mean.published,
        ),
        each(
          '综合指数',
          (figures) => figures?.compositeIndex?.published,
          ({ compositeIndex }) => compositeIndex?.published,
        ),
        each(
          '优良天数',
          (figures) => (figures === undefined ? null : String(figures.goodDays)),
          ({ days }) => String(days.good),
        ),
        each(
          '优良率(%)',
          (figures) => figures?.goodRatio,
          ({ days }) => days.ratio,
        ),
      ],
      touched,
    ),
  ];
}

const STANDARDS: Readonly<Record<string, string>> = {
  byDate: '按日期',
  '2012': '2012 标准',
  '2026': '2026 过渡阶段限值',
  '2031': '2026 正式限值',
};

function alternativesBlock(rows: readonly EvaluationRow[]): string[] {
  const lines = rows.flatMap((row) => row.evaluation.alternatives.map((alternative) => ({ name: row.name, alternative })));
  if (lines.length === 0) return [];
  return [
    heading('新旧标准并列'),
    textTable(
      [
        { title: '地点', cell: ({ name }) => name },
        { title: '标准', cell: ({ alternative }) => STANDARDS[alternative.standard] ?? alternative.standard },
        { title: '优良/有效', align: 'right', cell: ({ alternative: { days } }) => `${days.good}/${days.valid}` },
        { title: '优良率(%)', align: 'right', cell: ({ alternative }) => alternative.days.ratio ?? '—' },
        { title: '重污染', align: 'right', cell: ({ alternative }) => String(alternative.days.heavy) },
        { title: '缺项不计', align: 'right', cell: ({ alternative }) => String(alternative.days.na) },
        { title: '综合指数', align: 'right', cell: ({ alternative }) => alternative.compositeIndex?.published ?? '—' },
        {
          title: '六项达标',
          cell: ({ alternative }) => (alternative.allAttained === null ? '未评' : alternative.allAttained ? '达标' : '不达标'),
        },
      ],
      lines,
    ),
  ];
}
