import type { Command } from 'commander';
import { logSentence } from '../../../../shared/text/log-text.ts';
import type { Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';

interface LogOptions {
  readonly unit?: string;
  readonly item?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
}

/** 审计记录: who did what, when, before and after, why. */
export function addLogCommand(program: Command, run: Run): void {
  program
    .command('log <WORK.sqlite>')
    .option('--unit <单位>', '只列这个单位的')
    .option('--item <事项>', '只列这一指标、任务或事项的：编号或名称')
    .option('--person <姓名>', '只列这个人决定或记录的')
    .option('--from <日期>', '自这天起', parseDay)
    .option('--to <日期>', '到这天止', parseDay)
    .action((file: string, { unit, item, person, from, to }: LogOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('audit.log', {
          ...(unit === undefined ? {} : { unit }),
          ...(item === undefined ? {} : { item }),
          ...(person === undefined ? {} : { person }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        });
        session.result(found, () =>
          [
            `审计记录 ${found.entries.length} 条（全部 ${found.total} 条），新的在前。`,
            ...found.entries.map((entry) => `  ${logSentence(entry)}`),
          ].join('\n'),
        );
      }),
    );
}
