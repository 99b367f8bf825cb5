import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { markOf } from '../table-mark.ts';
import { renderPdf } from './engine.ts';
import type { FontSet, FontSubstitution } from './fonts.ts';
import { pageBackground, pageNumberFooter } from './furniture.ts';
import { type PageGeometry, pageGeometry, SIZE } from './geometry.ts';
import { type MeasuredTable, measureTable } from './measure.ts';
import { planPages } from './page-plan.ts';
import type { MissingGlyph } from './runs.ts';
import { aboveTable, belowTable } from './surroundings.ts';
import { createTableMaker, tableLayout, type TableMaker } from './table-body.ts';
import { withoutTallRows } from './tall-rows.ts';

export interface PrintedTable {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly substitutions: readonly FontSubstitution[];
  readonly missingGlyphs: readonly MissingGlyph[];
}

/**
 * Prints an official table as PDF/A-1b. pdfmake loses or misplaces rows when it breaks a table with merged or vertically centred cells over
 * pages, so it never does: rows are measured first, shared out over pages, and each page is printed as one plain table. The layout runs for
 * seconds without a pause, so it belongs into a thread of its own (printer.ts).
 */
export async function printTablePdf(table: OfficialTable, fonts: FontSet): Promise<PrintedTable> {
  const geometry = pageGeometry(table.page);
  const planned = await planTable(table, geometry, fonts);
  const maker = createTableMaker(planned.table, geometry, fonts);
  const placed = new Map<string, readonly number[]>();
  let last = 1;
  const tables = planned.pages.flatMap((rows, index): Content[] => {
    if (rows.length === 0 && planned.pages.length > 1) return [];
    const body = [maker.headRow(), ...maker.pageRows(rows, planned.pages[index - 1]?.at(-1))];
    const page: ContentTable & { id: string } = { table: { widths: maker.widths, body }, layout: tableLayout, id: tableId(index) };
    return [index === 0 ? page : { stack: [page], pageBreak: 'before' }];
  });
  const bytes = await renderPdf(
    {
      ...base(table, geometry, fonts),
      content: [...aboveTable(table, geometry, maker), ...tables, ...belowTable(table, maker)],
      pageBreakBefore: (node) => {
        last = Math.max(last, ...node.pageNumbers);
        if (node.id !== undefined && !placed.has(node.id)) placed.set(node.id, node.pageNumbers);
        return false;
      },
    },
    fonts,
  );
  assertPlaces(planned.pages, placed);
  return { bytes, pages: last, substitutions: fonts.substitutions, missingGlyphs: unique(maker) };
}

interface PlannedTable {
  readonly table: OfficialTable;
  readonly pages: readonly (readonly TableRow[])[];
}

/** Passes after which a row that is still higher than a page is taken for a fault of a column too narrow for its text. */
const MOST_PASSES = 8;

async function planTable(original: OfficialTable, geometry: PageGeometry, fonts: FontSet): Promise<PlannedTable> {
  let table = original;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const measured = await measureTable(table, geometry, fonts);
    assertRoom(table, measured);
    const divided = withoutTallRows(table, measured);
    if (divided === table) return { table, pages: slices(table.rows, planPages(measured.rows, measured)) };
    table = divided;
  }
  throw new Error(`a row of “${original.title}” is higher than a page`);
}

/** Only data rows are divided: a head or a section row that fills a page by itself is no table. */
function assertRoom(table: OfficialTable, { rows, otherRoom }: MeasuredTable): void {
  if (otherRoom <= 0) throw new Error(`the column titles of “${table.title}” are higher than a page`);
  const section = rows.find((row) => row.section && row.height > otherRoom);
  if (section !== undefined) throw new Error(`section row ${section.id} of “${table.title}” is higher than a page`);
}

function slices(rows: readonly TableRow[], counts: readonly number[]): (readonly TableRow[])[] {
  let start = 0;
  return counts.map((count) => {
    start += count;
    return rows.slice(start - count, start);
  });
}

const tableId = (page: number): string => `#page${page + 1}`;

/** Measured and printed layout must agree: a table that runs over its page loses texts, and a row on another page than planned breaks a merged cell. */
function assertPlaces(pages: readonly (readonly TableRow[])[], placed: ReadonlyMap<string, readonly number[]>): void {
  pages.forEach((rows, index) =>
    [tableId(index), ...rows.map((row) => row.id)].forEach((id) => {
      const found = placed.get(id);
      if (rows.length > 0 && (found?.length !== 1 || found[0] !== index + 1))
        throw new Error(`${id} planned on page ${index + 1} stands on page ${found?.join(', ')}`);
    }),
  );
}

function base(table: OfficialTable, geometry: PageGeometry, fonts: FontSet): Omit<TDocumentDefinitions, 'content'> {
  const created = new Date(table.meta.createdAt);
  return {
    pageSize: 'A4',
    pageOrientation: table.page.orientation,
    pageMargins: [...geometry.margins],
    // PDF/A-1b is GB/T 23286.1-2009. It forbids transparency, so the sample mark is an opaque light grey.
    version: '1.4',
    subset: 'PDF/A-1b',
    language: 'zh-CN',
    info: {
      title: table.title.replaceAll('\n', ''),
      author: table.meta.author,
      subject: table.meta.subject,
      creator: '治气考核',
      producer: '治气考核',
      creationDate: created,
      modDate: created,
    },
    defaultStyle: { font: fonts.chains.body[0]?.name ?? '', fontSize: SIZE.fifth },
    background: pageBackground(geometry, fonts, markOf(table)),
    ...(geometry.landscape ? {} : { footer: pageNumberFooter(geometry, fonts) }),
  };
}

const unique = ({ missing }: TableMaker): MissingGlyph[] => [
  ...new Map(missing.map((item) => [`${item.character}|${item.place}`, item])).values(),
];
