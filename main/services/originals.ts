import type { ReadHandle, WriteHandle } from '../db/handles.ts';
import { insertFile, insertOpened, selectFileBytes, selectOpened } from '../db/queries/originals.ts';
import { sha256Of } from './files.ts';

export interface Received {
  readonly sha256: string;
  /** As the file came. */
  readonly bytes: Uint8Array;
  /** Without its password (打开密码), where one had to be given. */
  readonly opened: Uint8Array | null;
}

/**
 * Keeps an original (原件). One that came with a password is kept twice, each under its own SHA-256: as it came, which is the evidence of what was
 * sent, and without the password, which is what the original sheet, the check and the auditor read. The password itself is kept nowhere: it is
 * the sender's, and may open other things of theirs. Keeping only the first would leave a work that nobody can check once the word is forgotten;
 * keeping only the second would leave nothing that the sender has sent. Whoever still knows the word can open the one and compare it with the
 * other. Gives the SHA-256 of the second, for the log of the import, so that the check sees a change of either.
 */
export function keepOriginal(db: WriteHandle, { sha256, bytes, opened }: Received): string | null {
  insertFile(db, sha256, bytes);
  if (opened === null) return null;
  const known = selectOpened(db, sha256);
  if (known !== null) return known;
  const openedSha256 = sha256Of(opened);
  insertFile(db, openedSha256, opened);
  insertOpened(db, { sha256, opened: openedSha256 });
  return openedSha256;
}

/** The bytes that a stored original is read by; the SHA-256 that does not hold where one of them has been changed or is gone. */
export function originalToRead(db: ReadHandle, sha256: string): { readonly bytes: Uint8Array } | { readonly broken: string } {
  const opened = selectOpened(db, sha256);
  let bytes: Uint8Array = new Uint8Array();
  for (const wanted of opened === null ? [sha256] : [sha256, opened]) {
    const found = selectFileBytes(db, wanted);
    if (found === null || sha256Of(found) !== wanted) return { broken: wanted };
    bytes = found;
  }
  return { bytes };
}
