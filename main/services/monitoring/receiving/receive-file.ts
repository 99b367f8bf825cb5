import type { JobContext } from '../../../jobs/progress.ts';
import { sha256OfFile, type SourceFile } from '../../files.ts';
import { unreadable } from '../../unpack.ts';
import { type ExaminedMonitoring, type MonitoringRequest, refused } from './examine-file.ts';
import type { FileReader } from './file-reader.ts';

/** Reads one file as far as it can be read. Never throws for a bad file: what is wrong becomes findings. Null for a file that is not wanted. */
export async function examineMonitoringFile(
  source: SourceFile,
  request: MonitoringRequest,
  reader: FileReader,
  job: JobContext,
): Promise<ExaminedMonitoring | null> {
  const unread = { name: source.name, sha256: null, bytes: null, opened: null };
  // Office keeps such a file beside a workbook that is open.
  if (source.name.startsWith('~$')) return request.only === null ? refused(unread, 'FILE_LOCK', {}) : null;
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    const { code, params } = unreadable(error);
    return request.only === null ? refused(unread, code, params) : null;
  }
  if (request.only !== null && !request.only.has(await sha256OfFile(bytes))) return null;
  return reader.read({ name: source.name, bytes, request }, job.signal, (fraction) => job.report(fraction, 'readMonitoring'));
}
