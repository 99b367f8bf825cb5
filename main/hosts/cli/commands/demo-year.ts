import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { LaterYear } from '../render/demo-year.ts';
import { cliEnvironment } from '../environment.ts';
import type { CliSession } from '../session.ts';

const OFFICE = '示例';
const DESPITE = '示例数据，只用来演示定稿。';

/** A run of the year as it stands now, signed: 定稿 of the sample. */
export async function signYear(session: CliSession, year: number): Promise<MethodOutput<'year.final'>> {
  const { run } = await session.call('run.make', { year });
  return session.call('year.final', { year, run: run.id, reason: '示例定稿', despite: DESPITE });
}

/** 第二个年度: opened with its list, adjusted by document, collected, scored, ranked; the documents are printed by the caller. */
export async function workThroughYear(session: CliSession, folder: string, year: number): Promise<Omit<LaterYear, 'printed' | 'final'>> {
  mkdirSync(folder, { recursive: true });
  const book = join(folder, `${year}年事项清单（示例）.xlsx`);
  const list = await session.call('samples.list', { year, file: session.grant(book) });
  const opening = { year, targets: 'carry' as const, listSource: session.grant(book), listDocument: list.document, listDate: list.issued };
  const proposal = await session.call('year.propose', opening);
  await session.call('year.open', { ...opening, reason: '示例：按年度清单开启' });
  for (const { measure, value, document, from, reason } of list.revisions)
    await session.call('targets.revise', { revisions: [{ measure, year, value }], document, from, reason });
  const returns = join(folder, '收回的填报表');
  const samples = await session.call('samples.write', { year, folder: session.grant(returns) });
  const imported = await session.call('returns.import', { year, sources: [session.grant(returns)] });
  await recordReceipts(session, imported);
  for (const consent of samples.consents) await session.call('consents.give', { ...consent, year, by: OFFICE });
  const scored = await session.call('assessment.score', { year });
  await session.call('run.make', { ranking: String(year) });
  return { proposal, revised: list.revisions, imported, scored };
}

/** 登记收到: the sample's office had each return on the day that its 填报日期 says, as far as that day has come. */
export async function recordReceipts(session: CliSession, { files }: MethodOutput<'returns.import'>): Promise<void> {
  const today = cliEnvironment().now().slice(0, 10);
  for (const { number, reportedOn } of files)
    if (number !== null && reportedOn !== null && reportedOn <= today)
      await session.call('reporting.receipt', { number, on: reportedOn, via: SAMPLE_WAY, reason: '示例登记', by: OFFICE });
}

const SAMPLE_WAY = '邮件';
