import { type Command, InvalidArgumentError } from 'commander';
import type { YearSpan } from '../../../../shared/contract/year-comparison.ts';
import { yearComparisonText as text } from '../../../../shared/text/year-comparison-text.ts';
import { comparisonText, exportedText } from '../render/year-comparison.ts';
import type { Run } from '../session.ts';

/** year compare: 附件1 over the years; with --out as a workbook too. */
export function addYearComparison(year: Command, run: Run): void {
  year
    .command('compare <WORK.sqlite>')
    .description(text.command)
    .option('--years <年度>', text.span, parseSpan)
    .option('--out <文件>', text.out)
    .action((file: string, { years: span, out }: { years?: YearSpan; out?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const narrowed = span === undefined ? {} : { span };
        const comparison = await session.call('year.compare', narrowed);
        const exported = out === undefined ? null : await session.call('year.export', { ...narrowed, file: session.grant(out) });
        session.result({ ...comparison, exported }, () =>
          [comparisonText(comparison), ...(exported === null || out === undefined ? [] : [exportedText(exported, out)])].join('\n\n'),
        );
      }),
    );
}

/** 2024-2027, 2024～2027, 2024 */
export function parseSpan(typed: string): YearSpan {
  const found = /^(?<from>20\d\d)(?:[-—–~]+(?<to>20\d\d))?$/u.exec(typed.normalize('NFKC').replaceAll(/[\s年]/gu, ''))?.groups;
  const [from, to] = [Number(found?.['from']), Number(found?.['to'] ?? found?.['from'])];
  if (!(from <= to)) throw new InvalidArgumentError(text.spanInvalid(typed));
  return { from, to };
}
