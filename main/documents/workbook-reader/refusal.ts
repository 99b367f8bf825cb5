import type { FindingCode, FindingParams } from '../../../shared/domain/findings.ts';

/**
 * Why a file is not read. Thrown anywhere inside the reader and turned into a value by readTable, so that no exception leaves this folder
 * for anything that a file can contain.
 */
export class Refusal extends Error {
  readonly code: FileCode;
  readonly params: FindingParams;

  constructor(code: FileCode, params: FindingParams = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}

export type FileCode = Extract<FindingCode, `FILE_${string}`>;

/** What a file is when it is not a workbook. Stable words; shared/text names them in Chinese. */
export type ForeignKind = 'pdf' | 'word' | 'html' | 'csv' | 'zip' | 'image' | 'ods' | 'fods' | 'xlsb' | 'unknown';

export type UnsafeReason = 'dtd' | 'path' | 'overlap' | 'duplicate' | 'encrypted' | 'external';

export type DamageReason = 'missing' | 'truncated' | 'checksum' | 'size' | 'compression' | 'directory' | 'encoding' | 'xml' | 'content';

/** Name of a limit of ReaderLimits or of an archive (压缩包) with archives in it, or `address` for a cell beyond XFD1048576; `memory` (MB) and `time` (s) are those of the thread that reads. */
export type LimitName =
  | 'archiveDepth'
  | 'archiveFiles'
  | 'archiveBytes'
  | 'entries'
  | 'totalBytes'
  | 'partBytes'
  | 'depth'
  | 'stringLength'
  | 'cells'
  | 'otherCells'
  | 'rowCells'
  | 'sheets'
  | 'merges'
  | 'strings'
  | 'values'
  | 'page'
  | 'styles'
  | 'elements'
  | 'address'
  | 'line'
  | 'hashes'
  | 'memory'
  | 'time';

export const foreign = (kind: ForeignKind): Refusal => new Refusal('FILE_NOT_WORKBOOK', { kind });

/** `part` is the name inside the zip, or `zip` for the container itself. */
export const damaged = (part: string, reason: DamageReason, place: FindingParams = {}): Refusal =>
  new Refusal('FILE_DAMAGED', { part, reason, ...place });

export const unsafe = (reason: UnsafeReason, part: string): Refusal => new Refusal('FILE_UNSAFE', { reason, part });

/** `value` is what the file asks for, as far as it was counted; `maximum` is what is allowed. */
export const overLimit = (limit: LimitName, value: number | string, maximum: number | string, place: FindingParams = {}): Refusal =>
  new Refusal('FILE_OVER_LIMIT', { limit, value, maximum, ...place });
