import { DEFAULT_LIMITS } from '../workbook-reader/limits.ts';
import { isOffice, openParts } from '../workbook-reader/package.ts';
import { Refusal } from '../workbook-reader/refusal.ts';
import { type FileKind, kindOf } from '../workbook-reader/sniff.ts';
import { refuseStrayLines } from './stray-lines.ts';

/**
 * What reading a file can cost at the most (分量): `light` is read within moments whatever stands in it, as its own reader counts all it makes;
 * `ordinary` is as much as forms and months of monitoring have, `large` a year of hours.
 */
export type Weight = 'light' | 'ordinary' | 'large';

const MEGABYTE = 1024 * 1024;

/** Bytes up to which a file is light and up to which it is ordinary; zero for what other people's code reads. */
const BOUNDS = {
  workbook: [6 * MEGABYTE, 16 * MEGABYTE],
  otherPackage: [0, 6 * MEGABYTE],
  text: [MEGABYTE / 2, 3 * MEGABYTE],
  page: [0, 2 * MEGABYTE],
  xml: [0, 16 * MEGABYTE],
  old: [0, 4 * MEGABYTE],
  encrypted: [0, MEGABYTE],
} as const satisfies Readonly<Record<string, readonly [light: number, ordinary: number]>>;

export async function weightOf(bytes: Uint8Array): Promise<Weight> {
  if (bytes.length > DEFAULT_LIMITS.fileBytes) return 'light';
  switch (kindOf(bytes)) {
    case 'zip':
      return weightOfPackage(bytes);
    case 'xls':
      return weigh(bytes.length, BOUNDS.old);
    case 'encrypted':
      return weigh(bytes.length, BOUNDS.encrypted);
    case 'xml2003':
      return weigh(bytes.length, BOUNDS.xml);
    case 'html':
      return weigh(bytes.length, BOUNDS.page);
    case 'csv':
    case 'unknown':
      return weigh(bytes.length, BOUNDS.text);
    default:
      return 'light';
  }
}

/** What the size of a file and the lines of a text tell already: such a file goes to no thread. Null where it has to be read. */
export function refusedAtSight(bytes: Uint8Array): Refusal | null {
  const { fileBytes } = DEFAULT_LIMITS;
  if (bytes.length > fileBytes) return new Refusal('FILE_TOO_LARGE', { value: bytes.length, maximum: fileBytes });
  if (bytes.length <= BOUNDS.text[0] || !isText(kindOf(bytes))) return null;
  try {
    refuseStrayLines(bytes, DEFAULT_LIMITS);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const isText = (kind: FileKind): boolean => kind === 'csv' || kind === 'unknown';

const weigh = (size: number, [light, ordinary]: readonly [light: number, ordinary: number]): Weight =>
  size <= light ? 'light' : size <= ordinary ? 'ordinary' : 'large';

/** Every part is inflated to the size it declares and no further, so the directory tells the whole cost. A part beyond the bound is not inflated at all. */
async function weightOfPackage(bytes: Uint8Array): Promise<Weight> {
  try {
    const parts = await openParts(bytes, DEFAULT_LIMITS);
    const own = isOffice(parts) && !parts.names.some((name) => /^word\//i.test(name));
    return weigh(parts.inflatable, own ? BOUNDS.workbook : BOUNDS.otherPackage);
  } catch (error) {
    if (error instanceof Refusal) return 'light';
    throw error;
  }
}
