import type { ReadHandle, WriteHandle } from '../handles.ts';
import { DUST_CARRIED } from '../migrations/0210-dust-setting.ts';

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

/** Those that the log had told of before an event: each entry has one of its own. */
export function selectSettingsBefore(db: ReadHandle, event: number): SettingRecord[] {
  const { told } = db.prepare("SELECT count(*) AS told FROM event WHERE kind = 'settings.set' AND id < ?").get(event) as { told: number };
  return selectSettings(db).slice(0, told);
}

/** The event by which a migration wrote dust days as a setting; null in a work that always had it. */
export function selectDustCarried(db: ReadHandle): number | null {
  const { kind, subject, actor } = DUST_CARRIED;
  const found = db.prepare('SELECT min(id) AS id FROM event WHERE kind = ? AND subject = ? AND actor = ?').get(kind, subject, actor);
  return (found as { id: number | null }).id;
}

export function insertSetting(db: WriteHandle, setting: SettingRecord): void {
  db.prepare(
    `INSERT INTO setting (id, key, value, from_date, document, reason, actor, stored_at)
    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM setting), ?, ?, ?, ?, ?, ?, ?)`,
  ).run(setting.key, JSON.stringify(setting.value), setting.from, setting.document, setting.reason, setting.actor, setting.storedAt);
}
