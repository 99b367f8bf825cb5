import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { StoredSetting } from '../../../shared/contract/settings.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import {
  allowedValues,
  isChoice,
  isSettingKey,
  readSetting,
  SETTING_KEYS,
  type SettingKey,
  SETTINGS,
  settingAt,
  type SettingValue,
} from '../../../shared/domain/settings/settings.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertSetting, selectSettings } from '../../db/queries/settings.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { openYears, readYearRecord, refuseSigned } from '../plan/year-plan.ts';

/** Asks one setting after another as they hold on a day. */
export type AskSetting = <Key extends SettingKey>(key: Key) => SettingValue<Key>;

/** 设置 of the work on a day; whatever decides a number asks here. */
export function settingsOn(db: ReadHandle, date: string): AskSetting {
  const entries = selectSettings(db);
  return (key) => settingAt(entries, key, date);
}

export function listSettings({ work, now }: ServiceContext, date = now().slice(0, 10)): MethodOutput<'settings.list'> {
  const entries = selectSettings(work.handle);
  const settings = SETTING_KEYS.map((key) => ({
    key,
    value: settingAt(entries, key, date),
    preset: SETTINGS[key].preset,
    allowed: [...allowedValues(key)],
    kind: isChoice(key) ? ('choice' as const) : ('text' as const),
    entries: entries.filter((entry) => entry.key === key),
  }));
  return { date, settings };
}

/** What is set holds from its day on: a year that is signed and not over before that day would give other numbers. */
function refuseSignedFrom({ writer }: WritingContext, from: string): void {
  const records = openYears(writer).map((year) => readYearRecord(writer, year));
  for (const record of records) if (record !== null && from <= `${record.year}-12-31`) refuseSigned(record);
}

/** Adds an entry; a value that is allowed is kept in its own type, however it was typed. */
export function setSetting(context: WritingContext, request: MethodInput<'settings.set'>): StoredSetting {
  const { key, from, reason, document = null } = request;
  if (!isSettingKey(key)) throw new Failure('SETTING_UNKNOWN', { key, known: SETTING_KEYS.join('、') });
  const value = readSetting(key, request.value);
  if (value === null) throw new Failure('SETTING_VALUE', { key, value: String(request.value), allowed: allowedValues(key).join('、') });
  refuseSignedFrom(context, from);
  const entry: StoredSetting = { key, value, from, document, reason, actor: context.actor.name, storedAt: context.now() };
  const { writer: db } = context;
  db.transaction(() => {
    const before = settingAt(selectSettings(db), key, from);
    insertSetting(db, entry);
    db.note({ subject: key, reason, before, after: value, detail: { ...entry } });
  });
  return entry;
}
