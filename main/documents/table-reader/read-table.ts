import type { FindingParams } from '../../../shared/domain/findings.ts';
import { type CellWorkbook, unpackedWorkbook } from '../../../shared/domain/tables/packed-cells.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { Encoding } from '../../text-decoding/encodings.ts';
import { DEFAULT_LIMITS, LARGE_OLD_CELLS, overOther, type ReaderLimits } from '../workbook-reader/limits.ts';
import { isOffice, openDocumentKind, openPackage, openParts, type Package } from '../workbook-reader/package.ts';
import { trailingNote, workbookOf } from '../workbook-reader/read-workbook.ts';
import { type FileCode, foreign, overLimit, Refusal } from '../workbook-reader/refusal.ts';
import { type FileKind, isCompoundFile, kindOf, refusalOf } from '../workbook-reader/sniff.ts';
import { findWorkbookPart } from '../workbook-reader/workbook-part.ts';
import { decodeText, type Delimiter, type Passed, readText } from './read-text.ts';

export type TableFormat = 'xlsx' | 'xls' | 'xml' | 'ods' | 'docx' | 'html' | 'csv';

export interface ReadTable<Workbook = RawWorkbook> {
  readonly ok: true;
  readonly workbook: Workbook;
  readonly format: TableFormat;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** The same file without its password, where one had to be given; who keeps the file keeps this too, so as to read it again. */
  readonly opened: Uint8Array | null;
}

export type TableResult<Workbook = RawWorkbook> =
  | ReadTable<Workbook>
  | { readonly ok: false; readonly code: FileCode; readonly params: FindingParams };

export interface TableOptions extends Partial<ReaderLimits> {
  /** Passwords to open (打开密码) that the user gave: each is tried. */
  readonly passwords?: readonly string[] | undefined;
  readonly passed?: Passed | undefined;
}

/**
 * Reads a table whatever program made it, told apart by its bytes and never by its name: .xlsx, .xls and .et, the XML tables of Excel 2003,
 * OpenDocument, the tables of web pages and Word documents, CSV and TSV. Returns, monitoring files, lists and plans all come in this way.
 */
export async function readTable(name: string, bytes: Uint8Array, options: TableOptions = {}): Promise<TableResult> {
  const read = await readCells(name, bytes, options);
  return read.ok ? { ...read, workbook: unpackedWorkbook(read.workbook) } : read;
}

/** The same for files that may be large: no object is made for a cell before somebody asks for it. */
export async function readCells(
  name: string,
  bytes: Uint8Array,
  { passwords = [], passed = () => undefined, ...wanted }: TableOptions = {},
): Promise<TableResult<CellWorkbook>> {
  const limits = { ...DEFAULT_LIMITS, ...wanted };
  try {
    if (bytes.length > limits.fileBytes) throw new Refusal('FILE_TOO_LARGE', { value: bytes.length, maximum: limits.fileBytes });
    return await readKind(kindOf(bytes), { name, bytes, limits, passwords, passed });
  } catch (error) {
    const refusal = error instanceof RangeError ? tooMuchAtOnce() : error;
    if (refusal instanceof Refusal) return { ok: false, code: refusal.code, params: refusal.params };
    throw error;
  }
}

/** A text, an array or a chain of calls that is longer than the language allows (RangeError): nothing that a table of people asks for. */
const tooMuchAtOnce = (): Refusal => overLimit('memory', '', '');

/** Kinds that are decoded as a whole; XML 2003 is measured by its text. */
const TEXTS: ReadonlySet<FileKind> = new Set(['html', 'csv', 'unknown']);

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: ReaderLimits;
  readonly passwords: readonly string[];
  readonly passed: Passed;
}

const UNCODED = { ok: true, encoding: null, delimiter: null, opened: null } as const;

const plain = (format: TableFormat, workbook: CellWorkbook): ReadTable<CellWorkbook> => ({ ...UNCODED, workbook, format });

async function readKind(kind: FileKind, source: Source): Promise<ReadTable<CellWorkbook>> {
  const { name, bytes, limits, passed } = source;
  if (TEXTS.has(kind) && bytes.length > limits.partBytes)
    throw new Refusal('FILE_TOO_LARGE', { value: bytes.length, maximum: limits.partBytes });
  switch (kind) {
    case 'zip':
      return readContainer(source);
    case 'xls':
      return readOld(source);
    case 'encrypted':
      return readEncrypted(source);
    case 'xml2003':
      return plain('xml', await readXml2003(source));
    case 'html': {
      const { text, encoding } = decodeText(name, bytes);
      if (/^mime-version:/im.test(text.slice(0, 4096))) throw foreign('html');
      const { readHtml } = await import('./read-html.ts');
      return { ...UNCODED, workbook: readHtml(name, text, limits), format: 'html', encoding };
    }
    case 'csv':
      return { ...UNCODED, format: 'csv', ...readText(name, bytes, limits, passed) };
    case 'unknown':
      if (!couldBeWideText(bytes)) throw foreign('unknown');
      return readWide(source);
    default:
      throw refusalOf(kind);
  }
}

/** UTF-16 without a byte order mark has zeros in it, which no other text has; whether it is text, decoding it tells. */
const couldBeWideText = (bytes: Uint8Array): boolean =>
  !isCompoundFile(bytes) && bytes.length % 2 === 0 && bytes.subarray(0, 4096).includes(0);

async function readWide(source: Source): Promise<ReadTable<CellWorkbook>> {
  const { text } = decodeText(source.name, source.bytes);
  const kind = kindOf(Buffer.from(text.slice(0, 4096)));
  return kind === 'html' || kind === 'xml2003'
    ? readKind(kind, source)
    : { ...UNCODED, format: 'csv', ...readText(source.name, source.bytes, source.limits, source.passed) };
}

async function readContainer(source: Source): Promise<ReadTable<CellWorkbook>> {
  const { bytes, limits, passed } = source;
  const parts = await openParts(bytes, limits);
  if (!isOffice(parts)) {
    if (parts.has('mimetype') && openDocumentKind(parts.read('mimetype')) === 'ods')
      return plain('ods', await readOpenDocument(source, parts));
    await openPackage(bytes, limits);
  }
  try {
    findWorkbookPart(parts, limits);
  } catch (error) {
    if (!(error instanceof Refusal) || error.params['kind'] !== 'word') throw error;
    const { readWord } = await import('./read-word.ts');
    return plain('docx', withTrailing(await readWord(source.name, parts, bytes, limits), parts));
  }
  return plain('xlsx', workbookOf(await openPackage(bytes, limits), limits, passed));
}

function withTrailing(workbook: CellWorkbook, parts: Package): CellWorkbook {
  const notes = trailingNote(parts);
  return notes.length === 0 ? workbook : { ...workbook, notes };
}

async function readOpenDocument({ bytes, limits }: Source, parts: Package): Promise<CellWorkbook> {
  const { refuseOversized } = await import('./open-document.ts');
  refuseOversized(parts, limits);
  const { readOtherWorkbook } = await other();
  return withTrailing(readOtherWorkbook('ods', bytes, limits), parts);
}

/** Its tables of code pages take longer to load than most commands take to run, and few files are of these kinds. */
const other = () => import('./read-other-workbook.ts');

async function readOld({ bytes, limits, passwords, passed }: Source): Promise<ReadTable<CellWorkbook>> {
  const [{ refuseBrokenChains }, { countedOld }] = await Promise.all([import('./compound-file.ts'), import('./old-records.ts')]);
  refuseBrokenChains(bytes);
  const { content, cells } = countedOld(bytes, limits);
  if (cells > LARGE_OLD_CELLS) {
    const { readPlainOld } = await import('./old-plain/read-plain-old.ts');
    const plainly = readPlainOld(content, limits, passed);
    if (plainly !== null) return plain('xls', plainly);
  }
  if (cells > limits.otherCells) throw overOther(cells, limits);
  const { readOtherWorkbook } = await other();
  try {
    return plain('xls', readOtherWorkbook('xls', bytes, limits));
  } catch (error) {
    if (!isLocked(error)) throw error;
    return readOldOpened(bytes, passwords, (opened) => readOtherWorkbook('xls', opened, limits));
  }
}

async function readOldOpened(
  bytes: Uint8Array,
  passwords: readonly string[],
  read: (bytes: Uint8Array) => CellWorkbook,
): Promise<ReadTable<CellWorkbook>> {
  const { decrypt, unknownEncryption } = await import('./decrypt.ts');
  const { bytes: opened, asked } = await decrypt(bytes, passwords);
  try {
    return { ...plain('xls', read(opened)), opened: asked ? opened : null };
  } catch (error) {
    throw isLocked(error) ? unknownEncryption() : error;
  }
}

const isLocked = (error: unknown): boolean => error instanceof Refusal && error.code === 'FILE_PASSWORD';

async function readEncrypted(source: Source): Promise<ReadTable<CellWorkbook>> {
  const { decrypt } = await import('./decrypt.ts');
  const { bytes, asked } = await decrypt(source.bytes, source.passwords);
  // What comes out is a container of its own and can be no second encrypted one.
  if (kindOf(bytes) !== 'zip') throw foreign('unknown');
  return { ...(await readContainer({ ...source, bytes })), opened: asked ? bytes : null };
}

async function readXml2003({ name, bytes, limits }: Source): Promise<CellWorkbook> {
  const { text } = decodeText(name, bytes);
  const content = Buffer.from(text.replace(/^\u{FEFF}/u, ''));
  if (content.length > limits.partBytes) throw new Refusal('FILE_TOO_LARGE', { value: content.length, maximum: limits.partBytes });
  const { refuseStrayPlaces } = await import('./xml-2003.ts');
  refuseStrayPlaces(content, limits);
  const { readOtherWorkbook } = await other();
  return readOtherWorkbook('xml', content, limits);
}
