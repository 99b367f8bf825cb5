import { type Command, InvalidArgumentError } from 'commander';
import { settingLabel, settingsText, settingValueText } from '../../../../shared/text/settings-text.ts';
import { sourceTitles } from '../../../../shared/domain/monitoring/source-key.ts';
import { VALUE_SETTING_KEYS, type ValueSetting } from '../../../../shared/domain/monitoring/value-rules.ts';
import { effectText, sourceSettingsText } from '../../../../shared/text/source-text.ts';
import { settingsTable, sourceRulesTable } from '../render/settings.ts';
import type { CliSession, Run } from '../session.ts';
import { parseReceipt } from './monitoring-days.ts';
import { parseDay } from './monitoring-options.ts';

interface SettingsOptions {
  readonly from?: string;
  readonly reason?: string;
  readonly document?: string;
  readonly date?: string;
  readonly source?: number;
}

/** settings W list, settings W set KEY VALUE: what decides numbers in a work and is dated (设置). */
export function addSettingsCommand(program: Command, run: Run): void {
  program
    .command('settings <WORK.sqlite> <list|set> [KEY] [VALUE]')
    .option('--from <日期>', settingsText.from, parseDay)
    .option('--reason <理由>', settingsText.reason)
    .option('--document <文件>', settingsText.document)
    .option('--date <日期>', settingsText.date, parseDay)
    .option('--source <收件号>', sourceSettingsText.source, parseReceipt)
    .action((file: string, action: string, key: string | undefined, value: string | undefined, options: SettingsOptions) =>
      run(async (session) => {
        if (action !== 'list' && action !== 'set') throw new InvalidArgumentError(settingsText.actionInvalid);
        const change = action === 'set' ? changeOf(key, value, options) : null;
        await session.call('work.open', { file: session.grant(file) });
        if (change === null) {
          const on = options.date === undefined ? {} : { date: options.date };
          const listed = await session.call('settings.list', on);
          const { sources } = await session.call('sources.list', on);
          return session.result({ ...listed, sources }, () => `${settingsTable(listed)}\n\n${sourceRulesTable(sources)}`);
        }
        if (options.source !== undefined) return setOfSource(session, change, options.source);
        const stored = await session.call('settings.set', change);
        const { key: setKey } = stored;
        // What was taken in before keeps the rule it was read by.
        const effect = isValueSetting(setKey)
          ? await session.call('sources.effect', { key: setKey, value: String(stored.value), from: stored.from })
          : null;
        const said = settingsText.stored(settingLabel(setKey), settingValueText(stored.value, setKey), stored.from);
        return session.result(effect === null ? stored : { ...stored, ...effect }, () =>
          effect === null ? said : `${said}\n${effectText(effect.files)}`,
        );
      }),
    );
}

function changeOf(key: string | undefined, value: string | undefined, { from, reason, document }: SettingsOptions) {
  if (key === undefined || value === undefined || from === undefined || reason === undefined || reason.trim() === '')
    throw new InvalidArgumentError(settingsText.setIncomplete);
  return { key, value, from, reason, ...(document === undefined ? {} : { document }) };
}

async function setOfSource(
  session: CliSession,
  { key, value, from, reason, document }: ReturnType<typeof changeOf>,
  source: number,
): Promise<void> {
  if (!isValueSetting(key)) throw new InvalidArgumentError(sourceSettingsText.notBySource(settingLabel(key)));
  const said = { source, key, value, from, reason, ...(document === undefined ? {} : { document }) };
  const stored = await session.call('sources.rule', said);
  session.result(stored, () =>
    [
      ...stored.rules.map((rule) =>
        sourceSettingsText.stored(settingLabel(key), settingValueText(rule.value, key), rule.from, sourceTitles(rule.source)),
      ),
      ...(stored.rules.length === 0 ? [sourceSettingsText.same] : []),
      effectText(stored.files),
    ].join('\n'),
  );
}

const isValueSetting = (key: string): key is ValueSetting => VALUE_SETTING_KEYS.some((known) => known === key);
