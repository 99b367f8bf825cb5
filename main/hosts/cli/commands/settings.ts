import { type Command, InvalidArgumentError } from 'commander';
import { settingLabel, settingsText, settingValueText } from '../../../../shared/text/settings-text.ts';
import { settingsTable } from '../render/settings.ts';
import type { Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';

interface SettingsOptions {
  readonly from?: string;
  readonly reason?: string;
  readonly document?: string;
  readonly date?: string;
}

/** settings W list, settings W set KEY VALUE: what decides numbers in a work and is dated (设置). */
export function addSettingsCommand(program: Command, run: Run): void {
  program
    .command('settings <WORK.sqlite> <list|set> [KEY] [VALUE]')
    .option('--from <日期>', settingsText.from, parseDay)
    .option('--reason <理由>', settingsText.reason)
    .option('--document <文件>', settingsText.document)
    .option('--date <日期>', settingsText.date, parseDay)
    .action((file: string, action: string, key: string | undefined, value: string | undefined, options: SettingsOptions) =>
      run(async (session) => {
        if (action !== 'list' && action !== 'set') throw new InvalidArgumentError(settingsText.actionInvalid);
        const change = action === 'set' ? changeOf(key, value, options) : null;
        await session.call('work.open', { file: session.grant(file) });
        if (change === null) {
          const listed = await session.call('settings.list', options.date === undefined ? {} : { date: options.date });
          return session.result(listed, () => settingsTable(listed));
        }
        const stored = await session.call('settings.set', change);
        const text = (): string => settingsText.stored(settingLabel(stored.key), settingValueText(stored.value, stored.key), stored.from);
        return session.result(stored, text);
      }),
    );
}

function changeOf(key: string | undefined, value: string | undefined, { from, reason, document }: SettingsOptions) {
  if (key === undefined || value === undefined || from === undefined || reason === undefined || reason.trim() === '')
    throw new InvalidArgumentError(settingsText.setIncomplete);
  return { key, value, from, reason, ...(document === undefined ? {} : { document }) };
}
