import { describe, expect, test } from 'vitest';
import type { ZipPart } from '../../../../support/zip.ts';
import { zip } from '../../../../support/zip.ts';
import type { Handmade } from './handmade.ts';
import { MAIN, OFFICE, onlySheet, parts, read, refusal, relationship, sheet, workbookBytes } from './handmade.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';

function withPart(name: string, change: Partial<ZipPart>, made: Handmade = { rows: ROW }): Buffer {
  const all = parts(made);
  const part = all.get(name) ?? { name, data: '' };
  all.set(name, { ...part, ...change });
  return zip([...all.values()]);
}

function withoutPart(name: string, made: Handmade = { rows: ROW }): Buffer {
  const all = parts(made);
  if (!all.delete(name)) throw new Error(`no part ${name}`);
  return zip([...all.values()]);
}

const withExtra = (...extra: ZipPart[]): Buffer => zip([...parts({ rows: ROW }).values(), ...extra]);

const doctype = (subset: string): string => `<?xml version="1.0"?><!DOCTYPE worksheet [${subset}]>`;

const twoSheets = (second: string): string =>
  `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="甲" sheetId="1" r:id="r1"/>${second}</sheets></workbook>`;

const rowWith = (address: string): string => `<row><c r="${address}"><v>1</v></c></row>`;

const longString = (length: number): Handmade => ({
  strings: `<si><t>${'字'.repeat(length)}</t></si>`,
  rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
});

const deep = (depth: number): Handmade => ({ afterData: '<a>'.repeat(depth) + '</a>'.repeat(depth) });

describe('other writers', () => {
  const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;

  test('prefixed element names are read (Tencent Docs, Open XML SDK)', async () => {
    const all = parts({
      workbook: `<x:workbook xmlns:x="${MAIN}" xmlns:rel="${OFFICE}"><x:sheets><x:sheet name="镇街" sheetId="1" rel:id="r1"/></x:sheets></x:workbook>`,
      sheet: prefixed,
      strings: '',
    });
    all.set('xl/sharedStrings.xml', {
      name: 'xl/sharedStrings.xml',
      data: `<x:sst xmlns:x="${MAIN}"><x:si><x:t>南津街街道</x:t></x:si></x:sst>`,
    });
    expect((await read(zip([...all.values()]))).sheets).toEqual([
      {
        name: '镇街',
        visibility: 'visible',
        merges: ['A1:B1'],
        cells: [{ address: 'A1', row: 1, column: 1, formula: false, value: { type: 'text', text: '南津街街道' } }],
      },
    ]);
  });

  test('Strict Open XML is read', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const translate = (data: string): string =>
      data.replaceAll(MAIN, `${strict}/spreadsheetml/main`).replaceAll(OFFICE, `${strict}/officeDocument/relationships`);
    const all = [...parts({ rows: '<row r="1"><c r="A1" t="d"><v>2024-07-01</v></c></row>' }).values()];
    const bytes = zip(all.map((part) => ({ ...part, data: translate(String(part.data)) })));
    expect(onlySheet(await read(bytes)).cells.map((cell) => cell.value)).toEqual([{ type: 'text', text: '2024-07-01' }]);
  });

  test('UTF-16 parts and byte order marks are read', async () => {
    const xml = sheet('<row r="1"><c r="A1" t="str"><v>大气</v></c></row>').replace('UTF-8', 'UTF-16');
    const little = Buffer.from(`\u{FEFF}${xml}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const data of [little, big, Buffer.from(`\u{FEFF}${xml.replace('UTF-16', 'UTF-8')}`)]) {
      expect(onlySheet(await read(withPart(SHEET, { data }))).cells.map((cell) => cell.value)).toEqual([{ type: 'text', text: '大气' }]);
    }
  });

  test('part names may differ in case, use backslashes or begin with a slash; the workbook may have any name', async () => {
    const bytes = zip([
      { name: '/_rels/.rels', data: `<Relationships>${relationship('a', 'officeDocument', '/xl/Book.xml')}</Relationships>` },
      { name: 'xl\\book.xml', data: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>` },
      {
        name: 'xl/_rels/Book.xml.rels',
        data: `<Relationships>${relationship('b', 'worksheet', '../xl/./Worksheets/Sheet1.xml')}</Relationships>`,
      },
      { name: SHEET, data: sheet(ROW), stored: true },
    ]);
    expect(onlySheet(await read(bytes)).cells).toHaveLength(1);
  });

  test('visibility, order and names of sheets and the 1904 dates are read', async () => {
    const relations = ['c', 'b', 'a'].map((id) => relationship(id, 'worksheet', `worksheets/${id}.xml`));
    const names =
      '<sheet id="b" name="填报说明" sheetId="3" r:id="a"/><sheet name="隐_x005F_藏" sheetId="1" state="hidden" r:id="b"/><sheet name="_meta" sheetId="2" state="veryHidden" r:id="c"/>';
    const all = parts({
      relations,
      workbook: `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets>${names}</sheets></workbook>`,
    });
    for (const id of ['a', 'b', 'c'])
      all.set(id, { name: `xl/worksheets/${id}.xml`, data: sheet(`<row r="1"><c r="A1" t="str"><v>${id}</v></c></row>`) });
    const workbook = await read(zip([...all.values()]));
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets.map(({ name, visibility, cells }) => [name, visibility, cells[0]?.value])).toEqual([
      ['填报说明', 'visible', { type: 'text', text: 'a' }],
      ['隐_藏', 'hidden', { type: 'text', text: 'b' }],
      ['_meta', 'veryHidden', { type: 'text', text: 'c' }],
    ]);
    expect((await read(workbookBytes({ rows: ROW }))).date1904).toBe(false);
  });

  test('chart sheets are left out and do not harm the others', async () => {
    const bytes = workbookBytes({
      rows: ROW,
      relations: [relationship('r1', 'worksheet', 'worksheets/sheet1.xml'), relationship('r9', 'chartsheet', 'chartsheets/sheet1.xml')],
      workbook: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="图" sheetId="2" r:id="r9"/><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    });
    expect((await read(bytes)).sheets.map(({ name }) => name)).toEqual(['表']);
  });

  test('external links nobody needs are not followed and not refused', async () => {
    const relations = [
      relationship('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('r7', 'externalLinkPath', 'file:///C:/other.xlsx', ' TargetMode="External"'),
    ];
    expect(onlySheet(await read(workbookBytes({ rows: ROW, relations }))).cells).toHaveLength(1);
  });

  test('pictures and other parts are not inflated', async () => {
    const bytes = withExtra(
      { name: 'xl/media/image1.png', data: Buffer.alloc(2_000_000), crc: 1 },
      { name: 'xl/media/', data: '', stored: true },
    );
    expect(onlySheet(await read(bytes, { totalBytes: 100_000 })).cells).toHaveLength(1);
  });
});

describe('damaged files', () => {
  test('a container cut off anywhere is damaged', async () => {
    const bytes = workbookBytes({ rows: ROW });
    for (const length of [4, 30, 200, bytes.length - 30, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, length))).toEqual({ code: 'FILE_DAMAGED', part: 'zip', reason: 'directory' });
    }
  });

  test('a truncated sheet is damaged, not a sheet with fewer rows', async () => {
    const xml = sheet(`${ROW}<row r="2"><c r="A2"><v>2</v></c></row>`);
    for (const length of [0, 10, xml.length - 40, xml.length - 5]) {
      expect(await refusal(withPart(SHEET, { data: xml.slice(0, length) }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'xml' });
    }
  });

  test('a wrong CRC is damaged', async () => {
    expect(await refusal(withPart(SHEET, { crc: 1 }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'checksum' });
  });

  test('a size that lies is damaged and inflates no more than it says', async () => {
    const data = sheet(`${ROW}${' '.repeat(5_000_000)}`);
    expect(await refusal(withPart(SHEET, { data, declaredSize: 100 }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'size' });
    expect(await refusal(withPart(SHEET, { declaredSize: 100_000 }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'size' });
    expect(await refusal(withPart(SHEET, { data: 'x', declaredSize: 0 }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'size' });
  });

  test('missing parts are named', async () => {
    for (const part of ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', SHEET]) {
      expect(await refusal(withoutPart(part))).toEqual({ code: 'FILE_DAMAGED', part, reason: 'missing' });
    }
    expect(await refusal(withoutPart('xl/sharedStrings.xml', { rows: ROW, strings: '' }))).toEqual({
      code: 'FILE_DAMAGED',
      part: 'xl/sharedStrings.xml',
      reason: 'missing',
    });
  });

  test('a sheet without its relationship is damaged', async () => {
    expect(await refusal(workbookBytes({ rows: ROW, relations: [] }))).toEqual({
      code: 'FILE_DAMAGED',
      part: 'xl/workbook.xml',
      reason: 'missing',
      sheet: '表一',
    });
  });

  test('a cell that points to no text is named, and the others are read', async () => {
    for (const index of ['1', '-1', 'x', '0.5']) {
      const bytes = workbookBytes({
        strings: '<si><t>a</t></si>',
        rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>${index}</v></c></row>`,
      });
      const workbook = await read(bytes);
      expect(workbook.notes).toEqual([{ code: 'FILE_CELL_UNREADABLE', sheet: '表一', cell: 'B1', params: {} }]);
      expect(workbook.sheets[0]?.cells.map((cell) => cell.value)).toEqual([
        { type: 'text', text: 'a' },
        { type: 'error', code: '#LOST!' },
      ]);
    }
  });

  test('impossible addresses are damaged', async () => {
    for (const address of ['', '1', 'A', 'A0', '$A$1', 'A1B', '表1', 'A-1']) {
      const bytes = workbookBytes({ rows: `<row r="1"><c r="${address}"><v>1</v></c></row>` });
      expect(await refusal(bytes)).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'content', sheet: '表一', cell: address });
    }
    expect(await refusal(workbookBytes({ rows: '<row r="0"/>' }))).toMatchObject({ code: 'FILE_DAMAGED', reason: 'content' });
    expect(await refusal(workbookBytes({ afterData: '<mergeCells><mergeCell ref="A1:B2:C3"/></mergeCells>' }))).toMatchObject({
      code: 'FILE_DAMAGED',
      cell: 'A1:B2:C3',
    });
  });

  test('wrong encodings and unknown entities are damaged', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>'),
      Buffer.from([0xba, 0xcf]),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(await refusal(withPart(SHEET, { data: gbk }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'encoding' });
    expect(await refusal(withPart(SHEET, { data: sheet('<row>&j;</row>') }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'xml' });
  });

  test('control characters are taken out of texts and named at their cells, as themselves and as references, in sheets and shared strings', async () => {
    const cell = (address: string, text: string): string => `<c r="${address}" t="str"><v>${text}</v></c>`;
    const rows = `<row r="1">${cell('A1', '甲\u0001乙')}${cell('B1', '&#x1F;丙')}${cell('C1', '丁')}<c r="D1" t="s"><v>0</v></c></row>`;
    const workbook = await read(workbookBytes({ rows, strings: '<si><t>戊\u0008</t></si>' }));
    expect(workbook.sheets[0]?.cells.map(({ value }) => (value.type === 'text' ? value.text : ''))).toEqual(['甲乙', '丙', '丁', '戊']);
    expect(workbook.notes?.map((note) => [note.code, note.cell])).toEqual([
      ['FILE_CONTROL_CHARACTERS', 'A1'],
      ['FILE_CONTROL_CHARACTERS', 'B1'],
      ['FILE_CONTROL_CHARACTERS', 'D1'],
    ]);
  });

  test('bytes behind the container are left out and said, with a comment of the container or without', async () => {
    const bytes = workbookBytes({ rows: ROW });
    const commented = Buffer.concat([bytes, Buffer.from('注')]);
    commented.writeUInt16LE(3, bytes.length - 2);
    for (const whole of [bytes, commented]) {
      expect((await read(whole)).notes).toBeUndefined();
      for (const tail of ['\n'.repeat(100), '--boundary--\r\n', '\0'.repeat(70_000)]) {
        const workbook = await read(Buffer.concat([whole, Buffer.from(tail)]));
        expect(workbook.notes).toEqual([{ code: 'FILE_TRAILING_BYTES', sheet: null, cell: null, params: { value: tail.length } }]);
        expect(workbook.sheets[0]?.cells).toHaveLength(1);
      }
    }
  });

  test('a part that is something else is damaged', async () => {
    expect(await refusal(withPart(SHEET, { data: '<html/>' }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'content' });
    expect(await refusal(workbookBytes({ workbook: '<workbook><sheets/></workbook>' }))).toEqual({
      code: 'FILE_DAMAGED',
      part: 'xl/workbook.xml',
      reason: 'content',
    });
  });

  test('an unknown compression is damaged', async () => {
    expect(await refusal(withPart(SHEET, { method: 12 }))).toEqual({ code: 'FILE_DAMAGED', part: SHEET, reason: 'compression' });
  });
});

describe('crafted files', () => {
  const bomb = `<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghi', (name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index] ?? ''};`.repeat(10)}">`).join('')}`;

  test.each([
    ['an empty document type', doctype('')],
    ['an external entity', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')],
    ['an entity bomb', doctype(bomb)],
  ])('%s is refused', async (_, prologue) => {
    const data = prologue + sheet('<row r="1"><c r="A1" t="str"><v>&i;</v></c></row>').replace(/^<\?xml.*?\?>/, '');
    expect(await refusal(withPart(SHEET, { data }))).toEqual({ code: 'FILE_UNSAFE', reason: 'dtd', part: SHEET });
  });

  test('two entries of one name are refused', async () => {
    expect(await refusal(withExtra({ name: SHEET, data: sheet('') }))).toEqual({ code: 'FILE_UNSAFE', reason: 'duplicate', part: SHEET });
    expect(await refusal(withExtra({ name: 'XL\\Worksheets/SHEET1.xml', data: sheet('') }))).toMatchObject({
      code: 'FILE_UNSAFE',
      reason: 'duplicate',
    });
  });

  test('entries that share bytes are refused', async () => {
    expect(await refusal(withExtra({ name: 'a.xml', data: 'aaaa' }, { name: 'b.xml', data: 'aaaa', overlaps: true }))).toEqual({
      code: 'FILE_UNSAFE',
      reason: 'overlap',
      part: 'b.xml',
    });
  });

  test('encrypted entries are refused', async () => {
    expect(await refusal(withPart(SHEET, { encrypted: true }))).toEqual({ code: 'FILE_UNSAFE', reason: 'encrypted', part: SHEET });
  });

  test.each(['../evil.xml', 'xl/../../evil.xml', 'C:\\evil.xml', '..\\evil.xml', 'a//b.xml', 'a\0.xml', 'xl/./b.xml'])(
    'the entry name %j is refused',
    async (name) => {
      expect(await refusal(withExtra({ name, data: '' }))).toMatchObject({ code: 'FILE_UNSAFE', reason: 'path' });
    },
  );

  test.each([
    ['http://127.0.0.1/sheet1.xml', '', 'external'],
    ['worksheets/sheet1.xml', ' TargetMode="External"', 'external'],
    ['//server/share/sheet1.xml', '', 'external'],
    ['file:///etc/passwd', '', 'external'],
    ['../../worksheets/sheet1.xml', '', 'path'],
  ])('a sheet at %s%s is refused', async (target, mode, reason) => {
    expect(await refusal(workbookBytes({ rows: ROW, relations: [relationship('r1', 'worksheet', target, mode)] }))).toEqual({
      code: 'FILE_UNSAFE',
      reason,
      part: target,
    });
  });

  test('two sheets out of one part, of one name or one relationship id are refused', async () => {
    const relations = [relationship('r1', 'worksheet', 'worksheets/sheet1.xml'), relationship('r2', 'worksheet', 'worksheets/sheet1.xml')];
    for (const id of ['r1', 'r2']) {
      expect(
        await refusal(workbookBytes({ rows: ROW, relations, workbook: twoSheets(`<sheet name="乙" sheetId="2" r:id="${id}"/>`) })),
      ).toEqual({ code: 'FILE_UNSAFE', reason: 'duplicate', part: SHEET });
    }
    expect(await refusal(workbookBytes({ rows: ROW, relations, workbook: twoSheets('<sheet name="甲" sheetId="2" r:id="r2"/>') }))).toEqual(
      { code: 'FILE_UNSAFE', reason: 'duplicate', part: 'xl/workbook.xml' },
    );
    const doubled = [relationship('r1', 'worksheet', 'worksheets/sheet1.xml'), relationship('r1', 'worksheet', 'worksheets/other.xml')];
    expect(await refusal(workbookBytes({ rows: ROW, relations: doubled }))).toEqual({
      code: 'FILE_UNSAFE',
      reason: 'duplicate',
      part: 'xl/_rels/workbook.xml.rels',
    });
  });

  test('the same address twice is refused, beside each other or far apart', async () => {
    for (const rows of [rowWith('B2') + rowWith('B2'), rowWith('B2') + rowWith('C3') + rowWith('B2'), rowWith('B2') + rowWith('b2')]) {
      expect(await refusal(workbookBytes({ rows }))).toEqual({ code: 'FILE_UNSAFE', reason: 'duplicate', part: '表一!B2' });
    }
  });

  test('names of object internals are ordinary names', async () => {
    const bytes = workbookBytes({
      strings: '<si><t>__proto__</t></si>',
      workbook: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="__proto__" sheetId="1" r:id="__proto__"/></sheets></workbook>`,
      relations: [
        relationship('__proto__', 'worksheet', 'worksheets/sheet1.xml'),
        relationship('r2', 'sharedStrings', 'sharedStrings.xml'),
      ],
      rows: '<row r="1"><c r="A1" t="s" __proto__="1"><v>0</v></c></row>',
    });
    expect(onlySheet(await read(bytes)).name).toBe('__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('limits', () => {
  test('a string of 32,767 characters is read and one more is refused', async () => {
    expect(onlySheet(await read(workbookBytes(longString(32_767)))).cells).toHaveLength(1);
    expect(await refusal(workbookBytes(longString(32_768)))).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'stringLength',
      value: 32_768,
      maximum: 32_767,
      part: 'xl/sharedStrings.xml',
    });
    expect(
      await refusal(workbookBytes({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(300_000)}</t></is></c></row>` })),
    ).toMatchObject({ limit: 'stringLength', sheet: '表一' });
    const pieces = `<![CDATA[${'a'.repeat(10_000)}]]>`.repeat(100);
    expect(await refusal(workbookBytes({ strings: `<si><t>${pieces}</t></si>` }))).toMatchObject({ limit: 'stringLength', value: 230_000 });
  });

  test('cells are counted over all sheets, blanks are not', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"/><c r="D1"><v>2</v></c></row>';
    expect(onlySheet(await read(workbookBytes({ rows }), { cells: 2 })).cells).toHaveLength(2);
    expect(await refusal(workbookBytes({ rows }), { cells: 1 })).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'cells',
      value: 2,
      maximum: 1,
      part: SHEET,
      sheet: '表一',
    });
    expect(await refusal(workbookBytes({ rows, strings: '<si><t>a</t></si><si/><si/>' }), { strings: 2 })).toMatchObject({
      limit: 'strings',
      part: 'xl/sharedStrings.xml',
    });
  });

  test('addresses beyond XFD1048576 are refused', async () => {
    for (const rows of [
      '<row r="1"><c r="XFE1"><v>1</v></c></row>',
      '<row r="1"><c r="A1048577"><v>1</v></c></row>',
      '<row r="1048577"/>',
      '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>',
      '<row r="1"><c r="AAAAAAAAAAAAAAAAAAAAAAAA1"/></row>',
    ]) {
      expect(await refusal(workbookBytes({ rows }))).toMatchObject({
        code: 'FILE_OVER_LIMIT',
        limit: 'address',
        maximum: 'XFD1048576',
        sheet: '表一',
      });
    }
  });

  test('sizes are refused by what the directory declares', async () => {
    expect(await refusal(workbookBytes({ rows: ROW }), { fileBytes: 1_000 })).toMatchObject({ code: 'FILE_TOO_LARGE', maximum: 1_000 });
    expect(await refusal(withPart('xl/workbook.xml', { declaredSize: 0x7fff_ffff }))).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'partBytes',
      value: 0x7fff_ffff,
      maximum: 64 * 1024 * 1024,
      part: 'xl/workbook.xml',
    });
    expect(await refusal(withPart(SHEET, { declaredSize: 0x7fff_ffff }))).toMatchObject({
      code: 'FILE_OVER_LIMIT',
      limit: 'totalBytes',
      maximum: 300 * 1024 * 1024,
      part: SHEET,
    });
    const needed = [...parts({ rows: ROW }).values()].filter(({ name }) => name !== '[Content_Types].xml');
    const total = needed.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
    expect(onlySheet(await read(workbookBytes({ rows: ROW }), { totalBytes: total })).cells).toHaveLength(1);
    expect(await refusal(workbookBytes({ rows: ROW }), { totalBytes: total - 1 })).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'totalBytes',
      value: total,
      maximum: total - 1,
      part: SHEET,
    });
  });

  test('entries, sheets, merges and depth have their limits', async () => {
    expect(await refusal(withExtra({ name: 'a', data: '' }), { entries: 5 })).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'entries',
      value: 6,
      maximum: 5,
    });
    expect(await refusal(workbookBytes({ rows: ROW }), { sheets: 0 })).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'sheets',
      value: 1,
      maximum: 0,
    });
    expect(
      await refusal(workbookBytes({ afterData: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>' }), {
        merges: 1,
      }),
    ).toMatchObject({ limit: 'merges', value: 2 });
    expect(onlySheet(await read(workbookBytes(deep(63)))).cells).toEqual([]);
    expect(await refusal(workbookBytes(deep(64)))).toEqual({
      code: 'FILE_OVER_LIMIT',
      limit: 'depth',
      value: 65,
      maximum: 64,
      part: SHEET,
    });
  });

  test('a hundred megabytes of blanks are given up long before their end', async () => {
    const bytes = withPart(SHEET, { data: sheet(`${ROW}${' '.repeat(100_000_000)}`) });
    const refused = await refusal(bytes);
    expect(refused).toMatchObject({ code: 'FILE_OVER_LIMIT', limit: 'partBytes', part: SHEET });
    // Bytes that were looked at before it was given up.
    expect(refused).toHaveProperty(
      'value',
      expect.toSatisfy((value: number) => value < 10_000_000),
    );
  });
});
