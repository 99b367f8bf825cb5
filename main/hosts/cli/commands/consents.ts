import type { Command } from 'commander';
import { consentGivenText, consentsText } from '../render/consents.ts';
import type { Run } from '../session.ts';
import { parseYear, type YearOption } from './options.ts';

interface ConsentOptions {
  readonly unit: string;
  readonly row: string;
  readonly reason: string;
  readonly by: string;
  readonly year?: number;
  readonly withdraw: boolean;
}

export function addConsentCommands(program: Command, run: Run): void {
  program
    .command('consent <WORK.sqlite>')
    .requiredOption('--unit <单位>', '单位名称')
    .requiredOption('--row <编号>', '填报表中的编号，consents 命令列出申请的各行')
    .requiredOption('--reason <理由>', '同意（或撤回）的理由')
    .requiredOption('--by <姓名>', '作出决定的人')
    .option('--year <年度>', '考核年度，只开启了一个年度的可不写', parseYear)
    .option('--withdraw', '撤回已作出的同意', false)
    .action((file: string, { year, ...options }: ConsentOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const given = await session.call('consents.give', { ...options, ...(year === undefined ? {} : { year }) });
        session.result(given, () => consentGivenText(given));
      }),
    );

  program
    .command('consents <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .action((file: string, options: YearOption) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('consents.list', { year: options.year });
        session.result(found, () => consentsText(found));
      }),
    );
}
