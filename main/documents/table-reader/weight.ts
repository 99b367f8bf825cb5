import { DEFAULT_LIMITS } from '../workbook-reader/limits.ts';
import { isOffice, openParts } from '../workbook-reader/package.ts';
import { Refusal } from '../workbook-reader/refusal.ts';
import { kindOf } from '../workbook-reader/sniff.ts';
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
      return weightOfText(bytes);
    default:
      return 'light';
  }
}

const weigh = (size: number, [light, ordinary]: readonly [light: number, ordinary: number]): Weight =>
  size <= light ? 'light' : size <= ordinary ? 'ordinary' : 'large';

/** What is refused at the first look at its lines costs no more than that look. */
function weightOfText(bytes: Uint8Array): Weight {
  const weight = weigh(bytes.length, BOUNDS.text);
  if (weight === 'light') return weight;
  try {
    refuseStrayLines(bytes, DEFAULT_LIMITS);
    return weight;
  } catch (error) {
    if (error instanceof Refusal) return 'light';
    throw error;
  }
}

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
