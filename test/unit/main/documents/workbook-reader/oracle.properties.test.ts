import { read as readBySheetJs, type BookType, type CellObject, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import type { RawSheet } from '../../../../../shared/domain/tables/raw-workbook.ts';

/** Texts that offices type, with what files have to escape: marks of XML, blanks at the ends, line breaks, letters beyond the first plane. */
const text = fc.oneof(
  fc.constantFrom('完成', '1,350', '＜3', 'a&b<c>"d"', ' 前后空格 ', '两行\n文字', '𠮷野', '0.85', "'引号", '=1+1'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((one) => /^[^\p{C}\p{Zl}\p{Zp}\u{fffd}-\u{ffff}]*$/u.test(one) && one.trim() !== ''),
);

const cell: fc.Arbitrary<CellObject> = fc.oneof(
  text.map((v): CellObject => ({ t: 's', v })),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((v): CellObject => ({ t: 'n', v })),
  // As many digits as Excel shows; more are noise of the file.
  fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((v): CellObject => ({ t: 'n', v: Math.abs(v) < 1e-9 ? 0 : Number(v.toPrecision(12)) })),
  fc.integer({ min: 0, max: 10_000 }).map((v): CellObject => ({ t: 'n', v: v / 10_000, z: '0.00%' })),
  fc.integer({ min: 36_526, max: 73_050 }).map((v): CellObject => ({ t: 'n', v, z: 'm/d/yy' })),
  fc.boolean().map((v): CellObject => ({ t: 'b', v })),
);

const sheet = fc.record({
  cells: fc.uniqueArray(fc.record({ row: fc.nat(60), column: fc.nat(30), cell }), {
    selector: ({ row, column }) => `${row} ${column}`,
    minLength: 1,
    maxLength: 25,
  }),
  merge: fc.option(fc.record({ row: fc.nat(60), column: fc.nat(30), rows: fc.integer({ min: 1, max: 3 }) })),
});

interface Made {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: CellObject }[];
  readonly merge: { readonly row: number; readonly column: number; readonly rows: number } | null;
}

function bytesOf(sheets: readonly Made[], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const [index, { cells, merge }] of sheets.entries()) {
    const made: Record<string, unknown> = {};
    const places = cells.map(({ row, column }) => ({ r: row, c: column }));
    for (const { row, column, cell: value } of cells) made[utils.encode_cell({ r: row, c: column })] = value;
    const end = { r: Math.max(...places.map(({ r }) => r)), c: Math.max(...places.map(({ c }) => c)) };
    made['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: end });
    if (merge !== null) made['!merges'] = [{ s: { r: merge.row, c: merge.column }, e: { r: merge.row + merge.rows, c: merge.column } }];
    utils.book_append_sheet(book, made, `表${index + 1}`);
  }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** Each cell as one line: numbers by their value, as a file may write 0.1 in more than one way. */
const ours = ({ cells }: RawSheet): string[] =>
  cells.map(({ address, value }) => {
    if (value.type === 'number') return `${address} n ${Number(value.digits)} ${value.format}`;
    return `${address} ${value.type} ${value.type === 'text' ? JSON.stringify(value.text.replaceAll('\r\n', '\n')) : value.type === 'boolean' ? value.value : ''}`;
  });

function theirs(bytes: Uint8Array, name: string): string[] {
  const book = readBySheetJs(bytes, { type: 'array', cellNF: true });
  const found = book.Sheets[name] ?? {};
  const lines = Object.entries(found).flatMap(([address, one]): [number, number, string][] => {
    if (address.startsWith('!')) return [];
    const { t, v, z } = one as CellObject;
    const { r, c } = utils.decode_cell(address);
    const format = z === '0.00%' ? 'percent' : typeof z === 'string' && /y/i.test(z) ? 'date' : 'general';
    if (t === 'n') return [[r, c, `${address} n ${Number(v)} ${format}`]];
    if (t === 'b') return [[r, c, `${address} boolean ${String(v)}`]];
    return t === 's' ? [[r, c, `${address} text ${JSON.stringify(String(v).replaceAll('\r\n', '\n'))}`]] : [];
  });
  return lines.toSorted(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn).map(([, , line]) => line);
}

describe('a generated workbook', () => {
  it('is read cell by cell as another library reads it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const bytes = bytesOf(sheets, 'xlsx');
        const read = await readTable('表.xlsx', bytes);
        if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.params)}`);
        expect(read.workbook.sheets.map(({ name }) => name)).toEqual(sheets.map((_, index) => `表${index + 1}`));
        for (const one of read.workbook.sheets) expect(ours(one)).toEqual(theirs(bytes, one.name));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps what cells and sheets are besides: formulas, merges, hidden sheets, the calendar of 1904', async () => {
    const states = ['visible', 'hidden', 'veryHidden'] as const;
    const formulas = fc.uniqueArray(fc.record({ row: fc.nat(20), column: fc.nat(10), value: fc.integer(), formula: fc.boolean() }), {
      selector: ({ row, column }) => `${row} ${column}`,
      minLength: 1,
      maxLength: 15,
    });
    const made = fc.record({
      cells: formulas,
      state: fc.nat(2),
      merge: fc.record({ row: fc.nat(20), rows: fc.integer({ min: 1, max: 3 }) }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 3 }), fc.boolean(), async (more, date1904) => {
        // The first one is seen: a workbook has at least one sheet that is.
        const sheets = more.map((one, index) => (index === 0 ? { ...one, state: 0 } : one));
        const book = utils.book_new();
        for (const [index, { cells, merge }] of sheets.entries()) {
          const content: Record<string, unknown> = { '!ref': 'A1:K30' };
          for (const { row, column, value, formula } of cells)
            content[utils.encode_cell({ r: row, c: column })] = { t: 'n', v: value, ...(formula ? { f: 'SUM(Z1:Z9)' } : {}) };
          content['!merges'] = [{ s: { r: merge.row, c: 0 }, e: { r: merge.row + merge.rows, c: 0 } }];
          utils.book_append_sheet(book, content, `表${index + 1}`);
        }
        book.Workbook = { WBProps: { date1904 }, Sheets: sheets.map(({ state }) => ({ Hidden: state as 0 | 1 | 2 })) };
        const read = await readTable('表.xlsx', new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
        if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.params)}`);
        expect(read.workbook.date1904).toBe(date1904);
        for (const [index, one] of read.workbook.sheets.entries()) {
          const { cells = [], state = 0, merge = { row: 0, rows: 0 } } = sheets[index] ?? {};
          expect(one.visibility).toBe(states[state]);
          expect(one.merges).toEqual([`A${merge.row + 1}:A${merge.row + merge.rows + 1}`]);
          const withFormula = cells.filter(({ formula }) => formula).map(({ row, column }) => utils.encode_cell({ r: row, c: column }));
          expect(
            one.cells
              .filter(({ formula }) => formula)
              .map(({ address }) => address)
              .toSorted(),
          ).toEqual(withFormula.toSorted());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same in every format that Excel and LibreOffice save', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sheet, { minLength: 1, maxLength: 2 }),
        fc.constantFrom<BookType>('biff8', 'ods', 'xlml'),
        async (sheets, type) => {
          // What a merge hides some formats leave out.
          const plain = sheets.map(({ cells }) => ({ cells, merge: null }));
          const [own, other] = [await readTable('表.xlsx', bytesOf(plain, 'xlsx')), await readTable('表', bytesOf(plain, type))];
          if (!own.ok || !other.ok) throw new Error(JSON.stringify([own.ok, other]));
          expect(other.workbook.sheets.map(ours)).toEqual(own.workbook.sheets.map(ours));
        },
      ),
      { numRuns: 40 },
    );
  });
});
