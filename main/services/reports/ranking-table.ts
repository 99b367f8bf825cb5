import type { RankedTown, RankingResult } from '../../../shared/contract/ranking.ts';
import type { OfficialTable, TableColumn, TableRow } from '../../../shared/domain/documents/official-table.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { rankingRemark } from '../../../shared/text/ranking-text.ts';
import { periodText, schemeText } from '../../../shared/text/report-text.ts';
import { numberCell, planPage, textCell } from './model-input.ts';
import { fill, type ReportWording, widthOf } from './wording.ts';

export interface RankingModelInput {
  readonly plan: Plan;
  readonly ranking: RankingResult;
  readonly wording: ReportWording;
  readonly createdAt: string;
}

const CENTRED = ['rank', 'town', 'pm25', 'pm25Rank', 'goodDays', 'goodDayRatio', 'goodDaysRank', 'validDays'] as const;

/** 各镇街空气质量排名: ranked towns first, those without enough valid data after them. */
export function rankingTable({ plan, ranking, wording, createdAt }: RankingModelInput): OfficialTable {
  const own = wording.ranking;
  const columns: TableColumn[] = [
    ...CENTRED.map((key): TableColumn => ({ key, title: own.columns[key] ?? '', widthMm: widthOf(own, key), align: 'center' })),
    { key: 'remark', title: own.columns['remark'] ?? '', widthMm: widthOf(own, 'remark'), align: 'left' },
  ];
  const partial = ranking.rows.some((row) => row.pollutants.length > 0 && row.pollutants.length < 6);
  const notes = [
    fill(wording.notes['ranking'] ?? '', { standard: ranking.standards.length === 0 ? '' : `按${ranking.standards.join('、')}` }),
    `排名办法：${schemeText(ranking.schemeTitle, ranking.demonstration)}。`,
    ...(partial ? [wording.notes['partial'] ?? ''] : []),
    ...(ranking.sample ? [wording.notes['sample'] ?? ''] : []),
  ];
  return {
    label: null,
    title: own.title,
    subtitles: [`（${periodText(ranking.period)}）`],
    caption: { left: '', right: '' },
    columns,
    rows: ranking.rows.map(rankedRow),
    notes: notes.map((note, index) => `${index === 0 ? '备注：' : ''}${index + 1}．${note}`),
    page: planPage(plan, own.orientation),
    sample: ranking.sample,
    meta: { subject: `${own.title}（${periodText(ranking.period)}）`, author: '治气考核', createdAt },
  };
}

function rankedRow(row: RankedTown): TableRow {
  const whole = (value: number | null): string => (value === null ? '—' : String(value));
  return {
    kind: 'data',
    id: row.unitId,
    cells: [
      numberCell(whole(row.rank)),
      textCell(row.name),
      numberCell(row.pm25Mean ?? '—'),
      numberCell(whole(row.pm25Rank)),
      numberCell(String(row.goodDays)),
      numberCell(row.goodDayRatio ?? '—'),
      numberCell(whole(row.goodDaysRank)),
      numberCell(String(row.validDays)),
      textCell(rankingRemark(row)),
    ],
  };
}
