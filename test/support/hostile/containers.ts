import { MAIN, parts, sheet, workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { zip, type ZipPart } from '../zip.ts';
import { type HostileFile, repeated, times } from './hostile-file.ts';

const GIGABYTE = 1024 ** 3;
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = 'xl/worksheets/sheet1.xml';

const plain = (): Buffer => workbookBytes({ rows: ROW });

/** A workbook with this part in place of its own, or beside its own. */
const withPart = (part: ZipPart): Buffer => zip([...parts({ rows: ROW }).set(part.name, part).values()]);

const blanks = (bytes: number): ZipPart =>
  repeated(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>`, ' ', bytes, '</sheetData></worksheet>');

const nested = (inner: Uint8Array, depth: number, width: number): Buffer => {
  const data = depth <= 1 ? inner : nested(inner, depth - 1, width);
  return zip(Array.from({ length: width }, (_, index) => ({ name: `${index}.${depth <= 1 ? 'xlsx' : 'zip'}`, data, stored: false })));
};

/** Bytes of the central directory changed: the first header after the mark, at this place. */
function patched(bytes: Buffer, mark: string, offset: number, patch: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(patch, copy.indexOf(Buffer.from(mark, 'latin1')) + offset);
  return copy;
}

const CENTRAL = 'PK\u0001\u0002';
const END = 'PK\u0005\u0006';
const FULL = Buffer.alloc(4, 0xff);

/** The end record of a large archive says 2^60 entries where the small one refers to it. */
function largeArchiveLie(): Buffer {
  const whole = patched(patched(plain(), END, 8, Buffer.alloc(4, 0xff)), END, 12, Buffer.alloc(8, 0xff));
  const at = whole.indexOf(Buffer.from(END, 'latin1'));
  const end = Buffer.alloc(56);
  end.write('PK\u0006\u0006', 0, 'latin1');
  end.writeBigUInt64LE(44n, 4);
  for (const place of [24, 32]) end.writeBigUInt64LE(2n ** 60n, place);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([whole.subarray(0, at), end, locator, whole.subarray(at)]);
}

const named = (name: string): Buffer => withPart({ name, data: 'x' });

/** Zip bombs and zips that are not what their directory says. */
export const CONTAINERS: readonly HostileFile[] = [
  {
    kind: 'sheet of 4 GB of blanks, declared as it is',
    name: '4G.xlsx',
    comes: 'refused',
    make: (weight) => withPart(blanks(times(3.99 * GIGABYTE, Math.max(weight, 0.003)))),
  },
  {
    kind: 'sheet of 2 GB that is declared as 2 kB',
    name: '少报.xlsx',
    comes: 'refused',
    make: (weight) => withPart({ ...blanks(times(2 * GIGABYTE, weight)), declaredSize: 2048 }),
  },
  {
    kind: 'sheet of 150 MB of blanks, within the bound',
    name: '空白.xlsx',
    comes: 'refused',
    make: (weight) => withPart(blanks(times(150_000_000, Math.max(weight, 0.07)))),
  },
  {
    kind: 'eight parts of 64 MB that nobody reads',
    name: '夹带.xlsx',
    comes: 'read',
    make: (weight) => {
      const more = Array.from({ length: 8 }, (_, index) => repeated(`xl/media/${index}.bin`, '', '\0', times(64_000_000, weight), ''));
      return zip([...parts({ rows: ROW }).values(), ...more]);
    },
  },
  { kind: 'zip in zip in zip in zip', name: '套娃.zip', comes: 'refused', make: () => nested(plain(), 4, 1) },
  {
    kind: 'zips of zips of themselves, 16 wide, 6 deep',
    name: '自相似.zip',
    comes: 'refused',
    make: (weight) => nested(plain(), 6, times(16, weight)),
  },
  {
    kind: 'zip of 60 workbooks that are bombs',
    name: '批量.zip',
    comes: 'refused',
    make: (weight) =>
      zip(
        Array.from({ length: Math.max(2, times(60, weight)) }, (_, index) => ({
          name: `${index}.xlsx`,
          data: withPart(blanks(times(3 * GIGABYTE, Math.max(weight, 0.004)))),
        })),
      ),
  },
  {
    kind: 'zip of 40 members of 49 MB each',
    name: '大件.zip',
    comes: 'refused',
    make: (weight) => zip(Array.from({ length: 40 }, (_, index) => repeated(`${index}.csv`, '', '1,', times(24_500_000, weight), ''))),
  },
  {
    kind: '65,535 entries',
    name: '条目.xlsx',
    comes: 'refused',
    make: () => {
      const whole = plain();
      return patched(patched(whole, END, 8, Buffer.from([0xff, 0xff])), END, 10, Buffer.from([0xff, 0xff]));
    },
  },
  {
    kind: '2,500 entries that share their bytes',
    name: '重叠.xlsx',
    comes: 'refused',
    make: (weight) => {
      const shared = Array.from({ length: times(2_500, weight) }, (_, index) => ({ name: `a${index}`, data: '', overlaps: index > 0 }));
      return zip([...parts({ rows: ROW }).values(), ...shared]);
    },
  },
  {
    kind: 'the same part twice',
    name: '重名.xlsx',
    comes: 'refused',
    make: () => zip([...parts({ rows: ROW }).values(), { name: SHEET, data: sheet('') }]),
  },
  {
    kind: 'the same part twice, in other letters',
    name: '大小写.xlsx',
    comes: 'refused',
    make: () => zip([...parts({ rows: ROW }).values(), { name: SHEET.toUpperCase(), data: sheet('') }]),
  },
  { kind: 'names that climb out: ../', name: '上级.xlsx', comes: 'refused', make: () => named('../../etc/passwd') },
  { kind: 'names that climb out: backslashes', name: '反斜杠.xlsx', comes: 'refused', make: () => named('..\\..\\windows\\win.ini') },
  { kind: 'absolute names: drive letter', name: '盘符.xlsx', comes: 'refused', make: () => named('C:/windows/win.ini') },
  { kind: 'name with a zero byte', name: '零字节.xlsx', comes: 'refused', make: () => named('xl/a\0.xml') },
  {
    kind: 'archive member that climbs out',
    name: '压缩包上级.zip',
    comes: 'refused',
    make: () => zip([{ name: '../表.xlsx', data: plain() }]),
  },
  {
    kind: 'central directory that points beyond the end',
    name: '目录.xlsx',
    comes: 'refused',
    make: () => patched(plain(), CENTRAL, 42, Buffer.from([0xff, 0xff, 0xff, 0x7f])),
  },
  {
    kind: 'directory that is not where the end says',
    name: '错位.xlsx',
    comes: 'refused',
    make: () => patched(plain(), END, 16, Buffer.from([1, 0, 0, 0])),
  },
  {
    kind: 'sizes of four bytes full, without the larger ones',
    name: '大数.xlsx',
    comes: 'refused',
    make: () => patched(patched(plain(), CENTRAL, 20, FULL), CENTRAL, 24, FULL),
  },
  { kind: 'zip64 record that says 2^60 entries', name: 'zip64.xlsx', comes: 'refused', make: largeArchiveLie },
  { kind: 'wrong check sum', name: '校验.xlsx', comes: 'refused', make: () => withPart({ name: SHEET, data: sheet(ROW), crc: 1 }) },
  { kind: 'deflated data cut off', name: '截断.xlsx', comes: 'refused', make: () => plain().subarray(0, 700) },
  {
    kind: 'e-mail: 1 MB of blanks and a footer behind the end',
    name: '邮件尾.xlsx',
    comes: 'read',
    make: (weight) => Buffer.concat([plain(), Buffer.from(`${'\r\n'.repeat(times(500_000, weight))}-- 免责声明`)]),
  },
  {
    kind: '40 MB of zeros behind the end',
    name: '尾巴.xlsx',
    comes: 'read',
    make: (weight) => Buffer.concat([plain(), Buffer.alloc(times(40_000_000, weight))]),
  },
];
