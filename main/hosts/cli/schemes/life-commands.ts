import { type Command, InvalidArgumentError } from 'commander';
import { clausesText } from '../render/clauses.ts';
import { schemeLifeText as text } from '../../../../shared/text/scheme/life-words.ts';
import { lineDifference } from '../../../../shared/domain/schemes/base/line-difference.ts';
import { schemeLines } from '../../../../shared/text/scheme/clause-lines.ts';
import { schemeDiffText } from '../render/scheme-diff.ts';
import { addedText, schemeDetail, schemeDone } from '../render/scheme-life.ts';
import type { Run } from '../session.ts';

interface NumberOption {
  readonly number?: number;
}

/** schemes add|show|export|copy|approve|retire: the life of a scheme (办法) in a work. */
export function addSchemeLifeCommands(schemes: Command, run: Run): void {
  schemes
    .command('add <WORK.sqlite> <办法文件>')
    .description(text.add)
    .option('--reason <理由>', text.reason)
    .action((work: string, file: string, { reason = '' }: { reason?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const scheme = await session.call('schemes.add', { file: session.grant(file), reason });
        session.result(scheme, () => schemeDone(addedText(scheme), scheme));
      }),
    );
  schemes
    .command('show <WORK.sqlite> <编号>')
    .description(text.show)
    .option('--number <版本>', text.number, parseNumber)
    .action((work: string, id: string, options: NumberOption) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const shown = await session.call('schemes.show', { id, ...options });
        const clauses = await session.call('schemes.clauses', { source: { id, ...options } });
        session.result({ ...shown, clauses }, () => `${schemeDetail(shown.scheme, null)}\n${clausesText(clauses, shown.source)}`);
      }),
    );
  schemes
    .command('export <WORK.sqlite> <编号>')
    .description(text.export)
    .option('--number <版本>', text.number, parseNumber)
    .requiredOption('--out <文件>', text.out)
    .action((work: string, id: string, { out, ...options }: NumberOption & { out: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const exported = await session.call('schemes.export', { id, ...options });
        await session.call('schemes.write', { id, ...options, file: session.grant(out) });
        session.result(exported, () => text.exported(out));
      }),
    );
  addDiff(schemes, run);
  addActs(schemes, run);
}

/** schemes diff: the last two versions, or those that are named. */
function addDiff(schemes: Command, run: Run): void {
  schemes
    .command('diff <WORK.sqlite> <编号>')
    .description(text.diff)
    .option('--before <版本>', text.before, parseNumber)
    .option('--after <版本>', text.after, parseNumber)
    .action((work: string, id: string, { before, after }: { readonly before?: number; readonly after?: number }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const newest = after ?? (await session.call('schemes.clauses', { source: { id } })).number ?? 1;
        const earlier = before ?? Math.max(1, newest - 1);
        const views = await Promise.all([earlier, newest].map((number) => session.call('schemes.clauses', { source: { id, number } })));
        const [old = [], now = []] = views.map(schemeLines);
        const lines = lineDifference(old, now);
        session.result({ before: earlier, after: newest, lines }, () => schemeDiffText(earlier, newest, lines));
      }),
    );
}

function addActs(schemes: Command, run: Run): void {
  schemes
    .command('copy <WORK.sqlite> <编号> <新编号>')
    .description(text.copy)
    .option('--number <版本>', text.number, parseNumber)
    .option('--reason <理由>', text.reason)
    .action((work: string, id: string, newId: string, { reason = '', ...options }: NumberOption & { reason?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const scheme = await session.call('schemes.copy', { id, newId, reason, ...options });
        session.result(scheme, () => schemeDone(text.copied, scheme));
      }),
    );
  schemes
    .command('approve <WORK.sqlite> <编号>')
    .description(text.approve)
    .option('--number <版本>', text.number, parseNumber)
    .requiredOption('--document <文号>', text.document)
    .option('--reason <理由>', text.reason)
    .action((work: string, id: string, { reason = '', ...options }: NumberOption & { document: string; reason?: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const scheme = await session.call('schemes.approve', { id, reason, ...options });
        session.result(scheme, () => schemeDone(text.approved, scheme));
      }),
    );
  schemes
    .command('retire <WORK.sqlite> <编号>')
    .description(text.retire)
    .requiredOption('--reason <理由>', text.reason)
    .option('--restore', text.restore, false)
    .action((work: string, id: string, { reason, restore }: { reason: string; restore: boolean }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        const scheme = await session.call('schemes.retire', { id, reason, restore });
        session.result(scheme, () => schemeDone(restore ? text.restored : text.retired, scheme));
      }),
    );
}

/** 版本 of a scheme: 1, 2, 3 … */
export function parseNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError(text.numberInvalid);
  return Number(value);
}
