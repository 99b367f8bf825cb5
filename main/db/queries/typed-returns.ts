import type { TypedFacts } from '../../../shared/domain/returns/typed/facts.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

export function insertTyped(db: WriteHandle, returnId: number, { way, receivedOn, by, scan }: TypedFacts): void {
  db.prepare('INSERT INTO typed_return (return_id, way, received_on, typed_by, scan_sha256, scan_name) VALUES (?, ?, ?, ?, ?, ?)').run(
    returnId,
    way,
    receivedOn,
    by,
    scan?.sha256 ?? null,
    scan?.name ?? null,
  );
}

interface TypedRow extends Pick<TypedFacts, 'way' | 'receivedOn' | 'by'> {
  readonly key: number;
  readonly sha256: string | null;
  readonly name: string | null;
}

const toFacts = ({ way, receivedOn, by, sha256, name }: TypedRow): TypedFacts => ({
  way,
  receivedOn,
  by,
  scan: sha256 === null || name === null ? null : { sha256, name },
});

const FACTS = 't.way, t.received_on AS receivedOn, t.typed_by AS "by", t.scan_sha256 AS sha256, t.scan_name AS name';

/** Versions that the office typed in (手工录入), by the id of their return. */
export const selectTyped = (db: ReadHandle): ReadonlyMap<number, TypedFacts> =>
  new Map(
    (db.prepare(`SELECT t.return_id AS key, ${FACTS} FROM typed_return t ORDER BY t.return_id`).all() as TypedRow[]).map((row) => [
      row.key,
      toFacts(row),
    ]),
  );

/** The same under its 收件号, as an event tells of it. */
export interface NumberedTyped extends TypedFacts {
  readonly number: number;
}

const numbered = (row: TypedRow): NumberedTyped => ({ number: row.key, ...toFacts(row) });

export const selectNumberedTyped = (db: ReadHandle): NumberedTyped[] =>
  (
    db
      .prepare(`
    SELECT f.number AS key, ${FACTS} FROM typed_return t LEFT JOIN received_file f ON f.return_id = t.return_id ORDER BY t.return_id`)
      .all() as TypedRow[]
  ).map(numbered);

/** Those that the log of imports speaks of, in its order. */
export const selectLoggedTyped = (db: ReadHandle): NumberedTyped[] =>
  (
    db
      .prepare(`
    SELECT f.value ->> 'number' AS key, f.value ->> '$.typed.way' AS way, f.value ->> '$.typed.receivedOn' AS receivedOn,
      f.value ->> '$.typed.by' AS "by", f.value ->> '$.typed.scan.sha256' AS sha256, f.value ->> '$.typed.scan.name' AS name
    FROM event e, json_each(e.detail, '$.files') f
    WHERE e.kind = 'returns.import' AND f.value ->> 'outcome' = 'accepted' AND f.value ->> 'typed' IS NOT NULL ORDER BY e.id, f.key`)
      .all() as TypedRow[]
  ).map(numbered);
