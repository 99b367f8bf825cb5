/** A row as measured: heights in points, and the text of its cell in each merging column (null: a section row, which ends every merged cell). */
export interface MeasuredRow {
  readonly id: string;
  readonly section: boolean;
  readonly height: number;
  readonly labels: readonly (string | null)[];
}

export interface PageMeasures {
  /** Room for rows (below the table's head) on the first page, and on the others. */
  readonly firstRoom: number;
  readonly otherRoom: number;
  /** What stands under the table and is kept with its last rows. */
  readonly notesHeight: number;
  /** Height a merged cell's text needs; `continued`: with （续） after a page end. */
  labelHeight(column: number, label: string, continued: boolean): number;
}

/** Rows that go to a new page together with notes that find no room under the table. */
const ROWS_WITH_NOTES = 2;

/**
 * Shares rows out over pages: each page is filled as far as it goes, a section row never ends a page, and the notes never stand on a page
 * without rows (notes longer than a page excepted). Gives the number of rows on each page; the first has none where what stands above the
 * table leaves no room for the first row.
 */
export function planPages(rows: readonly MeasuredRow[], measures: PageMeasures): number[] {
  const pages: MeasuredRow[][] = [[]];
  for (const row of rows) {
    const page = pages.at(-1) ?? [];
    page.push(row);
    if (fits(pages, measures) || (page.length === 1 && pages.length > 1)) continue;
    page.pop();
    pages.push([...sectionsFor(row, page, pages.length > 1 ? 1 : 0, measures), row]);
  }
  keepNotes(pages, measures);
  return pages.map((page) => page.length);
}

const room = (pages: readonly unknown[], measures: PageMeasures): number => (pages.length === 1 ? measures.firstRoom : measures.otherRoom);

const fits = (pages: readonly (readonly MeasuredRow[])[], measures: PageMeasures, extra = 0): boolean =>
  pageHeight(pages.at(-1) ?? [], pages.at(-2)?.at(-1), measures) + extra <= room(pages, measures);

/** Takes the section rows off a page's end that begin the next page above `row`: all of them that find room there, leaving `least` rows. */
function sectionsFor(row: MeasuredRow, page: MeasuredRow[], least: number, measures: PageMeasures): MeasuredRow[] {
  const taken: MeasuredRow[] = [];
  while (page.length > least) {
    const last = page.at(-1);
    if (last?.section !== true || pageHeight([last, ...taken, row], undefined, measures) > measures.otherRoom) break;
    taken.unshift(...page.splice(-1));
  }
  return taken;
}

function keepNotes(pages: MeasuredRow[][], measures: PageMeasures): void {
  const page = pages.at(-1);
  if (
    page === undefined ||
    measures.notesHeight === 0 ||
    measures.notesHeight > measures.otherRoom ||
    page.length < 2 ||
    fits(pages, measures, measures.notesHeight)
  )
    return;
  for (let count = Math.min(ROWS_WITH_NOTES, page.length - 1); count > 0; count -= 1) {
    const moved = page.splice(-count);
    const [first] = moved;
    const attempt = [...pages, [...(first === undefined ? [] : sectionsFor(first, page, pages.length > 1 ? 1 : 0, measures)), ...moved]];
    // Section rows alone on a page would have lost what they head.
    const leavesRows = page.length === 0 || page.some((row) => !row.section);
    if (leavesRows && fits(attempt, measures, measures.notesHeight)) {
      pages.push(attempt.at(-1) ?? []);
      return;
    }
    page.push(...(attempt.at(-1) ?? []));
  }
}

/** Rows, plus what merged cells need beyond their rows. */
export function pageHeight(rows: readonly MeasuredRow[], before: MeasuredRow | undefined, measures: PageMeasures): number {
  const own = rows.reduce((sum, row) => sum + row.height, 0);
  const columns = rows[0]?.labels.length ?? 0;
  let extra = 0;
  for (let column = 0; column < columns; column += 1) {
    for (const group of groupsOf(rows, column)) {
      const continued = group.start === 0 && before?.labels[column] === group.label;
      extra += Math.max(0, measures.labelHeight(column, group.label, continued) - group.height);
    }
  }
  return own + extra;
}

function groupsOf(rows: readonly MeasuredRow[], column: number): { label: string; start: number; height: number }[] {
  const groups: { label: string; start: number; height: number }[] = [];
  rows.forEach((row, index) => {
    const label = row.labels[column];
    if (label === null || label === undefined) return;
    const last = groups.at(-1);
    if (last !== undefined && index > 0 && rows[index - 1]?.labels[column] === label) last.height += row.height;
    else groups.push({ label, start: index, height: row.height });
  });
  return groups;
}
