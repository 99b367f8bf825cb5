import type { ReviewAct } from '../../../shared/domain/reporting/unit-state.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** 收到日期 of a version with the way (途径) by which it came. Only ever added; the newest of a 收件号 holds. */
export interface ReceiptRecord {
  readonly number: number;
  readonly receivedOn: string;
  readonly via: string;
  readonly cause: 'import' | 'person';
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const RECEIPT = 'number, received_on AS receivedOn, via, cause, reason, actor, at';

export function insertReceipt(db: WriteHandle, { number, receivedOn, via, cause, reason, actor, at }: ReceiptRecord): void {
  db.prepare('INSERT INTO receipt (number, received_on, via, cause, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    number,
    receivedOn,
    via,
    cause,
    reason,
    actor,
    at,
  );
}

/** The receipts that hold, by the id of the return. */
export const selectStandingReceipts = (db: ReadHandle): ReadonlyMap<number, ReceiptRecord> =>
  new Map(
    (db.prepare(`SELECT return_id AS returnId, ${RECEIPT} FROM standing_receipt`).all() as (ReceiptRecord & { returnId: number })[]).map(
      ({ returnId, ...record }) => [returnId, record],
    ),
  );

export const selectReceipts = (db: ReadHandle): ReceiptRecord[] =>
  db.prepare(`SELECT ${RECEIPT} FROM receipt ORDER BY id`).all() as ReceiptRecord[];

/** What the log says of receipts, oldest first: of imports and of persons. */
export const selectLoggedReceipts = (db: ReadHandle): ReceiptRecord[] =>
  db
    .prepare(`
    SELECT e.id AS event, f.key AS place, f.value ->> 'number' AS number, f.value ->> '$.received.on' AS receivedOn,
      f.value ->> '$.received.via' AS via, 'import' AS cause, '' AS reason, e.actor, e.detail ->> 'at' AS at
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'returns.import' AND f.value ->> 'received' IS NOT NULL
    UNION ALL
    SELECT id, 0, detail ->> 'number', detail ->> 'on', detail ->> 'via', 'person', detail ->> 'reason', detail ->> 'by', detail ->> 'at'
    FROM event WHERE kind = 'reporting.receipt' ORDER BY event, place`)
    .all()
    .map((row) => {
      const { number, receivedOn, via, cause, reason, actor, at } = row as ReceiptRecord;
      return { number, receivedOn, via, cause, reason, actor, at };
    });

/** 延期 (until which day) or 免于迟报扣分 of a unit, or that it is taken back (given false). */
export interface DeadlineRecord {
  readonly year: number;
  readonly unitId: string;
  readonly kind: 'waiver' | 'extension';
  readonly given: boolean;
  readonly until: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

type DeadlineRow = Omit<DeadlineRecord, 'given'> & { readonly given: number };

const DEADLINE = 'year, unit_id AS unitId, kind, given, until, reason, actor, at';
const toDeadline = (row: DeadlineRow): DeadlineRecord => ({ ...row, given: row.given === 1 });

export function insertDeadline(db: WriteHandle, { year, unitId, kind, given, until, reason, actor, at }: DeadlineRecord): void {
  db.prepare('INSERT INTO deadline (year, unit_id, kind, given, until, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    year,
    unitId,
    kind,
    given ? 1 : 0,
    until,
    reason,
    actor,
    at,
  );
}

/** Those that hold for the year. */
export const selectStandingDeadlines = (db: ReadHandle, year: number): DeadlineRecord[] =>
  (db.prepare(`SELECT ${DEADLINE} FROM standing_deadline WHERE year = ? ORDER BY unit_id, kind`).all(year) as DeadlineRow[]).map(
    toDeadline,
  );

export const selectDeadlines = (db: ReadHandle): DeadlineRecord[] =>
  (db.prepare(`SELECT ${DEADLINE} FROM deadline ORDER BY id`).all() as DeadlineRow[]).map(toDeadline);

export const selectLoggedDeadlines = (db: ReadHandle): DeadlineRecord[] =>
  (
    db
      .prepare(`
    SELECT detail ->> 'year' AS year, detail ->> 'unit' AS unitId, detail ->> 'kind' AS kind, detail ->> 'given' AS given,
      detail ->> 'until' AS until, detail ->> 'reason' AS reason, detail ->> 'by' AS actor, detail ->> 'at' AS at
    FROM event WHERE kind = 'reporting.deadline' ORDER BY id`)
      .all() as DeadlineRow[]
  ).map(toDeadline);

/** 审核 of a unit's year: passed 通过, returned 退回, open: the word before is taken back. */
export interface ReviewRecord {
  readonly year: number;
  readonly unitId: string;
  readonly act: ReviewAct;
  /** 收件号 that counted then; 0 where none did. */
  readonly number: number;
  /** The newest 收件号 of the unit's year, and ids of the newest decision and answer then. */
  readonly seen: number;
  readonly decided: number;
  readonly answered: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const REVIEW_KEYS = ['act', 'number', 'seen', 'decided', 'answered', 'reason'] as const;
const REVIEW = `year, unit_id AS unitId, ${REVIEW_KEYS.join(', ')}, actor, at`;

export function insertReview(db: WriteHandle, review: ReviewRecord): void {
  const { year, unitId, act, number, seen, decided, answered, reason, actor, at } = review;
  db.prepare(`INSERT INTO review (year, unit_id, act, number, seen, decided, answered, reason, actor, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(year, unitId, act, number, seen, decided, answered, reason, actor, at);
}

/** The word that holds for each unit of the year; none where it was taken back. */
export const selectStandingReviews = (db: ReadHandle, year: number): ReviewRecord[] =>
  db.prepare(`SELECT ${REVIEW} FROM standing_review WHERE year = ? ORDER BY unit_id`).all(year) as ReviewRecord[];

export const selectReviews = (db: ReadHandle): ReviewRecord[] =>
  db.prepare(`SELECT ${REVIEW} FROM review ORDER BY id`).all() as ReviewRecord[];

export const selectLoggedReviews = (db: ReadHandle): ReviewRecord[] =>
  db
    .prepare(`
    SELECT e.detail ->> 'year' AS year, r.value ->> 'unit' AS unitId, e.detail ->> 'act' AS act, r.value ->> 'number' AS number,
      r.value ->> 'seen' AS seen, r.value ->> 'decided' AS decided, r.value ->> 'answered' AS answered,
      e.detail ->> 'reason' AS reason, e.detail ->> 'by' AS actor, e.detail ->> 'at' AS at
    FROM event e, json_each(e.detail, '$.units') r WHERE e.kind = 'reporting.review' ORDER BY e.id, r.key`)
    .all() as ReviewRecord[];

/** Ids of the newest decision about a version and of the newest answer to a finding; 0 before the first. */
export const selectNewestWords = (db: ReadHandle): { readonly decided: number; readonly answered: number } =>
  db
    .prepare(
      'SELECT (SELECT coalesce(max(id), 0) FROM version_decision) AS decided, (SELECT coalesce(max(id), 0) FROM finding_answer) AS answered',
    )
    .get() as { decided: number; answered: number };

/** 通过后改动: versions that came, decisions of persons about those that were there, and answers, since the word that holds for each unit. */
export const countChangesSince = (db: ReadHandle, year: number): ReadonlyMap<string, number> =>
  new Map(
    (
      db
        .prepare(`
    WITH own AS (SELECT f.number, r.unit_id FROM received_file f JOIN return_file r ON r.id = f.return_id WHERE r.year = ?)
    SELECT w.unit_id AS unitId,
      (SELECT count(*) FROM own WHERE own.unit_id = w.unit_id AND own.number > w.seen)
      + (SELECT count(*) FROM version_decision d JOIN own ON own.number = d.number
        WHERE own.unit_id = w.unit_id AND own.number <= w.seen AND d.id > w.decided AND d.cause = 'person')
      + (SELECT count(*) FROM finding_answer a JOIN own ON own.number = a.number
        WHERE own.unit_id = w.unit_id AND own.number <= w.seen AND a.id > w.answered) AS changes
    FROM standing_review w WHERE w.year = ?`)
        .all(year, year) as { unitId: string; changes: number }[]
    ).map(({ unitId, changes }) => [unitId, changes]),
  );

/** 发出: that the form of a unit was sent, or that this was said by mistake (undo). */
export interface SendingRecord {
  readonly year: number;
  readonly unitId: string;
  readonly act: 'send' | 'undo';
  /** File name of the form, and the version of the year's plan that it was made from. */
  readonly form: string | null;
  readonly version: string | null;
  readonly sentOn: string | null;
  readonly via: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const SENDING = 'year, unit_id AS unitId, act, form, version, sent_on AS sentOn, via, reason, actor, at';

export function insertSending(db: WriteHandle, sending: SendingRecord): void {
  const { year, unitId, act, form, version, sentOn, via, reason, actor, at } = sending;
  db.prepare(`INSERT INTO sending (year, unit_id, act, form, version, sent_on, via, reason, actor, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(year, unitId, act, form, version, sentOn, via, reason, actor, at);
}

export const selectStandingSendings = (db: ReadHandle, year: number): SendingRecord[] =>
  db.prepare(`SELECT ${SENDING} FROM standing_sending WHERE year = ? ORDER BY unit_id`).all(year) as SendingRecord[];

export const selectSendings = (db: ReadHandle): SendingRecord[] =>
  db.prepare(`SELECT ${SENDING} FROM sending ORDER BY id`).all() as SendingRecord[];

export const selectLoggedSendings = (db: ReadHandle): SendingRecord[] =>
  db
    .prepare(`
    SELECT e.detail ->> 'year' AS year, s.value ->> 'unit' AS unitId, e.detail ->> 'act' AS act, s.value ->> 'form' AS form,
      s.value ->> 'version' AS version, e.detail ->> 'on' AS sentOn, e.detail ->> 'via' AS via, e.detail ->> 'reason' AS reason,
      e.detail ->> 'by' AS actor, e.detail ->> 'at' AS at
    FROM event e, json_each(e.detail, '$.units') s WHERE e.kind = 'reporting.sent' ORDER BY e.id, s.key`)
    .all() as SendingRecord[];
