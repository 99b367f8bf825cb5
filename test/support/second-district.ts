import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type TestCore, testCore } from './core.ts';
import { fillReturn } from './fill-return.ts';
import { temporaryFolder } from './folder.ts';
import { readPdf, textOf } from './pdf-text.ts';
import { type CliResult, runCli } from './run-cli.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from './templates.ts';
import { wordsOfPlan } from './words-of-plan.ts';
import { workbookText } from './workbook-text.ts';

/** A work of the invented district, and everything that the program says and writes about it. */
export interface SecondDistrict {
  readonly folder: string;
  readonly work: string;
  /** Where `makeReturns` puts them. */
  readonly returns: string;
  /** What was said or written, by the command or file it came from. */
  readonly outputs: Map<string, string>;
  cli(...args: string[]): Promise<CliResult>;
  /** The same at another moment. */
  cliAt(now: string, ...args: string[]): Promise<CliResult>;
  /** Output of a command that is expected to succeed. */
  said(...args: string[]): Promise<string>;
  /** Text of a printed document: what the PDF shows, or all that stands in the workbook. */
  printed(kind: string, format: 'pdf' | 'xlsx', ...more: string[]): Promise<string>;
  /** The core itself on the same work, where a command line for each question would only take longer. */
  withCore<Result>(use: (made: TestCore) => Promise<Result>): Promise<Result>;
}

/** When the year 2025 is assessed. */
const NOW = '2026-02-10T09:00:00+08:00';
/** When the towns have got their new names. */
export const AFTER_NAMES = '2026-08-10T09:00:00+08:00';

/** Called where the tests of a file are collected: its folder goes when they are done. */
export function secondDistrict(): SecondDistrict {
  const folder = temporaryFolder();
  const work = join(folder, '临江.sqlite');
  const templates = templatesWithSecondDistrict(folder);
  const outputs = new Map<string, string>();
  const cliAt = async (now: string, ...args: string[]): Promise<CliResult> => {
    const result = await runCli(args, folder, '', { ZHIQI_NOW: now, ZHIQI_TEMPLATES: templates });
    outputs.set(args.filter((arg) => arg !== work).join(' '), result.stdout + result.stderr);
    return result;
  };
  const cli = (...args: string[]): Promise<CliResult> => cliAt(NOW, ...args);
  const said = async (...args: string[]): Promise<string> => {
    const result = await cli(...args);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    return result.stdout;
  };
  return {
    folder,
    work,
    returns: join(folder, '收回'),
    outputs,
    cli,
    cliAt,
    said,
    async printed(kind, format, ...more) {
      const out = join(folder, `${kind}.${format}`);
      await said('report', work, kind, '--year', '2025', '--format', format, '--out', out, ...more);
      const text = format === 'pdf' ? textOf(readPdf(readFileSync(out))) : workbookText(readFileSync(out));
      outputs.set(`${kind}.${format}`, text);
      return text;
    },
    async withCore(use) {
      const made = testCore(folder, templates);
      made.setNow(NOW);
      await made.call('work.open', { file: made.grant(work) });
      try {
        return await use(made);
      } finally {
        made.core.close();
      }
    },
  };
}

/** A new work, and the returns of 2025: those of the sample, and one that it leaves out, filled in by hand and late. */
export async function makeWork({ said, withCore, work, returns }: SecondDistrict): Promise<void> {
  await said('init', work, '--plan', SECOND_PLAN);
  await withCore(async (made) => {
    await made.call('samples.write', { year: 2025, folder: made.grant(returns) });
    const late = await fillReturn(made, '竹溪乡', { 'reportedOn|reportedOn': { date: '2026-01-28' } }, 2025);
    writeFileSync(join(returns, '竹溪乡补报.xlsx'), late);
  });
}

/** Words of the product's own district, and of a 区 where it is a 县, that have found their way into what was said and written. */
export function strangeWords(outputs: ReadonlyMap<string, string>): string[] {
  const words = wordsOfPlan('hechuan-2024');
  return [...outputs].flatMap(([name, text]) =>
    [...words.filter((word) => text.includes(word)), ...(text.match(/全区|本区|区级|我区|各区|镇街|附件[123]/gu) ?? [])].map(
      (word) => `${name}: ${word}`,
    ),
  );
}
