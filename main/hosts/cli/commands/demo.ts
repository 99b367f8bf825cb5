import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ReportFormat, ReportKind } from '../../../../shared/contract/reports.ts';
import { type PlanWords, workWords } from '../../../../shared/text/plan-words.ts';
import { type DemoSummary, demoText } from '../render/demo.ts';
import { CommandFailed } from '../command-failed.ts';
import type { LaterYear } from '../render/demo-year.ts';
import { cliEnvironment } from '../environment.ts';
import type { CliSession, Run } from '../session.ts';
import { startFolder } from '../start-folder.ts';
import { recordReceipts, signYear, workThroughYear } from './demo-year.ts';

/** Left in the folder, so that the next run knows it may replace what lies there. */
const MARKER = '.治气考核示例';

export function addDemoCommand(program: Command, run: Run): void {
  program
    .command('demo')
    .option('--out <文件夹>', '保存到哪个文件夹', 'out')
    .action((options: { out: string }) =>
      run(async (session) => {
        const summary = await runDemo(session, options.out);
        session.result(summary, () => demoText(summary));
        if (summary.checked.problems.length > 0) process.exitCode = 1;
      }),
    );
}

const DEMO_OFFICE = '示例';

async function runDemo(session: CliSession, out: string): Promise<DemoSummary> {
  const started = performance.now();
  const folder = prepareFolder(out);
  const work = join(folder, '示例工作库.sqlite');
  const returns = join(folder, '收回的填报表');
  const made = await session.call('work.create', { file: session.grant(work), planId: samplePlan() });
  // Sample returns are of the first year the plan has targets for; of another one they could not be written.
  const year = Math.min(...made.targetYears);
  const words = workWords(made);
  const templates = await session.call('returns.templates', { year, folder: session.grant(join(folder, '空白填报表')) });
  const samples = await session.call('samples.write', { year, folder: session.grant(returns) });
  const imported = await session.call('returns.import', { year, sources: [session.grant(returns)] });
  await recordReceipts(session, imported);
  // The sample's office says yes to what its own units say does not concern them.
  for (const consent of samples.consents) await session.call('consents.give', { ...consent, year, by: DEMO_OFFICE });
  const status = await session.call('returns.status', { year });
  const conflicts = await session.call('plan.conflicts', { year });
  const scored = await session.call('assessment.score', { year });
  const ranked = await session.call('ranking.rank', { period: String(year) });
  await keepRuns(session, year, [String(year)]);
  const printed = await printAll(session, folder, year, words);
  // After the documents: what they print comes from the returns alone.
  const monitoring = await monitoringPart(session, join(folder, '监测数据'), year);
  const final = await signYear(session, year);
  const later: LaterYear[] = [];
  for (const next of samples.laterYears) {
    const done = await workThroughYear(session, join(folder, `${next}年度`), next);
    const documents = await printAll(session, folder, next, words);
    later.push({ ...done, printed: documents, final: await signYear(session, next) });
  }
  const checked = await session.call('work.check', {});
  return {
    words,
    out,
    templates,
    samples,
    imported,
    status,
    conflicts,
    scored,
    ranked,
    printed,
    monitoring,
    final,
    later,
    checked,
    seconds: (performance.now() - started) / 1000,
  };
}

/** The plan that sample data (templates/samples) are there for. */
function samplePlan(): string {
  const samples = readdirSync(join(cliEnvironment().templatesFolder, 'samples')).filter((name) => name.endsWith('.yml'));
  return samples.toSorted()[0]?.slice(0, -'.yml'.length) ?? '';
}

/** Monitoring data in the same work, so that its pages and commands have something to show. */
async function monitoringPart(session: CliSession, folder: string, year: number): Promise<DemoSummary['monitoring']> {
  const written = await session.call('samples.monitoring', { folder: session.grant(folder) });
  const imported = await session.call('monitoring.import', { sources: [session.grant(folder)], hourStamp: 'auto', dryRun: false });
  const evaluated = await session.call('monitoring.evaluate', { period: `${year}-07` });
  const streaks = await session.call('ranking.streaks', { year });
  const forecast = await session.call('monitoring.forecast', { period: String(year) });
  const outlook = await session.call('monitoring.outlook', { year, asOf: `${year}-09-30` });
  // The towns' air has changed, and with it what scores and ranks come to.
  const scored = await session.call('assessment.score', { year });
  await keepRuns(session, year, [String(year), `${year}-07`]);
  return { written, imported, evaluated, streaks, forecast, outlook, scored };
}

/** The year's scores and the rankings of some periods, kept as runs. */
async function keepRuns(session: CliSession, year: number, periods: readonly string[]): Promise<void> {
  await session.call('run.make', { year });
  for (const ranking of periods) await session.call('run.make', { ranking });
}

async function printAll(session: CliSession, folder: string, year: number, { towns }: PlanWords): Promise<MethodOutput<'reports.print'>[]> {
  const { plan } = await session.call('plan.show', { year });
  const documents: readonly { kind: ReportKind; name: string; period?: string }[] = [
    { kind: 'annex1', name: `${plan.annex1.label}-主要指标${year}年完成情况` },
    { kind: 'annex3', name: `${plan.annex3?.label ?? ''}-${year}年事项完成情况` },
    { kind: 'ranking', name: `${towns}空气质量排名-${year}年` },
    { kind: 'ranking', name: `${towns}空气质量排名-${year}年7月`, period: `${year}-07` },
  ];
  const printed: MethodOutput<'reports.print'>[] = [];
  for (const { kind, name, period } of documents) {
    for (const format of ['pdf', 'xlsx'] as const satisfies ReportFormat[]) {
      printed.push(
        await session.call('reports.print', {
          kind,
          year,
          ...(period === undefined ? {} : { period }),
          format,
          file: session.grant(join(folder, '正式文件', `${name}.${format}`)),
        }),
      );
    }
  }
  return printed;
}

/** An empty folder, or one that an earlier demo has made and that is emptied; anything else is left alone. */
function prepareFolder(out: string): string {
  const folder = resolve(startFolder(), out);
  try {
    if (existsSync(folder)) emptyOwnFolder(folder, out);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, MARKER), '本文件夹由“治气考核”示例命令生成，内容均为示例数据；再次运行示例时会清空。\n');
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed({
      code: 'FILE_UNWRITABLE',
      params: { path: out, reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' },
    });
  }
  return folder;
}

/** The marker goes last: a folder that could not be emptied whole stays the demo's own. */
function emptyOwnFolder(folder: string, out: string): void {
  if (!statSync(folder).isDirectory()) throw new CommandFailed({ code: 'OUT_NOT_DEMO', params: { path: out } });
  const entries = readdirSync(folder);
  if (entries.length > 0 && !entries.includes(MARKER)) throw new CommandFailed({ code: 'OUT_NOT_DEMO', params: { path: out } });
  for (const entry of entries.filter((name) => name !== MARKER)) rmSync(join(folder, entry), { recursive: true });
}
