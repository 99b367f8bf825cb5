import type { FindingParams } from '../../../shared/domain/findings.ts';
import type { RawSheet, RawWorkbook, ReadingNote } from '../../../shared/domain/tables/raw-workbook.ts';
import { readCellStyles } from './cell-formats.ts';
import { readMending } from './control-characters.ts';
import type { ReaderLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { openPackage, type Package } from './package.ts';
import type { FileCode } from './refusal.ts';
import { damaged, Refusal, unsafe } from './refusal.ts';
import { partByType, readRelationships, resolvePart } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import type { SheetContext } from './sheet.ts';
import { refuseForeignBytes } from './sniff.ts';
import { findWorkbookPart, readWorkbookPart } from './workbook-part.ts';

export type ReadResult =
  | { readonly ok: true; readonly workbook: RawWorkbook }
  | { readonly ok: false; readonly code: FileCode; readonly params: FindingParams };

/**
 * Reads an .xlsx workbook into cells with addresses, as strictly as a file from outside deserves: what is not a workbook, is damaged, oversized
 * or crafted is refused with a code, and nothing is repaired by guessing. Formulas are never computed, their cached results are taken.
 * The promise is rejected by a defect of this program only, never by the content of a file.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<ReaderLimits> = {}): Promise<ReadResult> {
  try {
    return { ok: true, workbook: await readStrictly(bytes, { ...DEFAULT_LIMITS, ...limits }) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, params: error.params };
    throw error;
  }
}

async function readStrictly(bytes: Uint8Array, limits: ReaderLimits): Promise<RawWorkbook> {
  if (bytes.length > limits.fileBytes) throw new Refusal('FILE_TOO_LARGE', { value: bytes.length, maximum: limits.fileBytes });
  refuseForeignBytes(bytes);
  return workbookOf(await openPackage(bytes, limits), limits);
}

/** The workbook in a container that was opened. */
export function workbookOf(parts: Package, limits: ReaderLimits): RawWorkbook {
  const workbookPart = findWorkbookPart(parts, limits);
  const workbook = readWorkbookPart(workbookPart, parts.read(workbookPart), limits);
  const relationships = readRelationships(workbookPart, parts, limits);
  const stringsPart = partByType(relationships, 'sharedStrings');
  const stylesPart = partByType(relationships, 'styles');
  const context: SheetContext = {
    strings: stringsPart === null ? [] : readMending(parts.read(stringsPart), (content) => readSharedStrings(stringsPart, content, limits)),
    styles: stylesPart === null ? [] : readCellStyles(stylesPart, parts.read(stylesPart), limits),
    limits,
    used: { cells: 0, merges: 0 },
    notes: trailingNote(parts),
  };
  const sheets: RawSheet[] = [];
  const seen = new Set<string>();
  for (const { name, visibility, relationshipId } of workbook.sheets) {
    const relationship = relationships.get(relationshipId);
    if (relationship === undefined) throw damaged(workbookPart, 'missing', { sheet: name });
    // Chart and dialog sheets have no cells; listing them as empty sheets would make them look like returns that lost their content.
    if (relationship.type !== 'worksheet') continue;
    const part = resolvePart(relationship);
    if (seen.has(part)) throw unsafe('duplicate', part);
    seen.add(part);
    sheets.push({ name, visibility, ...readSheet({ part, name }, parts.read(part, 'sheet'), context) });
  }
  return { sheets, date1904: workbook.date1904, ...(context.notes.length === 0 ? {} : { notes: context.notes }) };
}

/** What follows the container is no part of it: every entry was found whole and by its check sum. */
export const trailingNote = ({ trailingBytes }: Package): ReadingNote[] =>
  trailingBytes === 0 ? [] : [{ code: 'FILE_TRAILING_BYTES', sheet: null, cell: null, params: { value: trailingBytes } }];
