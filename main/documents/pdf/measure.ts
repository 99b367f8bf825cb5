import type { Content, ContentTable } from 'pdfmake/interfaces.js';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { renderPdf } from './engine.ts';
import type { FontSet } from './fonts.ts';
import type { PageGeometry } from './geometry.ts';
import type { MeasuredRow, PageMeasures } from './page-plan.ts';
import { aboveTable, belowTable } from './surroundings.ts';
import { atTop, CELL_PADDING_TOP, createTableMaker, LINE_WIDTH, mergeLabel, tableLayout, type TextCell } from './table-body.ts';

export interface MeasuredTable extends PageMeasures {
  readonly rows: readonly MeasuredRow[];
}

/** Higher than any table: all rows stand on one page, and the distance of two rows is a row's height. */
const ENDLESS_PAGE = 10_000_000;

/** pdfmake adds heights up in binary floats; a page is not filled to the last hundredth of a point. */
const TOLERANCE = 0.5;

const HEAD = '#head';
const END_OF_ROWS = '#end';
const END_TWIN = '#twin';
const END_OF_ALL = '#all';
const labelId = (column: number, label: string, continued: boolean): string => `#label|${column}|${continued ? 1 : 0}|${label}`;

/** Lays the table out once, without pages and without merged cells, and takes every height from where pdfmake put the rows. */
export async function measureTable(table: OfficialTable, geometry: PageGeometry, fonts: FontSet): Promise<MeasuredTable> {
  const top = await layOut(table, geometry, fonts);
  const at = (id: string): number => {
    const value = top.get(id);
    if (value === undefined) throw new Error(`“${id}” was not laid out`);
    return value;
  };
  const ids = table.rows.map((row) => row.id);
  const next = (index: number): string => ids[index + 1] ?? labelIds(table)[0] ?? END_OF_ROWS;
  const rows = table.rows.map((row, index): MeasuredRow => ({
    id: row.id,
    section: row.kind === 'section',
    height: at(next(index)) - at(row.id),
    labels: table.columns.map((_column, column) => mergeLabel(table, row, column)),
  }));
  const labels = labelIds(table);
  const heights = new Map(labels.map((id, index) => [id, at(labels[index + 1] ?? END_OF_ROWS) - at(id)]));
  const tableTop = at(HEAD) - CELL_PADDING_TOP - LINE_WIDTH;
  const headHeight = at(next(-1)) - at(HEAD) + LINE_WIDTH;
  const inner = geometry.height - geometry.margins[1] - geometry.margins[3] - headHeight - TOLERANCE;
  return {
    rows,
    firstRoom: inner - (tableTop - geometry.margins[1]),
    otherRoom: inner,
    // The closing rows are blank and equally high, so the table ends one row's height below the second of them.
    notesHeight: table.notes.length === 0 ? 0 : at(END_OF_ALL) - (2 * at(END_TWIN) - at(END_OF_ROWS) - CELL_PADDING_TOP),
    labelHeight: (column, label, continued) => heights.get(labelId(column, label, continued)) ?? 0,
  };
}

async function layOut(table: OfficialTable, geometry: PageGeometry, fonts: FontSet): Promise<ReadonlyMap<string, number>> {
  const maker = createTableMaker(table, geometry, fonts);
  const top = new Map<string, number>();
  const head = maker.headRow().map((cell, index): TextCell => atTop(index === 0 ? { ...cell, id: HEAD } : cell));
  const blank = (id: string): ContentTable['table']['body'][number] =>
    table.columns.map((_column, index) => (index === 0 ? { text: ' ', id } : ' '));
  const labelRows = distinctLabels(table).flatMap(({ column, label }) =>
    [false, true].map((continued) => maker.labelRow(labelId(column, label, continued), column, label, continued)),
  );
  const body = [head, ...table.rows.map((row) => maker.plainRow(row)), ...labelRows, blank(END_OF_ROWS), blank(END_TWIN)];
  const content: Content[] = [
    ...aboveTable(table, geometry, maker),
    { table: { widths: maker.widths, body }, layout: tableLayout },
    ...belowTable(table, maker),
    { text: ' ', id: END_OF_ALL },
  ];
  const face = fonts.chains.body[0]?.name ?? '';
  await renderPdf(
    {
      pageSize: { width: geometry.width, height: ENDLESS_PAGE },
      pageMargins: [...geometry.margins],
      defaultStyle: { font: face },
      content,
      pageBreakBefore: (node) => {
        if (node.id !== undefined) top.set(node.id, node.startPosition.top);
        return false;
      },
    },
    fonts,
  );
  return top;
}

function distinctLabels(table: OfficialTable): { readonly column: number; readonly label: string }[] {
  const seen = new Map<string, { readonly column: number; readonly label: string }>();
  for (const row of table.rows) {
    table.columns.forEach((_column, column) => {
      const label = mergeLabel(table, row, column);
      if (label !== null) seen.set(`${column}|${label}`, { column, label });
    });
  }
  return [...seen.values()];
}

const labelIds = (table: OfficialTable): string[] =>
  distinctLabels(table).flatMap(({ column, label }) => [false, true].map((continued) => labelId(column, label, continued)));
