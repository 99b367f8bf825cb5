import { readTable } from '../../main/documents/table-reader/read-table.ts';
import { writePlanWorkbook } from '../../main/documents/workbook/plan-book/plan-workbook.ts';
import type { Plan } from '../../shared/domain/plan/schema.ts';
import { idsOfOtherLists, planIds } from '../../shared/domain/plan/book/ids.ts';
import { bookOf } from '../../shared/domain/plan/book/make/book-of-plan.ts';
import { type ReadBook, readPlanBook } from '../../shared/domain/plan/book/read/read-book.ts';
import type { BookRequest } from '../../shared/domain/plan/book/read/request.ts';
import type { Book } from '../../shared/domain/plan/book/types.ts';
import { documentOf } from '../../shared/domain/plan/years/plan-for-year.ts';
import type { RawSheet, RawValue, RawWorkbook } from '../../shared/domain/tables/raw-workbook.ts';
import { cellAddress } from '../../shared/domain/returns/locate-sheet.ts';

/** A book written as a real workbook and read again. */
export async function writtenAndRead(book: Book, empty = false): Promise<RawWorkbook> {
  const bytes = await writePlanWorkbook(book, { createdAt: '2025-02-10T09:00:00+08:00', empty });
  const result = await readTable('方案.xlsx', bytes);
  if (!result.ok) throw new Error(result.code);
  return result.workbook;
}

/** Reads a workbook against a plan that stands, or as that of a new work. */
export function readAgainst(workbook: RawWorkbook, base: Plan | null, request: Partial<BookRequest> = {}): ReadBook {
  const documents = base === null ? [] : [documentOf(base)];
  return readPlanBook(workbook, {
    file: '方案.xlsx',
    base,
    listYear: null,
    asOf: null,
    used: new Set(base === null ? [] : planIds(base)),
    foreign: idsOfOtherLists(documents, base?.annex3?.year ?? 0),
    planId: 'plan-new',
    ...request,
  });
}

/** A workbook whose cells can be changed by the words of its tables, as a clerk finds them. */
export class EditedBook {
  readonly workbook: RawWorkbook;
  private sheets: RawSheet[];

  constructor(workbook: RawWorkbook) {
    this.workbook = workbook;
    this.sheets = [...workbook.sheets];
  }

  static async of(plan: Plan, listYear = plan.annex3?.year ?? 2024): Promise<EditedBook> {
    return new EditedBook(await writtenAndRead(bookOf(plan, listYear)));
  }

  get raw(): RawWorkbook {
    return { ...this.workbook, sheets: this.sheets };
  }

  /** Address of the cell in the row that holds `row` in some cell, below the title `column`. */
  at(sheet: string, row: string, column: string): string {
    return cellAddress(this.column(sheet, column), this.row(sheet, row));
  }

  /** Writes into the cell below `column` in the row that holds `row`; an empty text clears it. Returns its address. */
  set(sheet: string, row: string, column: string, value: string | RawValue): string {
    return this.put(sheet, this.row(sheet, row), this.column(sheet, column), value);
  }

  put(sheet: string, row: number, column: number, value: string | RawValue): string {
    const address = cellAddress(column, row);
    const raw: RawValue = typeof value === 'string' ? { type: 'text', text: value } : value;
    this.change(sheet, (found) => {
      const others = found.cells.filter((cell) => cell.address !== address);
      if (typeof value === 'string' && value === '') return { ...found, cells: others };
      const cells = [...others, { address, row, column, value: raw, formula: false }];
      return { ...found, cells: cells.toSorted((one, other) => one.row - other.row || one.column - other.column) };
    });
    return address;
  }

  /** Clears a whole row. */
  clear(sheet: string, row: string): void {
    const number = this.row(sheet, row);
    this.change(sheet, (found) => ({ ...found, cells: found.cells.filter((cell) => cell.row !== number) }));
  }

  /** Fills the first free row below a table; returns its number. */
  add(sheet: string, cells: Readonly<Record<string, string | RawValue>>): number {
    const number = Math.max(...this.find(sheet).cells.map((cell) => cell.row)) + 1;
    for (const [column, value] of Object.entries(cells)) this.put(sheet, number, this.column(sheet, column), value);
    return number;
  }

  /** A blank row before row `at`; returns its number. */
  insertRow(sheet: string, at: number): number {
    this.change(sheet, (found) => ({
      ...found,
      cells: found.cells.map((cell) =>
        cell.row < at ? cell : { ...cell, row: cell.row + 1, address: cellAddress(cell.column, cell.row + 1) },
      ),
    }));
    return at;
  }

  change(sheet: string, change: (found: RawSheet) => RawSheet): void {
    this.sheets = this.sheets.map((found) => (found.name === sheet ? change(found) : found));
  }

  without(...names: readonly string[]): this {
    this.sheets = this.sheets.filter((sheet) => !names.includes(sheet.name));
    return this;
  }

  only(...names: readonly string[]): this {
    this.sheets = this.sheets.filter((sheet) => names.includes(sheet.name));
    return this;
  }

  rename(from: string, to: string): this {
    this.change(from, (found) => ({ ...found, name: to }));
    return this;
  }

  column(sheet: string, title: string): number {
    const found = this.find(sheet).cells.find((cell) => cell.value.type === 'text' && cell.value.text === title);
    if (found === undefined) throw new Error(`no column ${title} on ${sheet}`);
    return found.column;
  }

  row(sheet: string, text: string): number {
    const found = this.find(sheet).cells.find((cell) => cell.value.type === 'text' && cell.value.text === text);
    if (found === undefined) throw new Error(`no row ${text} on ${sheet}`);
    return found.row;
  }

  find(sheet: string): RawSheet {
    const found = this.sheets.find((one) => one.name === sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    return found;
  }
}
