import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A dated entry of a setting (设置) of the work. */
export interface SettingRecord {
  readonly key: string;
  readonly value: boolean | string;
  readonly from: string;
  readonly document: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly storedAt: string;
}

/** In the order in which they were stored. */
export function selectSettings(db: ReadHandle): SettingRecord[] {
  const rows = db
    .prepare('SELECT key, value, from_date AS "from", document, reason, actor, stored_at AS storedAt FROM setting ORDER BY id')
    .all() as (Omit<SettingRecord, 'value'> & { readonly value: string })[];
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as boolean | string }));
}

export function insertSetting(db: WriteHandle, setting: SettingRecord): void {
  db.prepare(
    `INSERT INTO setting (id, key, value, from_date, document, reason, actor, stored_at)
    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM setting), ?, ?, ?, ?, ?, ?, ?)`,
  ).run(setting.key, JSON.stringify(setting.value), setting.from, setting.document, setting.reason, setting.actor, setting.storedAt);
}
