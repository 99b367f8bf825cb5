import { Failure } from '../../../../shared/domain/failure.ts';
import type { EventEvidence } from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import type { WriteHandle } from '../../../db/handles.ts';
import { insertFile, selectFileBytes } from '../../../db/queries/originals.ts';
import { checkpoint, type JobContext } from '../../../jobs/progress.ts';
import type { ServiceContext } from '../../context.ts';
import { type OutputFolder, sha256OfFile, type SourceFile } from '../../files.ts';
import { requireEvent } from './list-events.ts';

/** A file that shows an event (证据), as it came. */
export interface EvidenceFile extends EventEvidence {
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1024 * 1024;
/** A work is copied for every backup. */
const LARGEST = 30 * MEGABYTE;

export async function readEvidence(sources: readonly SourceFile[]): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = [];
  for (const source of sources) {
    const bytes = await source.read().catch(() => null);
    if (bytes === null || bytes.length === 0 || bytes.length > LARGEST)
      throw new Failure('EVENT_EVIDENCE', { file: source.name, most: LARGEST / MEGABYTE });
    files.push({ name: source.name, sha256: await sha256OfFile(bytes), bytes });
  }
  return files;
}

/** Each once, by its hash; what a statement tells of them. */
export function keepEvidence(db: WriteHandle, files: readonly EvidenceFile[]): EventEvidence[] {
  for (const { sha256, bytes } of files) insertFile(db, sha256, bytes);
  return files.map(({ sha256, name }) => ({ sha256, name }));
}

/** Gives the evidence of an event out again. */
export async function writeEvidence(
  { work: { handle: db } }: ServiceContext,
  folder: OutputFolder,
  id: number,
  job: JobContext,
): Promise<{ files: { file: string; bytes: number }[] }> {
  await checkpoint(job);
  const { evidence } = requireEvent(db, id);
  if (evidence.length === 0) throw new Failure('EVENT_NO_EVIDENCE', { event: id });
  const files: { file: string; bytes: number }[] = [];
  for (const { sha256, name } of evidence) {
    await checkpoint(job);
    const bytes = selectFileBytes(db, sha256);
    if (bytes === null) throw new Failure('EVENT_NO_EVIDENCE', { event: id });
    // Two files of one name are two files.
    const file = files.some((written) => written.file === name) ? `${sha256.slice(0, 8)}-${name}` : name;
    await folder.write(file, bytes);
    files.push({ file, bytes: bytes.byteLength });
  }
  return { files };
}
