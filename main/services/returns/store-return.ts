import { insertAirDay } from '../../db/queries/returns-air.ts';
import { READING_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import type { WriteHandle } from '../../db/handles.ts';
import { insertAnswer, insertFile, insertFinding, insertReturn } from '../../db/queries/returns.ts';
import type { JudgedFile } from './judge-returns.ts';

/** Stores one accepted return: bytes, return, answers, air days, findings. Runs inside the batch's transaction. */
export function storeReturn(db: WriteHandle, batchId: number, year: number, { file, findings }: JudgedFile): void {
  if (file.unit === null || file.sha256 === null || file.bytes === null) throw new Error(`not storable: ${file.name}`);
  insertFile(db, file.sha256, file.bytes);
  const { id } = insertReturn(db, {
    batchId,
    sha256: file.sha256,
    fileName: file.name,
    unitId: file.unit.id,
    year,
    layoutId: file.layoutId,
    reportedOn: file.reportedOn,
    sample: file.sample,
    reading: READING_EDITION,
  });
  for (const answer of file.answers) insertAnswer(db, id, answer);
  for (const day of file.airDays) insertAirDay(db, id, day);
  for (const item of findings) insertFinding(db, batchId, id, item);
}
