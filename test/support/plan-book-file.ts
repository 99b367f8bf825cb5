import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

type Value = string | number | Date;

/** A workbook file that is edited as in a spreadsheet program: by the words of its tables. */
export class BookFile {
  private readonly workbook: ExcelJS.Workbook;
  private readonly path: string;

  private constructor(workbook: ExcelJS.Workbook, path: string) {
    this.workbook = workbook;
    this.path = path;
  }

  static async open(path: string): Promise<BookFile> {
    const workbook = new ExcelJS.Workbook();
    const bytes = readFileSync(path);
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    return new BookFile(workbook, path);
  }

  /** Writes below the title `column` in the row that holds `row`. */
  set(sheet: string, row: string, column: string, value: Value): this {
    this.sheet(sheet).getCell(this.find(sheet, row).row, this.find(sheet, column).column).value = value;
    return this;
  }

  /** Writes beside a line above a table, or on 方案. */
  line(sheet: string, title: string, value: Value): this {
    const { row, column } = this.find(sheet, title);
    this.sheet(sheet).getCell(row, column + 1).value = value;
    return this;
  }

  /** Fills the first free row below a table. */
  add(sheet: string, cells: Readonly<Record<string, Value>>): this {
    const target = this.sheet(sheet);
    let number = this.find(sheet, Object.keys(cells)[0] ?? '').row + 1;
    const isFree = (row: number): boolean => {
      let free = true;
      target.getRow(row).eachCell((cell) => (free = free && textOf(cell) === ''));
      return free;
    };
    while (!isFree(number)) number += 1;
    for (const [title, value] of Object.entries(cells)) target.getCell(number, this.find(sheet, title).column).value = value;
    return this;
  }

  title(sheet: string, from: string, to: string): this {
    const { row, column } = this.find(sheet, from);
    this.sheet(sheet).getCell(row, column).value = to;
    return this;
  }

  at(sheet: string, row: string, column: string): string {
    return this.sheet(sheet).getCell(this.find(sheet, row).row, this.find(sheet, column).column).address;
  }

  async save(path = this.path): Promise<string> {
    writeFileSync(path, new Uint8Array(await this.workbook.xlsx.writeBuffer()));
    return path;
  }

  private sheet(name: string): ExcelJS.Worksheet {
    const sheet = this.workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private find(sheet: string, text: string): { row: number; column: number } {
    let found: { row: number; column: number } | null = null;
    this.sheet(sheet).eachRow((row, number) =>
      row.eachCell((cell, column) => (found ??= textOf(cell) === text ? { row: number, column } : null)),
    );
    if (found === null) throw new Error(`nothing says ${text} on ${sheet}`);
    return found;
  }
}

/** The library cannot give the text of a merged cell that is blank. */
const textOf = (cell: ExcelJS.Cell): string => (cell.value === null ? '' : cell.text);
