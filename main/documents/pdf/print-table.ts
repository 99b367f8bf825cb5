import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { renderPdf } from './engine.ts';
import type { FontSet, FontSubstitution } from './fonts.ts';
import { pageBackground, pageNumberFooter } from './furniture.ts';
import { type PageGeometry, pageGeometry, SIZE } from './geometry.ts';
import { nextPlan, samePlan } from './page-plan.ts';
import type { MissingGlyph } from './runs.ts';
import { columnWidths, createTableMaker, tableLayout, type TableMaker } from './table-body.ts';

export interface PrintedTable {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly substitutions: readonly FontSubstitution[];
  readonly missingGlyphs: readonly MissingGlyph[];
}

/** Passes after which a plan of pages that still moves is taken for a fault. */
const MOST_PASSES = 12;

/**
 * Prints an official table as PDF/A-1b. pdfmake loses or misplaces rows when it breaks a table with merged or vertically centred cells over
 * pages, so it never does: rows are measured first, shared out over pages, and each page is printed as one plain table.
 */
export async function printTablePdf(table: OfficialTable, fonts: FontSet, signal?: AbortSignal): Promise<PrintedTable> {
  const geometry = pageGeometry(table.page);
  const pages = await planPages(table, geometry, fonts, signal);
  signal?.throwIfAborted();
  const maker = createTableMaker(table, fonts);
  const placed = new Map<string, number>();
  let last = 1;
  const tables = pages.map((rows, index): Content => tableOf(maker, table, geometry, maker.pageRows(rows, pages[index - 1]?.at(-1)), index > 0));
  const bytes = await renderPdf({
    ...base(table, geometry, fonts),
    content: [...headOf(table, maker), ...tables, ...notesOf(table, maker)],
    pageBreakBefore: (node) => {
      last = Math.max(last, ...node.pageNumbers);
      if (node.id !== undefined && !placed.has(node.id)) placed.set(node.id, node.startPosition.pageNumber);
      return false;
    },
  }, fonts);
  pages.forEach((rows, index) => rows.forEach((row) => {
    if (placed.get(row.id) !== index + 1) throw new Error(`row ${row.id} planned on page ${index + 1} stands on page ${placed.get(row.id)}`);
  }));
  return { bytes, pages: last, substitutions: fonts.substitutions, missingGlyphs: unique(maker.missing) };
}

/** Measures until no row moves any more: which rows stand on which page. */
async function planPages(table: OfficialTable, geometry: PageGeometry, fonts: FontSet, signal: AbortSignal | undefined): Promise<readonly (readonly TableRow[])[]> {
  let plan: readonly (readonly TableRow[])[] = [table.rows];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    signal?.throwIfAborted();
    const pageOf = await measure(table, geometry, fonts, plan);
    const next = nextPlan(plan, (row) => pageOf.get(row.id) ?? 1);
    if (samePlan(plan, next)) return plan;
    plan = next;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  throw new Error(`pages of “${table.title}” do not settle`);
}

async function measure(table: OfficialTable, geometry: PageGeometry, fonts: FontSet, plan: readonly (readonly TableRow[])[]): Promise<ReadonlyMap<string, number>> {
  const maker = createTableMaker(table, fonts);
  const pageOf = new Map<string, number>();
  const tables = plan.map((rows, index): Content => {
    const body = rows.map((row, position) => maker.plainRow(row, rows[position - 1]));
    return { table: { headerRows: 1, dontBreakRows: true, widths: columnWidths(table, geometry.contentWidth), body: [maker.headRow(), ...body] }, layout: tableLayout, ...(index > 0 ? { pageBreak: 'before' as const } : {}) };
  });
  await renderPdf({
    ...base(table, geometry, fonts),
    content: [...headOf(table, maker), ...tables],
    pageBreakBefore: (node) => {
      if (node.id !== undefined && !pageOf.has(node.id)) pageOf.set(node.id, node.startPosition.pageNumber);
      return false;
    },
  }, fonts);
  return pageOf;
}

function tableOf(maker: TableMaker, table: OfficialTable, geometry: PageGeometry, rows: ReturnType<TableMaker['pageRows']>, onNewPage: boolean): Content {
  return { table: { widths: columnWidths(table, geometry.contentWidth), body: [maker.headRow(), ...rows] }, layout: tableLayout, ...(onNewPage ? { pageBreak: 'before' as const } : {}) };
}

/** 附件 label at the first line, title centred below it, then subtitles and the caption line. */
function headOf(table: OfficialTable, maker: TableMaker): Content[] {
  const titleLine = table.page.titlePitchPt / SIZE.second;
  const label: Content[] = table.label === null ? [] : [{ ...maker.text(table.label, 'heading', SIZE.third, '附件号'), lineHeight: table.page.bodyPitchPt / SIZE.third }];
  const title: Content = { ...maker.text(table.title, 'title', SIZE.second, '标题'), alignment: 'center', lineHeight: titleLine, margin: [0, 2, 0, 4] };
  const subtitles = table.subtitles.map((subtitle): Content => ({ ...maker.text(subtitle, 'body', SIZE.third, '副标题'), alignment: 'center', lineHeight: table.page.titlePitchPt / SIZE.third }));
  const { left, right } = table.caption;
  const caption: Content[] = left === '' && right === '' ? [] : [{
    columns: [{ ...maker.text(left, 'body', SIZE.fourthSmall, '表头说明') }, { ...maker.text(right, 'body', SIZE.fourthSmall, '表头说明'), alignment: 'right' }],
    margin: [0, 2, 0, 2],
  }];
  return [...label, title, ...subtitles, ...caption];
}

const notesOf = (table: OfficialTable, maker: TableMaker): Content[] =>
  table.notes.map((note, index): Content => ({ ...maker.text(note, 'body', SIZE.fifthSmall, '备注'), margin: [0, index === 0 ? 5 : 1, 0, 0] }));

function base(table: OfficialTable, geometry: PageGeometry, fonts: FontSet): Omit<TDocumentDefinitions, 'content'> {
  const face = fonts.chains.body[0]?.name ?? '';
  return {
    pageSize: 'A4',
    pageOrientation: table.page.orientation,
    pageMargins: [...geometry.margins] as [number, number, number, number],
    // PDF/A-1b is GB/T 23286.1-2009; it forbids transparency, so the sample mark is an opaque light grey.
    version: '1.4',
    subset: 'PDF/A-1b',
    language: 'zh-CN',
    info: { title: table.meta.subject, author: table.meta.author, subject: table.meta.subject, creator: '治气考核', producer: '治气考核', creationDate: new Date(table.meta.createdAt), modDate: new Date(table.meta.createdAt) },
    defaultStyle: { font: face, fontSize: SIZE.fifth },
    background: pageBackground(geometry, fonts, table.sample),
    ...(geometry.landscape ? {} : { footer: pageNumberFooter(geometry, fonts) }),
  };
}

const unique = (missing: readonly MissingGlyph[]): MissingGlyph[] => [...new Map(missing.map((item) => [`${item.character}|${item.place}`, item])).values()];
