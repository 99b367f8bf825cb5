import type { AirChange, BesideRanking, RankedTown, RankingResult } from '../../../shared/contract/ranking.ts';
import type { OfficialTable, TableCell, TableColumn, TableRow } from '../../../shared/domain/documents/official-table.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { pollutantsText } from '../../../shared/text/monitoring-text.ts';
import { figureColumns } from '../../../shared/domain/air/ranking/figure-columns.ts';
import { sumLines } from '../../../shared/text/ranking-measure-text.ts';
import { movementText, rankingRemark, schemeNumberText } from '../../../shared/text/ranking-text.ts';
import { planWords } from '../../../shared/text/plan-words.ts';
import { periodText, schemeText } from '../../../shared/text/report-text.ts';
import { numberCell, planPage, textCell } from './model-input.ts';
import { rankingNotes } from './ranking-notes.ts';
import { fill, type ReportWording, widthOf } from './wording.ts';

export interface RankingModelInput {
  readonly plan: Plan;
  readonly ranking: RankingResult;
  readonly beside: BesideRanking;
  readonly wording: ReportWording;
  readonly createdAt: string;
  /** On which run the figures rest. */
  readonly basis: string;
}

/** 空气质量排名: group by group, ranked towns first, those without enough valid data after them. */
export function rankingTable({ plan, ranking, beside, wording, createdAt, basis }: RankingModelInput): OfficialTable {
  const own = wording.ranking;
  const columns = columnsOf(ranking, wording);
  const widths = widthsOf(columns, wording);
  const words = planWords(plan);
  const heading = fill(own.title, { ...words });
  const title = (key: string, sum = ''): string => fill(own.columns[key] ?? '', { ...words, sum });
  return {
    label: null,
    title: heading,
    subtitles: [`（${periodText(ranking.period)}）`],
    caption: { left: schemeText(ranking.schemeTitle, ranking.demonstration), right: schemeNumberText(beside.schemeNumber) },
    columns: [
      ...columns.map(({ key, title: word, sum }): TableColumn => ({
        key,
        title: title(word ?? key, sum),
        widthMm: widths.of(key),
        align: 'center',
      })),
      { key: 'remark', title: title('remark'), widthMm: widths.remark, align: 'left' },
    ],
    rows: rowsOf(ranking, columns),
    notes: [...rankingNotes({ ranking, beside, printed: new Set(columns.map(({ key }) => key)) }, wording, words), basis].map(
      (note, index) => `${index === 0 ? '备注：' : ''}${index + 1}．${note}`,
    ),
    page: planPage(plan, own.orientation),
    sample: ranking.sample,
    meta: { subject: `${heading}（${periodText(ranking.period)}）`, author: '治气考核', createdAt },
  };
}

/** 版心 of the landscape page (GB/T 9704-2012 5.2.1). */
const TYPE_AREA_MM = 225;

interface RankingColumn {
  readonly key: string;
  readonly cell: (row: RankedTown) => TableCell;
  /** Its title and width in the wording, where they are not those of the key. */
  readonly title?: string;
  readonly width?: string;
  /** What it adds up, line by line. */
  readonly sum?: string;
  /** Columns that say nothing of this ranking are left out. */
  readonly when?: (ranking: RankingResult) => boolean;
}

const text = (value: string | number | null): TableCell => numberCell(value === null ? '—' : String(value));
const changed = (change: AirChange | null): TableCell => text(change?.amount ?? null);
/** Where nothing was measured, 0 good days would say something that nobody knows. */
const counted = (row: RankedTown, days: number): TableCell => text(row.pollutants.length === 0 ? null : days);
const hasDust = ({ dust, events = [] }: RankingResult): boolean => dust.days > 0 || events.some(({ out }) => out);

const COLUMNS: readonly RankingColumn[] = [
  { key: 'rank', cell: (row) => text(row.rank) },
  { key: 'town', cell: (row) => textCell(row.name) },
  { key: 'stations', cell: (row) => text(row.stations) },
  { key: 'validDays', cell: (row) => text(row.validDays) },
  { key: 'score', cell: (row) => text(row.score), when: ({ rows }) => rows.some((row) => row.score !== null) },
  { key: 'pm25', cell: (row) => text(row.pm25Mean) },
  { key: 'pm25Other', cell: (row) => text(row.pm25Other), when: hasDust },
  { key: 'pm25Change', cell: (row) => changed(row.pm25Change), when: ({ rows }) => rows.some((row) => row.pm25Change !== null) },
  { key: 'targetGap', cell: (row) => text(row.targetGap), when: ({ target }) => target !== null },
  { key: 'goodDays', cell: (row) => counted(row, row.goodDays) },
  { key: 'goodDayRatio', cell: (row) => text(row.goodDayRatio) },
  { key: 'goodDayRatioOther', cell: (row) => text(row.goodDayRatioOther), when: hasDust },
  {
    key: 'goodDayRatioChange',
    cell: (row) => changed(row.goodDayRatioChange),
    when: ({ rows }) => rows.some((row) => row.goodDayRatioChange !== null),
  },
  { key: 'heavyDays', cell: (row) => counted(row, row.heavyDays) },
  { key: 'compositeIndex', cell: (row) => text(row.compositeIndex) },
  { key: 'mainPollutants', cell: (row) => textCell(pollutantsText(row.mainPollutants)) },
  {
    key: 'movement',
    cell: (row) => textCell(movementText(row.movement)),
    when: ({ previousPeriod, rows }) => previousPeriod !== null && rows.some((row) => row.movement !== null),
  },
];

/** Measures that decide the ranks and have no column of their own stand before the others. */
const ofFigures = ({ rows }: RankingResult): readonly RankingColumn[] =>
  figureColumns(rows).map(({ key, measure, sum, valueOf }) => ({
    key,
    title: measure,
    width: 'figure',
    ...(sum === undefined ? {} : { sum: sumLines(sum) }),
    cell: (row) => text(valueOf(row)),
  }));

const BEFORE_FIGURES = COLUMNS.findIndex(({ key }) => key === 'pm25');

/** Given up, the first one first, where the page has no room for all of them beside the remarks. */
const LEAST_NEEDED = ['stations', 'movement', 'mainPollutants'];

function columnsOf(ranking: RankingResult, { ranking: own }: ReportWording): readonly RankingColumn[] {
  let columns = [...COLUMNS.slice(0, BEFORE_FIGURES), ...ofFigures(ranking), ...COLUMNS.slice(BEFORE_FIGURES)].filter(
    ({ when }) => when === undefined || when(ranking),
  );
  const width = (): number => columns.reduce((sum, column) => sum + widthOf(own, column.width ?? column.key), widthOf(own, 'remark'));
  for (const key of LEAST_NEEDED) {
    if (width() > TYPE_AREA_MM) columns = columns.filter((column) => column.key !== key);
  }
  return columns;
}

/** Room that the remarks do not need is shared out among the other columns in proportion, in tenths of a millimetre. */
function widthsOf(
  columns: readonly RankingColumn[],
  { ranking: own }: ReportWording,
): { readonly of: (key: string) => number; readonly remark: number } {
  const base = new Map(columns.map(({ key, width = key }) => [key, widthOf(own, width)]));
  const sum = [...base.values()].reduce((total, width) => total + width, 0);
  const factor = Math.max(1, (TYPE_AREA_MM - AMPLE_REMARK_MM) / sum);
  const of = (key: string): number => Math.floor((base.get(key) ?? 0) * factor * 10) / 10;
  const used = columns.reduce((tenths, { key }) => tenths + Math.round(of(key) * 10), 0);
  return { of, remark: (TYPE_AREA_MM * 10 - used) / 10 };
}

const AMPLE_REMARK_MM = 46;

/** In a ranking by groups each group stands under its name. */
function rowsOf({ rows }: RankingResult, columns: readonly RankingColumn[]): TableRow[] {
  return rows.flatMap((row, index): TableRow[] => {
    const data: TableRow = { kind: 'data', id: row.unitId, cells: [...columns.map(({ cell }) => cell(row)), textCell(rankingRemark(row))] };
    return row.group === '' || row.group === rows[index - 1]?.group
      ? [data]
      : [{ kind: 'section', id: `group-${row.group}`, text: row.group }, data];
  });
}
