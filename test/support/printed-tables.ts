import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FontSet, loadFonts } from '../../main/documents/pdf/fonts.ts';
import type { OfficialTable, TableColumn, TableRow } from '../../shared/domain/documents/official-table.ts';

export const FONTS_FOLDER = join(import.meta.dirname, '..', '..', 'templates', 'fonts');

/** The shipped fonts only, so that a test prints the same on every machine. The patched copies are kept between runs. */
export const printingFonts = (): FontSet =>
  loadFonts({ fontsFolder: FONTS_FOLDER, cacheFolder: join(tmpdir(), 'zhiqi-test-fonts'), installedFolders: [] });

const PAGE: OfficialTable['page'] = {
  orientation: 'portrait',
  marginsMm: { top: 34.6, bottom: 32.6, left: 28, right: 26 },
  titlePitchPt: 27,
  bodyPitchPt: 30,
};

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', title: '序号', widthMm: 12, align: 'center' },
  { key: 'category', title: '类别', widthMm: 22, align: 'center', merge: true },
  { key: 'name', title: '指标名称', widthMm: 62, align: 'left' },
  { key: 'target', title: '2024年目标', widthMm: 18, align: 'center' },
  { key: 'points', title: '得分', widthMm: 14, align: 'right' },
  { key: 'leads', title: '牵头单位', widthMm: 28, align: 'left' },
];

/** A table of six columns: number, merged category, text, target, points, units. */
export function annexTable(rows: readonly TableRow[], changes: Partial<OfficialTable> = {}): OfficialTable {
  return {
    label: '附件1',
    title: '空气质量持续改善行动主要指标清单',
    subtitles: [],
    caption: { left: '合川府办发〔2024〕52号', right: '考核年度：2024年' },
    columns: COLUMNS,
    rows,
    notes: ['备注：1．目标数据根据国家最新要求更新', '2．带“＊”的指标为累计数'],
    page: PAGE,
    sample: false,
    meta: { subject: '主要指标清单', author: '治气考核', createdAt: '2025-01-20T09:30:00+08:00' },
    ...changes,
  };
}

export const turned = (table: OfficialTable): OfficialTable => ({ ...table, page: { ...table.page, orientation: 'landscape' } });

export function annexRow(id: string, texts: readonly string[]): TableRow {
  return {
    kind: 'data',
    id,
    cells: texts.map((text) =>
      /^\d+(\.\d+)?$/.test(text) ? { text, number: { value: text, decimals: text.split('.')[1]?.length ?? 0 } } : { text },
    ),
  };
}

export const annexSection = (id: string, text: string): TableRow => ({ kind: 'section', id, text });

/** 120 rows in ten sections, with categories of seven rows that cross page ends, and each row's text told apart by its number. */
export function annexOfManyPages(): OfficialTable {
  const rows = Array.from({ length: 120 }, (_, index): TableRow[] => [
    ...(index % 12 === 0
      ? [annexSection(`section-${index / 12}`, `第${index / 12 + 1}部分、实施深度治理和精细化管控行动，推动多污染物减排`)]
      : []),
    annexRow(`row-${index}`, [
      String(index + 1),
      `第${Math.floor(index / 7) + 1}类空气质量目标`,
      `条目${index}甲：推动热电联产机组、65蒸吨/小时及以上燃煤锅炉${'超低排放改造'.repeat(index % 5)}`,
      index % 3 === 0 ? '32（100）' : '≥83.5',
      '1.18',
      '区生态环境局、区经济信息委',
    ]),
  ]).flat();
  return annexTable(rows);
}
