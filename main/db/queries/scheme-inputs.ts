import type { ReadHandle, WriteHandle } from '../handles.ts';

/** 录入 for a scheme: points of a reviewer (评审分), a parameter (参数), whether something happened (事件). */
export interface SchemeInput {
  readonly id: number;
  readonly schemeId: string;
  readonly period: string;
  /** Id of the unit, `district`; null for every subject of the scheme. */
  readonly subjectId: string | null;
  readonly kind: 'manual' | 'param' | 'event';
  readonly name: string;
  /** Null: what was entered before is withdrawn (撤回). */
  readonly value: string | null;
  readonly document: string;
  readonly actor: string;
  readonly at: string;
}

const COLUMNS = 'id, scheme_id AS schemeId, period, subject_id AS subjectId, kind, name, value, document, actor, at';

export function insertSchemeInput(db: WriteHandle, input: Omit<SchemeInput, 'id'>): void {
  const { schemeId, period, subjectId, kind, name, value, document, actor, at } = input;
  db.prepare(
    'INSERT INTO scheme_input (scheme_id, period, subject_id, kind, name, value, document, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(schemeId, period, subjectId, kind, name, value, document, actor, at);
}

/** The newest of each place that is not withdrawn, of one scheme or of all. */
export const selectSchemeInputs = (db: ReadHandle, schemeId: string | null): SchemeInput[] =>
  db
    .prepare(
      `SELECT ${COLUMNS} FROM scheme_input
      WHERE id IN (SELECT max(id) FROM scheme_input WHERE ? IS NULL OR scheme_id = ? GROUP BY scheme_id, period, subject_id, kind, name)
      AND value IS NOT NULL ORDER BY scheme_id, period, kind, name, subject_id`,
    )
    .all(schemeId, schemeId) as SchemeInput[];

/** Everything that was ever entered or withdrawn, oldest first. */
export const selectSchemeInputHistory = (db: ReadHandle): SchemeInput[] =>
  db.prepare(`SELECT ${COLUMNS} FROM scheme_input ORDER BY id`).all() as SchemeInput[];

/** What the log says was entered, oldest first. */
export const selectLoggedSchemeInputs = (db: ReadHandle): Omit<SchemeInput, 'id'>[] =>
  db
    .prepare(
      `SELECT detail ->> 'scheme' AS schemeId, detail ->> 'period' AS period, detail ->> 'subject' AS subjectId, detail ->> 'kind' AS kind,
        detail ->> 'name' AS name, detail ->> 'value' AS value, detail ->> 'document' AS document, actor,
        coalesce(detail ->> 'at', at) AS at
      FROM event WHERE kind = 'schemes.enter' ORDER BY id`,
    )
    .all() as Omit<SchemeInput, 'id'>[];
