import { insertAirDay } from '../../db/queries/returns-air.ts';
import { READING_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import type { WriteHandle } from '../../db/handles.ts';
import type { Steps } from '../../db/stepwise.ts';
import { insertTyped } from '../../db/queries/typed-returns.ts';
import { insertAnswer, insertFinding, insertReturn } from '../../db/queries/returns.ts';
import { insertFile } from '../../db/queries/originals.ts';
import { insertDecision, insertReceived, markCounting } from '../../db/queries/register.ts';
import { keepOriginal } from '../originals.ts';
import { insertReceipt } from '../../db/queries/reporting.ts';
import { typedWayText } from '../../../shared/text/typed-text.ts';
import type { ExaminedFile, TypedOrigin } from './examined-file.ts';
import type { JudgedFile } from './judge-returns.ts';

/**
 * Stores one accepted return: bytes, return, answers, air days, findings, its place in the register; adopts it where it is to count. Gives its
 * 收件号, and the SHA-256 of what it is read as where it came with a password. Runs inside the batch's transaction.
 */
export function* storeReturn(db: WriteHandle, batch: Batch, { file, findings, counts }: JudgedFile): Steps<StoredReturn> {
  yield;
  const { batchId, year } = batch;
  const { sha256, bytes, opened } = file;
  if (file.unit === null || sha256 === null || bytes === null) throw new Error(`not storable: ${file.name}`);
  const readAs = keepOriginal(db, { sha256, bytes, opened });
  const { id } = insertReturn(db, {
    batchId,
    sha256,
    fileName: file.name,
    unitId: file.unit.id,
    year,
    layoutId: file.layoutId,
    reportedOn: file.reportedOn,
    sample: file.sample,
    reading: READING_EDITION,
  });
  for (const [index, answer] of file.answers.entries()) {
    if (index > 0 && index % ROWS_OF_STEP === 0) yield;
    insertAnswer(db, id, answer);
  }
  for (const [index, day] of file.airDays.entries()) {
    if (index % ROWS_OF_STEP === 0) yield;
    insertAirDay(db, id, day);
  }
  for (const item of findings) insertFinding(db, batchId, id, item);
  if (file.typed !== undefined) storeTyped(db, id, file.typed);
  const number = insertReceived(db, { returnId: id });
  const received = receivedOf(batch, file);
  if (received !== undefined)
    insertReceipt(db, {
      number,
      receivedOn: received.on,
      via: received.via,
      cause: 'import',
      reason: '',
      actor: batch.actor,
      at: batch.at,
    });
  if (counts) {
    insertDecision(db, { number, act: 'adopt', cause: 'import', reason: '', actor: batch.actor, at: batch.at });
    markCounting(db, { year, unitId: file.unit.id }, id);
  }
  return { number, opened: readAs };
}

/** Answers or days that are stored in a few milliseconds. */
const ROWS_OF_STEP = 200;

/** How what was typed in had come, with the scan of what the unit wrote. */
function storeTyped(db: WriteHandle, returnId: number, { scanBytes, ...facts }: TypedOrigin): void {
  if (facts.scan !== null && scanBytes !== null) insertFile(db, facts.scan.sha256, scanBytes);
  insertTyped(db, returnId, facts);
}

export interface StoredReturn {
  readonly number: number;
  readonly opened: string | null;
}

export interface Batch {
  readonly batchId: number;
  readonly year: number;
  readonly actor: string;
  readonly at: string;
  readonly received: Received | undefined;
}

/** 收到日期 and 途径. */
export interface Received {
  readonly on: string;
  readonly via: string;
}

/** Of what was typed in it is known from the beginning; of a file somebody has to say it. */
export const receivedOf = ({ received }: Pick<Batch, 'received'>, { typed }: Pick<ExaminedFile, 'typed'>): Received | undefined =>
  typed === undefined ? received : { on: typed.receivedOn, via: typedWayText(typed.way) };
