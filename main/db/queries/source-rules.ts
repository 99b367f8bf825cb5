import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A dated rule for the values of a source (来源), as somebody has said it; the source is known by sourceKey. */
export interface SourceRuleRecord {
  readonly source: string;
  readonly key: string;
  readonly value: string;
  readonly from: string;
  readonly document: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly storedAt: string;
}

/** In the order in which they were stored. */
export const selectSourceRules = (db: ReadHandle): SourceRuleRecord[] =>
  db
    .prepare('SELECT source, key, value, from_date AS "from", document, reason, actor, stored_at AS storedAt FROM source_rule ORDER BY id')
    .all() as SourceRuleRecord[];

export function insertSourceRule(db: WriteHandle, rule: SourceRuleRecord): void {
  db.prepare(
    `INSERT INTO source_rule (id, source, key, value, from_date, document, reason, actor, stored_at)
    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM source_rule), ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(rule.source, rule.key, rule.value, rule.from, rule.document, rule.reason, rule.actor, rule.storedAt);
}
