import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { FORECAST_METRICS, type ForecastMetric } from '../../../../shared/domain/air/forecast/types.ts';
import { forecastText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';
import { forecastWords, levelName, missedWords, observedWords } from './forecast-words.ts';

type Accuracy = ForecastResult['accuracy'];
type Metric = Accuracy['all']['metrics'][number];
type Lead = Accuracy['leads'][number];
type Level = Accuracy['all']['byLevel'][number];
type Day = Accuracy['wrong'][number];
type Left = Accuracy['leftOut'][number];

export const METRIC_COLUMNS: readonly DataColumn<Metric>[] = [
  {
    key: 'metric',
    title: forecastText.columns.metric,
    text: ({ metric }) => forecastText.metrics[metric],
    sortable: false,
    width: 210,
    render: ({ metric }) => <strong>{forecastText.metrics[metric]}</strong>,
  },
  { key: 'meaning', title: forecastText.columns.meaning, text: ({ metric }) => forecastText.metricHints[metric], sortable: false },
  numbers('judged', forecastText.columns.judged, 100, ({ judged }) => judged),
  numbers('right', forecastText.columns.right, 100, ({ right }) => right),
  numbers('rate', forecastText.columns.rate, 120, ({ rate }) => rate),
];

const rateColumn = <Row extends { readonly metrics: readonly Metric[] }>(metric: ForecastMetric): DataColumn<Row> =>
  numbers(metric, forecastText.metrics[metric], 120, (row) => row.metrics.find((one) => one.metric === metric)?.rate ?? null);

export const LEAD_COLUMNS: readonly DataColumn<Lead>[] = [
  {
    key: 'lead',
    title: forecastText.leadColumn,
    text: ({ leadDays }) => (leadDays === null ? forecastText.allLeads : forecastText.leadOption(leadDays)),
    sortable: false,
  },
  numbers('days', forecastText.days, 72, ({ days }) => days),
  ...FORECAST_METRICS.map((metric) => rateColumn<Lead>(metric)),
  numbers('falseAlarms', forecastText.falseAlarms, 72, ({ falseAlarms }) => falseAlarms),
];

export const LEVEL_COLUMNS: readonly DataColumn<Level>[] = [
  { key: 'level', title: forecastText.level, text: ({ level }) => levelName(level), sortable: false },
  numbers('days', forecastText.days, 72, ({ days }) => days),
  ...FORECAST_METRICS.map((metric) => rateColumn<Level>(metric)),
];

export const WRONG_COLUMNS: readonly DataColumn<Day>[] = [
  { key: 'date', title: forecastText.wrongColumns.date, text: ({ date }) => date, width: 106 },
  {
    key: 'lead',
    title: forecastText.wrongColumns.lead,
    text: ({ leadDays }) => forecastText.leadOption(leadDays),
    filter: 'values',
    width: 150,
  },
  { key: 'forecast', title: forecastText.wrongColumns.forecast, text: forecastWords, sortable: false },
  { key: 'observed', title: forecastText.wrongColumns.observed, text: observedWords, sortable: false },
  { key: 'missed', title: forecastText.wrongColumns.missed, text: missedWords, sortable: false, filter: 'search' },
  {
    key: 'source',
    title: forecastText.wrongColumns.source,
    text: ({ source }) => source,
    sortable: false,
    render: ({ source }) => <span className="long-name">{source}</span>,
  },
];

export const LEFT_COLUMNS: readonly DataColumn<Left>[] = [
  { key: 'date', title: forecastText.leftOutColumns.date, text: ({ date }) => date, width: 106 },
  {
    key: 'published',
    title: forecastText.leftOutColumns.published,
    text: ({ published }) => published.slice(0, 16).replace('T', ' '),
    width: 150,
  },
  { key: 'reason', title: forecastText.leftOutColumns.reason, text: ({ reason }) => forecastText.reasons[reason], filter: 'values' },
  {
    key: 'source',
    title: forecastText.leftOutColumns.source,
    text: ({ source }) => source,
    sortable: false,
    render: ({ source }) => <span className="long-name">{source || monitoringText.none}</span>,
  },
];
