import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { EVENT_DAYS } from '../../../../shared/text/event-text.ts';
import { evaluationText, gapText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { stationsText } from '../../../../shared/text/area-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type Pollutant, POLLUTANT_ORDER } from '../monitoring-types.ts';
import {
  attainedWords,
  changeWords,
  type CompareMeasure,
  type DustRow,
  versionOf,
  type Evaluation,
  indexWords,
  mainWords,
  type StandardRow,
} from './evaluation-words.ts';

const { columns, dustColumns, mixedColumns } = evaluationText;

/** `text` may be null where there is no such number. Number() only puts rows in order. */
export function numbers<Row>(key: string, title: string, width: number, text: (row: Row) => string | number | null): DataColumn<Row> {
  return {
    key,
    title,
    width,
    align: 'right',
    text: (row) => String(text(row) ?? monitoringText.none),
    sortValue: (row) => numberOrNull(text(row)),
  };
}

const numberOrNull = (value: string | number | null): number | null =>
  value === null || value === '' || Number.isNaN(Number(value)) ? null : Number(value);

/** The table of places: what HJ 663 gives of the period, and how it stands against the two periods before. */
export function evaluationColumns(measure: CompareMeasure, rows: readonly EvaluationRow[] = []): readonly DataColumn<EvaluationRow>[] {
  const days = (
    key: string,
    title: string,
    of: (evaluation: Evaluation) => string | number | null,
    width = 62,
  ): DataColumn<EvaluationRow> => numbers(key, title, width, ({ evaluation }) => of(evaluation));
  return [
    {
      key: 'place',
      title: columns.place,
      text: ({ name }) => name,
      filter: 'search',
      width: 108,
      render: ({ name, kind }) =>
        kind === 'district' ? <strong className="place-name">{name}</strong> : <span className="place-name">{name}</span>,
    },
    ...(rows.some((row) => membersOf(row) !== '') ? [MEMBERS] : []),
    ...POLLUTANT_ORDER.map((pollutant) =>
      days(pollutant, columns[pollutant], (evaluation) => evaluation.concentrations[pollutant]?.value.published ?? null),
    ),
    days('good', columns.good, (evaluation) => evaluation.days.good),
    days('ratio', columns.ratio, (evaluation) => evaluation.days.ratio),
    days('heavy', columns.heavy, (evaluation) => evaluation.days.heavy),
    days('valid', columns.valid, (evaluation) => evaluation.days.valid),
    {
      ...days('index', columns.index, (evaluation) => evaluation.compositeIndex?.published ?? null, 70),
      text: ({ evaluation }) => indexWords(evaluation),
    },
    { key: 'main', title: columns.main, text: ({ evaluation }) => mainWords(evaluation), filter: 'values', width: 76, sortable: false },
    changeColumn('lastYear', columns.lastYear, measure, ({ lastYear }) => lastYear),
    changeColumn('before', columns.before, measure, ({ before }) => before),
  ];
}

/** 29/31: how many stations entered of how many that ought to. */
const membersOf = ({ members }: EvaluationRow): string => stationsText({ ...members, entered: members.most });

/** Only where some place is an area; the names stand in its drawer. */
const MEMBERS: DataColumn<EvaluationRow> = {
  key: 'members',
  title: columns.members,
  width: 58,
  align: 'right',
  sortable: false,
  text: membersOf,
  render: (row) => <span title={row.members.entered.join('、')}>{membersOf(row)}</span>,
};

function changeColumn(
  key: string,
  title: string,
  measure: CompareMeasure,
  other: (row: EvaluationRow) => Evaluation | null,
): DataColumn<EvaluationRow> {
  const of = (row: EvaluationRow) => changeWords(row.evaluation, other(row), measure);
  return {
    key,
    title,
    width: 96,
    align: 'right',
    text: (row) => of(row).amount,
    sortValue: (row) => numberOrNull(of(row).amount),
    render: (row) => <span className={`change change-${of(row).course}`}>{of(row).text}</span>,
  };
}

/** Means and days with dust days, and without them. */
export const DUST_COLUMNS: readonly DataColumn<DustRow>[] = [
  { key: 'place', title: dustColumns.place, text: ({ row }) => row.name, filter: 'search' },
  numbers('days', dustColumns.days, 80, ({ row }) => row.evaluation.dust.days),
  numbers('events', EVENT_DAYS, 80, ({ row }) => row.evaluation.events?.days ?? 0),
  {
    key: 'version',
    title: dustColumns.version,
    text: ({ version: name }) => evaluationText.dustVersions[name],
    filter: 'values',
    width: 130,
  },
  numbers('pm25', dustColumns.pm25, 84, (row) => versionOf(row).pm25?.published ?? null),
  numbers('pm10', dustColumns.pm10, 84, (row) => versionOf(row).pm10?.published ?? null),
  numbers('index', dustColumns.index, 96, (row) => versionOf(row).compositeIndex?.published ?? null),
  numbers('valid', dustColumns.valid, 96, (row) => versionOf(row).validDays),
  numbers('good', dustColumns.good, 96, (row) => versionOf(row).goodDays),
  numbers('ratio', dustColumns.ratio, 110, (row) => versionOf(row).goodRatio),
  numbers('heavy', dustColumns.heavy, 110, (row) => versionOf(row).heavyDays),
];

/** One place under each standard of a mixed period, such as the year 2026. */
export const MIXED_COLUMNS: readonly DataColumn<StandardRow>[] = [
  { key: 'place', title: mixedColumns.place, text: ({ row }) => row.name, filter: 'search' },
  {
    key: 'standard',
    title: mixedColumns.standard,
    text: ({ alternative }) => monitoringText.standards[alternative.standard],
    filter: 'values',
    width: 210,
  },
  numbers('good', mixedColumns.good, 96, ({ alternative }) => alternative.days.good),
  numbers('valid', mixedColumns.valid, 96, ({ alternative }) => alternative.days.valid),
  numbers('ratio', mixedColumns.ratio, 110, ({ alternative }) => alternative.days.ratio),
  numbers('heavy', mixedColumns.heavy, 110, ({ alternative }) => alternative.days.heavy),
  numbers('index', mixedColumns.index, 96, ({ alternative }) => alternative.compositeIndex?.published ?? null),
  {
    key: 'attained',
    title: mixedColumns.attained,
    text: ({ alternative }) => attainedWords(alternative.allAttained),
    filter: 'values',
    width: 96,
  },
];

const detail = evaluationText.detailColumns;

export interface PollutantRow {
  readonly pollutant: Pollutant;
  readonly figures: NonNullable<Evaluation['concentrations'][Pollutant]>;
  readonly single: string | null;
}

/** One pollutant of a place over the period. */
const DETAIL_COLUMNS: readonly DataColumn<PollutantRow>[] = [
  {
    key: 'pollutant',
    title: detail.pollutant,
    text: ({ pollutant }) => monitoringText.pollutants[pollutant],
    sortable: false,
    width: 76,
    render: ({ pollutant }) => <strong title={monitoringText.pollutantsLong[pollutant]}>{monitoringText.pollutants[pollutant]}</strong>,
  },
  numbers('mean', detail.mean, 76, ({ figures }) => figures.mean.published),
  {
    key: 'percentile',
    title: detail.percentile,
    text: ({ figures }) => evaluationText.percentile(figures.percentile.p, figures.percentile.published),
    sortable: false,
    align: 'right',
    width: 110,
  },
  numbers('annual', detail.annual, 90, ({ figures }) => figures.limits.annual),
  numbers('daily', detail.daily, 90, ({ figures }) => figures.limits.daily),
  {
    key: 'attained',
    title: detail.attained,
    text: ({ figures }) => attainedWords(figures.attained),
    sortable: false,
    width: 76,
    render: ({ figures }) => (
      <span className={figures.attained === false ? 'change-worse' : ''} title={evaluationText.unknownHint}>
        {attainedWords(figures.attained)}
      </span>
    ),
  },
  numbers('multiple', detail.multiple, 84, ({ figures }) => figures.exceedanceMultiple),
  numbers('single', evaluationText.single, 84, ({ single }) => single),
  numbers('over', detail.over, 70, ({ figures }) => figures.daysOver),
  numbers('overRate', detail.overRate, 92, ({ figures }) => figures.overRate.published),
  numbers('used', detail.used, 86, ({ figures }) => figures.usedDays),
  numbers('valid', detail.valid, 70, ({ figures }) => figures.validDays),
];

const GAPS: DataColumn<PollutantRow> = {
  key: 'gaps',
  title: detail.gaps,
  text: ({ figures }) => gapText(figures.gaps),
  sortable: false,
  width: 220,
};

/** Gaps take room only where there are any. */
export const detailColumns = (rows: readonly PollutantRow[]): readonly DataColumn<PollutantRow>[] =>
  rows.some(({ figures }) => figures.gaps.length > 0) ? [...DETAIL_COLUMNS, GAPS] : DETAIL_COLUMNS;
