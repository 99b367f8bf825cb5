import { describe, expect, test } from 'vitest';
import { zip } from '../../../../support/zip.ts';
import { DEFAULT_LIMITS } from '../../../../../main/documents/workbook-reader/limits.ts';
import { openPackage } from '../../../../../main/documents/workbook-reader/package.ts';
import { Refusal } from '../../../../../main/documents/workbook-reader/refusal.ts';
import { kindOf, refusalOf } from '../../../../../main/documents/workbook-reader/sniff.ts';
import { workbookOf } from '../../../../../main/documents/workbook-reader/read-workbook.ts';
import { OFFICE, relationship } from './handmade.ts';

/** Why bytes are no .xlsx workbook, whatever else can be read of them. */
async function refusal(bytes: Uint8Array): Promise<unknown> {
  try {
    const found = kindOf(bytes);
    if (found !== 'zip') throw refusalOf(found);
    return workbookOf(await openPackage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.params };
    throw error;
  }
}

/** A compound file as far as its directory: header, then entries of 128 bytes. A name that begins with a slash is a folder. */
function compoundFile(...streams: readonly string[]): Buffer {
  const file = Buffer.alloc(512 + 128 * (streams.length + 1));
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  for (const [index, entry] of ['Root Entry', ...streams].entries()) {
    const name = entry.replace('/', '');
    const at = 512 + 128 * index;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = index === 0 ? 5 : entry.startsWith('/') ? 1 : 2;
  }
  return file;
}

/** As Excel writes it: length and name in 55 bytes, once more in UTF-16 in 110. */
function lockFile(user: string): Buffer {
  const file = Buffer.alloc(165, 0x20);
  file[0] = user.length;
  file.write(user, 1, 'latin1');
  file.writeUInt16LE(user.length, 55);
  for (let at = 57; at < 165; at += 2) file.writeUInt16LE(0x20, at);
  file.write(user, 57, 'utf16le');
  return file;
}

const kind = (word: string) => ({ code: 'FILE_NOT_WORKBOOK', kind: word });
const gb18030 = Buffer.from([0xb1, 0xed, 0xcd, 0xb7, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0d, 0x0a]);

describe('files that are not zip containers', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), { code: 'FILE_EMPTY' }],
    ['a file of zeros', Buffer.alloc(4096), { code: 'FILE_EMPTY' }],
    ['the lock file of an open workbook', lockFile('Wang Li'), { code: 'FILE_LOCK' }],
    ['.xls of Excel 97 and .et of WPS', compoundFile('Workbook'), { code: 'FILE_OLD_EXCEL' }],
    ['.xls of Excel 5', compoundFile('Book', '\u0005SummaryInformation'), { code: 'FILE_OLD_EXCEL' }],
    ['.xls without container', Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]), { code: 'FILE_OLD_EXCEL' }],
    [
      'an XML table of Excel 2003',
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      { code: 'FILE_OLD_EXCEL' },
    ],
    ['a workbook with a password', compoundFile('EncryptionInfo', 'EncryptedPackage'), { code: 'FILE_PASSWORD' }],
    ['.doc', compoundFile('1Table', 'WordDocument', 'Workbook'), kind('word')],
    ['some other compound file', compoundFile('VisioDocument'), kind('unknown')],
    ['a compound file with a folder called Workbook', compoundFile('/Workbook'), kind('unknown')],
    ['.rtf', Buffer.from('{\\rtf1\\ansi'), kind('word')],
    ['.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), kind('pdf')],
    ['.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), kind('image')],
    ['.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), kind('image')],
    ['a photo of a telephone', Buffer.from('\0\0\0\u0018ftypheic\0\0', 'latin1'), kind('image')],
    ['.rar', Buffer.from('Rar!\u001a\u0007\u0001\0', 'latin1'), kind('zip')],
    ['.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), kind('zip')],
    ['an empty zip', zip([]), kind('zip')],
    ['a login page', Buffer.from('<!DOCTYPE html>\n<html><body>请登录</body></html>'), kind('html')],
    [
      'a table saved as a web page under .xls',
      Buffer.from('\u{FEFF}\r\n<HTML xmlns:x="urn:schemas-microsoft-com:office:excel"><TABLE>'),
      kind('html'),
    ],
    [
      'a flat OpenDocument table',
      Buffer.from('<?xml version="1.0"?><office:document xmlns:table="x"><office:body><table:table/></office:body></office:document>'),
      kind('fods'),
    ],
    ['a single-file web page', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'), kind('html')],
    ['UTF-8 text', Buffer.from('镇街,天数\n南津街,310\n'), kind('csv')],
    ['GB18030 text', gb18030, kind('csv')],
    ['UTF-16 text of Excel', Buffer.from('\u{FEFF}镇街\t天数\r\n', 'utf16le'), kind('csv')],
    ['165 bytes of text that end in blanks', Buffer.from(`2024,${'1'.repeat(140)}${' '.repeat(20)}`), kind('csv')],
    ['bytes without meaning', Buffer.from([1, 2, 3, 0, 255, 254, 253]), kind('unknown')],
    ['one byte', Buffer.from([7]), kind('unknown')],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toEqual(expected);
  });

  test('a sample that ends within a character is still text', async () => {
    for (const lead of ['', 'a', 'ab', 'abc']) expect(await refusal(Buffer.from(lead + '气'.repeat(3_000)))).toEqual(kind('csv'));
  });
});

const office = (target: string) =>
  zip([
    { name: '_rels/.rels', data: `<Relationships>${relationship('a', 'officeDocument', target)}</Relationships>` },
    { name: target, data: 'x' },
  ]);

const openDocument = (type: string) =>
  zip([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${type}`, stored: true },
    { name: 'content.xml', data: '<x/>' },
  ]);

describe('zip containers that are not workbooks', () => {
  test.each([
    ['an archive', zip([{ name: '报表.xlsx', data: 'PK' }]), 'zip'],
    ['.ods', openDocument('spreadsheet'), 'ods'],
    ['.odt', openDocument('text'), 'word'],
    ['.docx', office('word/document.xml'), 'word'],
    ['.pptx', office('ppt/presentation.xml'), 'unknown'],
    ['.xlsb', office('xl/workbook.bin'), 'xlsb'],
    [
      'a package without a document',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: '_rels/.rels', data: '<Relationships/>' },
      ]),
      'zip',
    ],
    [
      'a Word document under another name',
      zip([
        { name: '_rels/.rels', data: `<Relationships>${relationship('a', 'officeDocument', 'd.xml')}</Relationships>` },
        { name: 'd.xml', data: `<w:document xmlns:w="${OFFICE}"/>` },
      ]),
      'word',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toEqual(kind(expected));
  });
});
