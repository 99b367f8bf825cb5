import { DEFAULT_LIMITS } from '../workbook-reader/limits.ts';
import { isOffice, openParts, type Package } from '../workbook-reader/package.ts';
import { Refusal } from '../workbook-reader/refusal.ts';
import { kindOf } from '../workbook-reader/sniff.ts';

/** A file within a compressed archive (压缩包). */
export interface ArchiveMember {
  /** Its name with its folders within the archive. */
  readonly name: string;
  /** Bytes when inflated, as the directory says; it is never inflated beyond that. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Left by programs that pack folders; nobody sent them. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a zip that is no document itself; null for anything else, and for one that cannot be opened, which the reader of tables then
 * refuses by its own words. An archive within the archive is a member like any other, for the caller to open.
 */
export async function archiveMembers(bytes: Uint8Array): Promise<readonly ArchiveMember[] | null> {
  if (kindOf(bytes) !== 'zip' || bytes.length > DEFAULT_LIMITS.fileBytes) return null;
  let parts: Package;
  try {
    parts = await openParts(bytes, { ...DEFAULT_LIMITS, partBytes: DEFAULT_LIMITS.fileBytes });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  if (isOffice(parts) || parts.has('mimetype')) return null;
  const names = parts.names.filter((name) => !name.endsWith('/') && !LITTER.test(name));
  return names.length === 0 ? null : names.map((name) => ({ name, size: parts.sizeOf(name), read: () => parts.readAside(name) }));
}

/**
 * Bytes of XML that reading a file of an archive may inflate, as its directory says: of a workbook or document, which are containers themselves. None
 * of what is no container, and none of parts that are refused for their size.
 */
export async function inflatedWithin(bytes: Uint8Array): Promise<number> {
  if (kindOf(bytes) !== 'zip' || bytes.length > DEFAULT_LIMITS.fileBytes) return 0;
  try {
    const parts = await openParts(bytes, DEFAULT_LIMITS);
    const sizes = parts.names.filter((name) => /\.xml$/i.test(name)).map((name) => parts.sizeOf(name));
    return sizes.filter((size) => size <= DEFAULT_LIMITS.totalBytes).reduce((sum, size) => sum + size, 0);
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}
