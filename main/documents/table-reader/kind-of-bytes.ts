import { Refusal } from '../workbook-reader/refusal.ts';
import { isCompoundFile, refuseForeignBytes } from '../workbook-reader/sniff.ts';

export type BytesKind = 'zip' | 'oldWorkbook' | 'text';

/** What the reader of returns refuses as an old workbook or as text can be read here; its other refusals stand. */
export function kindOfBytes(bytes: Uint8Array): BytesKind {
  try {
    refuseForeignBytes(bytes);
    return 'zip';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Excel 2 to 4 and the XML of Excel 2003 carry the same code without the container that is asked for here.
    if (error.code === 'FILE_OLD_EXCEL' && isCompoundFile(bytes)) return 'oldWorkbook';
    const { kind } = error.params;
    if (error.code === 'FILE_NOT_WORKBOOK' && (kind === 'csv' || (kind === 'unknown' && couldBeWideText(bytes)))) return 'text';
    throw error;
  }
}

/** UTF-16 without a byte order mark has zeros in it, which no other text has; whether it is text, decoding it tells. */
const couldBeWideText = (bytes: Uint8Array): boolean =>
  !isCompoundFile(bytes) && bytes.length % 2 === 0 && bytes.subarray(0, 4096).includes(0);
