import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { WorkSetting } from '../../../../shared/contract/settings.ts';
import { settingLabel, settingsText, settingValueText } from '../../../../shared/text/settings-text.ts';
import type { MonitoringSource } from '../../../../shared/contract/monitoring-sources.ts';
import { ruleNameText, ruleValueText, sourceSettingsText } from '../../../../shared/text/source-text.ts';
import { textTable } from '../terminal/table.ts';

/** settings list: what holds on a day, since when and why. */
export function settingsTable({ date, settings }: MethodOutput<'settings.list'>): string {
  const { columns } = settingsText;
  const since = (setting: WorkSetting) =>
    setting.entries
      .filter(({ from }) => from <= date)
      .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
      .at(-1);
  const table = textTable(
    [
      { title: columns.key, cell: (setting) => setting.key },
      { title: columns.label, cell: (setting) => settingLabel(setting.key) },
      { title: columns.value, cell: (setting) => settingValueText(setting.value, setting.key) },
      { title: columns.allowed, cell: ({ allowed }) => allowed.join('、'), max: 40 },
      { title: columns.since, cell: (setting) => since(setting)?.from ?? settingsText.preset },
      { title: columns.reason, cell: (setting) => since(setting)?.reason ?? '' },
      { title: columns.document, cell: (setting) => since(setting)?.document ?? '' },
      { title: columns.actor, cell: (setting) => since(setting)?.actor ?? '' },
    ],
    settings,
  );
  return `${settingsText.heading(date)}\n${table}`;
}

/** The same of sources that have a rule of their own. */
export function sourceRulesTable(sources: readonly MonitoringSource[]): string {
  const rows = sources.flatMap((source) => source.rules.flatMap((rule) => rule.entries.map((entry) => ({ source, entry }))));
  if (rows.length === 0) return `${sourceSettingsText.heading}\n${sourceSettingsText.none}`;
  const { columns, newest } = sourceSettingsText;
  const table = textTable<(typeof rows)[number]>(
    [
      { title: columns.titles, cell: ({ source }) => source.titles, max: 60 },
      {
        title: columns.newest,
        cell: ({ source }) => (source.newest === null ? '—' : newest(source.newest.number, source.newest.file)),
        max: 40,
      },
      { title: columns.rule, cell: ({ entry }) => ruleNameText(entry.key) },
      { title: columns.value, cell: ({ entry }) => ruleValueText(entry.key, entry.value) },
      { title: columns.from, cell: ({ entry }) => entry.from },
      { title: columns.reason, cell: ({ entry }) => entry.reason },
      { title: columns.by, cell: ({ entry }) => entry.actor },
    ],
    rows,
  );
  return `${sourceSettingsText.heading}\n${table}`;
}
