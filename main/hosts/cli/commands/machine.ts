import { resolve } from 'node:path';
import type { Command } from 'commander';
import { commandText } from '../../../../shared/text/command-text.ts';
import { openMachineSettings, userNameOf } from '../../common/machine-settings.ts';
import { startFolder } from '../start-folder.ts';

interface MachineOptions {
  readonly userName?: string;
  readonly fonts?: string;
}

/** machine: what belongs to this machine and to no work (本机设置). */
export function addMachineCommand(program: Command, json: boolean): void {
  program
    .command('machine')
    .option('--user-name <姓名>', commandText.machineUserName)
    .option('--fonts <文件夹>', commandText.machineFonts)
    .action(({ userName, fonts }: MachineOptions) => {
      const settings = openMachineSettings();
      if (userName !== undefined) settings.change({ userName: userName.trim() === '' ? null : userName.trim() });
      if (fonts !== undefined) settings.change({ fontsFolder: fonts.trim() === '' ? null : resolve(startFolder(), fonts) });
      const current = settings.current();
      const value = { userName: userNameOf(current), fontsFolder: current.fontsFolder, path: settings.path };
      process.stdout.write(json ? `${JSON.stringify({ ok: true, value }, null, 2)}\n` : `${commandText.machineLines(value)}\n`);
    });
}
