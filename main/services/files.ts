import { createHash } from 'node:crypto';
import { inPieces } from '../documents/workbook-reader/pieces.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

export { canonicalJson };

/** A file to take in. Its name is the sender's; services never see a path. */
export interface SourceFile {
  readonly name: string;
  /** Reads all bytes; a failure is reported as a finding of this file and does not end the batch. */
  read(): Promise<Uint8Array>;
}

/** A place the user chose to write to. Writes are all-or-nothing: no half file is ever left under the final name. */
export interface OutputFolder {
  write(name: string, bytes: Uint8Array): Promise<void>;
}

export interface OutputFile {
  readonly name: string;
  write(bytes: Uint8Array): Promise<void>;
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The same of a file that may be large: other work of the process has its turn meanwhile. */
export async function sha256OfFile(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of inPieces(bytes)) hash.update(piece);
  return hash.digest('hex');
}

/** Content hash of plain data: the same data gives the same hash whatever the order of its keys. */
export const contentHash = (value: unknown): string => sha256Of(canonicalJson(value));

/** Of the text as its author wrote it (办法原文); blank where none was kept. */
export const sourceHashOf = (source: string | null): string => (source === null ? '' : sha256Of(source));
