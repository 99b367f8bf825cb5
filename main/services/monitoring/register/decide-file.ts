import type { MonitoringFileDecided } from '../../../../shared/contract/monitoring-files.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type MonitoringFileRecord, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { insertDecision, selectMonitoringId, selectWithdrawnMonitoring } from '../../../db/queries/register.ts';
import { checkpoint, type JobContext } from '../../../jobs/progress.ts';
import type { WritingContext } from '../../context.ts';
import type { ReadingContext } from '../receiving/file-reader.ts';
import { listMonitoringFiles } from './list-files.ts';
import { readStored } from './read-stored.ts';
import { type DustSpans, settleMarks } from './settle-marks.ts';

export interface DecideFileRequest {
  /** 收件号. */
  readonly number: number;
  readonly reason: string;
  /** Who has decided, where it is not the person who records it. */
  readonly by?: string | undefined;
}

/**
 * 撤回 of a file of monitoring data, dust days or forecasts: nothing of it counts any more, and what it had replaced counts again; 恢复 undoes
 * that. Files stand in the order in which they were received, whenever they are restored.
 */
export async function decideMonitoringFile(
  context: WritingContext & ReadingContext,
  act: 'withdraw' | 'restore',
  request: DecideFileRequest,
  job: JobContext,
): Promise<MonitoringFileDecided> {
  await checkpoint(job);
  const file = standing(context.work.handle, act, request.number);
  let spans: DustSpans = new Map();
  for (;;) {
    spans = file.kind === 'dust' ? await dustSpans(context, job, spans) : spans;
    await checkpoint(job);
    const decided = decide(context, act, request, { file, spans });
    if (decided !== null) return decided;
  }
}

/** Null, with nothing written, where a list of dust days has come since the spans were read: decision and spans are of one moment. */
function decide(
  { writer: db, actor, now }: WritingContext,
  act: 'withdraw' | 'restore',
  { number, reason, by: said }: DecideFileRequest,
  { file, spans }: { readonly file: MonitoringFileRecord; readonly spans: DustSpans },
): MonitoringFileDecided | null {
  return db.transaction(() => {
    standing(db, act, number);
    if (file.kind === 'dust' && selectMonitoringFiles(db).some(({ id, kind }) => kind === 'dust' && !spans.has(id))) return null;
    const [by, at] = [said ?? actor.name, now()];
    insertDecision(db, { number, act: act === 'withdraw' ? 'withdraw' : 'adopt', cause: 'person', reason, actor: by, at });
    const changed = settleMarks(db, file, spans);
    const { sha256, kind, fileName } = file;
    db.note({ subject: String(number), reason, detail: { number, kind, sha256, file: fileName, reason, by, at } });
    return { act, number, file: fileName, changed, files: listMonitoringFiles(db).files };
  });
}

/** The file, if the decision would say something: withdrawn is what stands, restored what was withdrawn. */
function standing(db: ReadHandle, act: 'withdraw' | 'restore', number: number): MonitoringFileRecord {
  const id = selectMonitoringId(db, number);
  const file = selectMonitoringFiles(db).find((record) => record.id === id);
  if (file === undefined) throw new Failure('AIR_FILE_UNKNOWN', { number });
  const withdrawn = selectWithdrawnMonitoring(db).has(file.id);
  if (withdrawn !== (act === 'restore'))
    throw new Failure(withdrawn ? 'AIR_FILE_WITHDRAWN' : 'AIR_FILE_STANDS', { number, file: file.fileName });
  return file;
}

/** The span of a list stands in the list alone: every one that is not `known` is read again, as it was when it came. */
async function dustSpans(context: ReadingContext, job: JobContext, known: DustSpans): Promise<DustSpans> {
  const spans = new Map(known);
  for (const file of selectMonitoringFiles(context.work.handle)) {
    if (file.kind !== 'dust' || spans.has(file.id)) continue;
    await checkpoint(job);
    const content = (await readStored(context, file, job))?.content;
    if (content?.kind !== 'dust') throw new Failure('AIR_FILE_UNREADABLE', { file: file.fileName });
    spans.set(file.id, content.span);
  }
  return spans;
}
