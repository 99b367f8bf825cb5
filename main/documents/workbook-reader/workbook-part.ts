import type { RawSheet } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from './limits.ts';
import type { Package } from './package.ts';
import { damaged, foreign, overLimit, unsafe } from './refusal.ts';
import { partByType, readRelationships } from './relationships.ts';
import { decodeEscapes } from './text.ts';
import type { XmlAttributes } from './xml.ts';
import { localName, readXml } from './xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: RawSheet['visibility'];
  readonly relationshipId: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  /** Dates count from 1904-01-01 instead of 1899-12-31 (old Excel for Mac). */
  readonly date1904: boolean;
}

/** Finds the workbook by the relationships of the package, as its name is free. Tells the other kinds of Office files apart. */
export function findWorkbookPart(parts: Package, limits: ReaderLimits): string {
  const part = partByType(readRelationships('', parts, limits), 'officeDocument');
  if (part === null) throw foreign('zip');
  const lower = part.toLowerCase();
  if (lower.endsWith('.bin')) throw foreign('xlsb');
  if (lower.startsWith('word/')) throw foreign('word');
  if (lower.startsWith('ppt/')) throw foreign('unknown');
  return part;
}

export function readWorkbookPart(part: string, bytes: Buffer, limits: ReaderLimits): WorkbookPart {
  const sheets: SheetEntry[] = [];
  const names = new Set<string>();
  let date1904 = false;
  readXml(part, bytes, limits, {
    open(name, parent, attributes) {
      if (parent === '' && name !== 'workbook') throw name === 'document' ? foreign('word') : damaged(part, 'content');
      if (name === 'workbookPr' && parent === 'workbook') date1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet' || parent !== 'sheets') return;
      const sheet = sheetEntry(part, attributes);
      if (names.has(sheet.name.toLowerCase())) throw unsafe('duplicate', part);
      names.add(sheet.name.toLowerCase());
      sheets.push(sheet);
      if (sheets.length > limits.sheets) throw overLimit('sheets', sheets.length, limits.sheets);
    },
    text() {},
    close() {},
  });
  if (sheets.length === 0) throw damaged(part, 'content');
  return { sheets, date1904 };
}

function sheetEntry(part: string, attributes: XmlAttributes): SheetEntry {
  const name = attributes['name'];
  const relationshipId = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1];
  if (name === undefined || relationshipId === undefined) throw damaged(part, 'content');
  const state = attributes['state'];
  return { name: decodeEscapes(name), visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible', relationshipId };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
