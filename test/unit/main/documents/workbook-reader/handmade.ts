import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import type { ReaderLimits } from '../../../../../main/documents/workbook-reader/limits.ts';
import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import type { ZipPart } from '../../../../support/zip.ts';
import { zip } from '../../../../support/zip.ts';

/** Workbooks written as XML by hand, one oddity at a time. */

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relationships = (entries: readonly string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${entries.join('')}</Relationships>`;

export const relationship = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${more}/>`;

export interface Handmade {
  /** Content of sheetData of the only sheet. */
  readonly rows?: string;
  /** Behind sheetData. */
  readonly afterData?: string;
  readonly beforeData?: string;
  readonly sheet?: string;
  readonly workbook?: string;
  readonly relations?: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
}

/** Parts by name, so that a test can replace or remove one before zipping. */
export function parts(made: Handmade): Map<string, ZipPart> {
  const files: Record<string, string | undefined> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([relationship('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml':
      made.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      made.relations ?? [
        relationship('r1', 'worksheet', 'worksheets/sheet1.xml'),
        ...(made.strings === undefined ? [] : [relationship('r2', 'sharedStrings', 'sharedStrings.xml')]),
        ...(made.styles === undefined ? [] : [relationship('r3', 'styles', '/xl/styles.xml')]),
      ],
    ),
    'xl/worksheets/sheet1.xml': made.sheet ?? sheet(made.rows ?? '', made.afterData, made.beforeData),
    'xl/sharedStrings.xml': made.strings === undefined ? undefined : `<sst xmlns="${MAIN}">${made.strings}</sst>`,
    'xl/styles.xml': made.styles === undefined ? undefined : `<styleSheet xmlns="${MAIN}">${made.styles}</styleSheet>`,
  };
  const present = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Map(present.map(([name, data]) => [name, { name, data }]));
}

export const sheet = (rows: string, afterData = '', beforeData = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${beforeData}<sheetData>${rows}</sheetData>${afterData}</worksheet>`;

export const workbookBytes = (made: Handmade): Buffer => zip([...parts(made).values()]);

export async function read(bytes: Uint8Array, limits: Partial<ReaderLimits> = {}): Promise<RawWorkbook> {
  const result = await readTable('表.xlsx', bytes, limits);
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.params)}`);
  return result.workbook;
}

/** Code and params of a refusal, or what was read instead. */
export async function refusal(bytes: Uint8Array, limits: Partial<ReaderLimits> = {}): Promise<unknown> {
  const result = await readTable('表.xlsx', bytes, limits);
  return result.ok ? result.workbook : { code: result.code, ...result.params };
}

export async function cellsOf(made: Handmade): Promise<readonly RawCell[]> {
  return onlySheet(await read(workbookBytes(made))).cells;
}

export async function valuesOf(made: Handmade): Promise<Readonly<Record<string, RawValue>>> {
  return Object.fromEntries((await cellsOf(made)).map((cell) => [cell.address, cell.value]));
}

export function onlySheet(workbook: RawWorkbook): RawSheet {
  const [first] = workbook.sheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}
