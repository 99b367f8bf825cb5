import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { compoundFile, encrypted, encryptedXls, obfuscatedXls } from '../../../../support/encrypted.ts';
import { wordDocument } from './word-document.ts';

const ROWS = [
  ['镇街', '浓度'],
  ['合阳城街道', 35.5],
];
const SAME = ['镇街', '浓度', '合阳城街道', '35.5'];

const book = (type: BookType): Uint8Array =>
  write(utils.book_new(utils.aoa_to_sheet(ROWS), '日报'), { type: 'buffer', bookType: type }) as Uint8Array;

async function read(bytes: Uint8Array, ...passwords: string[]) {
  const result = await readTable('监测.xls', bytes, { passwords });
  if (!result.ok) return { refused: `${result.code} ${JSON.stringify(result.params)}` };
  const cells = result.workbook.sheets.flatMap((sheet) => sheet.cells);
  return {
    format: result.format,
    cells: cells.map(({ value }) => (value.type === 'number' ? value.digits : value.type === 'text' ? value.text : value.type)),
    opened: result.opened,
  };
}

const NOT_ASKED = { refused: 'FILE_PASSWORD {}' };
const WRONG = { refused: 'FILE_PASSWORD {"tried":"yes"}' };

describe('a workbook of today', () => {
  test('is refused without a password, by another sentence with a wrong one, and read with the right one among several', async () => {
    const bytes = encrypted(book('xlsx'), '合川2025');
    expect(await read(bytes)).toEqual(NOT_ASKED);
    expect(await read(bytes, '合川2024')).toEqual(WRONG);
    expect(await read(bytes, '合川2024', '合川2025')).toMatchObject({ format: 'xlsx', cells: SAME });
  });

  test('comes with what it is without its password, which is read by itself', async () => {
    const { opened } = await read(encrypted(book('xlsx'), '甲', 'standard'), '甲');
    expect(await read(opened ?? new Uint8Array())).toEqual({ format: 'xlsx', cells: SAME, opened: null });
  });

  test('that Excel only marks as read-only is read unasked, always, and needs no second copy', async () => {
    expect(await read(encrypted(book('xlsx'), 'VelvetSweatshop', 'standard'))).toEqual({ format: 'xlsx', cells: SAME, opened: null });
  });

  test('can be a Word document too', async () => {
    const document = wordDocument('<w:p><w:r><w:t>日报</w:t></w:r></w:p>', [['项目', '完成值']]);
    expect(await read(encrypted(document, '甲', 'standard'), '甲')).toMatchObject({ format: 'docx', cells: ['日报', '项目', '完成值'] });
  });

  test('encrypted in a way of its own is not asked about', async () => {
    const info = Buffer.concat([Buffer.from([3, 0, 3, 0]), Buffer.alloc(60)]);
    const bytes = compoundFile({ EncryptionInfo: info, EncryptedPackage: Buffer.alloc(5000) });
    expect(await read(bytes, '甲')).toEqual({ refused: 'FILE_PASSWORD {"unsupported":"yes"}' });
  });
});

describe('an old workbook (.xls)', () => {
  test('encrypted by RC4 is refused, and read with its password', async () => {
    const bytes = encryptedXls(book('biff8'), 'hechuan2025');
    expect(await read(bytes)).toEqual(NOT_ASKED);
    expect(await read(bytes, 'hechuan2024')).toEqual(WRONG);
    const read2 = await read(bytes, 'hechuan2025');
    expect(read2).toMatchObject({ format: 'xls', cells: SAME });
    expect(await read(read2.opened ?? new Uint8Array())).toEqual({ format: 'xls', cells: SAME, opened: null });
  });

  test('obfuscated by XOR is refused by the same sentences', async () => {
    const bytes = obfuscatedXls(book('biff8'), 0x1234, 0x5678);
    expect(await read(bytes)).toEqual(NOT_ASKED);
    expect(await read(bytes, '甲')).toEqual(WRONG);
  });
});
