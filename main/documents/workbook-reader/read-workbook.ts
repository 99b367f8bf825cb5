import type { CellSheet, CellWorkbook } from '../../../shared/domain/tables/packed-cells.ts';
import type { ReadingNote } from '../../../shared/domain/tables/raw-workbook.ts';
import { readCellStyles } from './cell-formats.ts';
import { readMending } from './control-characters.ts';
import { type ReaderLimits, valueTable } from './limits.ts';
import { OFFICE_THEME } from './looks/colours.ts';
import { readComments } from './looks/comments.ts';
import { readTheme } from './looks/theme.ts';
import type { Package } from './package.ts';
import { damaged, unsafe } from './refusal.ts';
import { partByType, readRelationships, resolvePart } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import type { SheetContext } from './sheet.ts';
import { findWorkbookPart, readWorkbookPart } from './workbook-part.ts';

/**
 * The .xlsx workbook in a container that was opened, as cells with addresses, read as strictly as a file from outside deserves: what is damaged,
 * oversized or crafted is refused with a code, and nothing is repaired by guessing. Formulas are never computed, their cached results are taken.
 */
export function workbookOf(
  parts: Package,
  limits: ReaderLimits,
  passed: (done: number, all: number) => void = () => undefined,
): CellWorkbook {
  const workbookPart = findWorkbookPart(parts, limits);
  const workbook = readWorkbookPart(workbookPart, parts.read(workbookPart), limits);
  const relationships = readRelationships(workbookPart, parts, limits);
  const stringsPart = partByType(relationships, 'sharedStrings');
  const stylesPart = partByType(relationships, 'styles');
  const themePart = partByType(relationships, 'theme');
  const theme = themePart === null || !parts.has(themePart) ? OFFICE_THEME : readTheme(themePart, parts.read(themePart), limits);
  let before = 0;
  const context: SheetContext = {
    strings:
      stringsPart === null ? [] : readMending(parts.read(stringsPart), (content) => readSharedStrings(stringsPart, content, limits, theme)),
    styles: stylesPart === null ? [] : readCellStyles(stylesPart, parts.read(stylesPart), limits, theme),
    theme,
    limits,
    values: valueTable(limits),
    used: { cells: 0, merges: 0, elements: 0 },
    notes: trailingNote(parts),
    passed: (bytes) => passed(before + bytes, parts.size),
  };
  const sheets: CellSheet[] = [];
  const seen = new Set<string>();
  for (const { name, visibility, relationshipId } of workbook.sheets) {
    const relationship = relationships.get(relationshipId);
    if (relationship === undefined) throw damaged(workbookPart, 'missing', { sheet: name });
    // Chart and dialog sheets have no cells; listing them as empty sheets would make them look like returns that lost their content.
    if (relationship.type !== 'worksheet') continue;
    const part = resolvePart(relationship);
    if (seen.has(part)) throw unsafe('duplicate', part);
    seen.add(part);
    const content = parts.read(part, 'sheet');
    const comments = readComments(part, parts, limits);
    sheets.push({ name, visibility, ...readSheet({ part, name }, content, context), ...(comments.length === 0 ? {} : { comments }) });
    before += content.length;
  }
  return { sheets, date1904: workbook.date1904, ...(context.notes.length === 0 ? {} : { notes: context.notes }) };
}

/** What follows the container is no part of it: every entry was found whole and by its check sum. */
export const trailingNote = ({ trailingBytes }: Package): ReadingNote[] =>
  trailingBytes === 0 ? [] : [{ code: 'FILE_TRAILING_BYTES', sheet: null, cell: null, params: { value: trailingBytes } }];
