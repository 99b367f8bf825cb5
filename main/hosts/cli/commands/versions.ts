import { type Command, InvalidArgumentError, Option } from 'commander';
import { answerGivenText, answersGivenText, findingsText, versionDecidedText, versionsText } from '../render/versions.ts';
import { monitoringDecidedText } from '../render/monitoring-files.ts';
import type { CliSession, Run } from '../session.ts';
import { argument, parseYear, type YearOption } from './options.ts';

interface ReasonOptions {
  readonly reason: string;
  readonly by: string;
}

interface AnswerOptions extends ReasonOptions {
  readonly as: 'confirmed' | 'corrected' | 'returned' | 'dismissed';
  readonly value?: string;
  readonly sameRule?: boolean;
}

/** Versions of a return and what counts; findings and the answers to them. */
export function addVersionCommands(program: Command, run: Run): void {
  program
    .command('versions <WORK.sqlite>')
    .requiredOption('--unit <单位>', '单位名称')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .action((file: string, { unit, year }: YearOption & { unit: string }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('returns.versions', { unit, year });
        session.result(found, () => versionsText(found));
      }),
    );
  addDecision(program, run, 'adopt');
  addDecision(program, run, 'withdraw');
  addFindings(program, run);
  addAnswer(program, run);
}

function addDecision(program: Command, run: Run, act: 'adopt' | 'withdraw'): void {
  program
    .command(`${act} <WORK.sqlite> <收件号>`)
    .requiredOption('--reason <理由>', '理由')
    .requiredOption('--by <姓名>', '作出决定的人')
    .action((file: string, number: string, { reason, by }: ReasonOptions) =>
      run(async (session) => {
        const request = { number: argument('收件号', number, parseNumber), reason, by };
        await session.call('work.open', { file: session.grant(file) });
        // One running number over files of all kinds: what it names says what is decided.
        const { files } = await session.call('monitoring.files', {});
        if (files.some((row) => row.number === request.number)) {
          const decided = await session.call(act === 'adopt' ? 'monitoring.restore' : 'monitoring.withdraw', request);
          session.result(decided, () => monitoringDecidedText(decided));
          return;
        }
        const decided = await session.call(`returns.${act}`, request);
        session.result(decided, () => versionDecidedText(decided));
      }),
    );
}

export function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('收件号是一个整数，versions 和 air files 命令列出。');
  return Number(text);
}

const STATES = ['open', 'confirmed', 'corrected', 'returned', 'dismissed'] as const;

function addFindings(program: Command, run: Run): void {
  program
    .command('findings <WORK.sqlite>')
    .requiredOption('--year <年度>', '考核年度', parseYear)
    .addOption(new Option('--state <状态>', '只列这一状态的：open 待处理').choices([...STATES]))
    .action((file: string, { year, state }: YearOption & { state?: (typeof STATES)[number] }) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        const found = await session.call('returns.findings', { year, ...(state === undefined ? {} : { state }) });
        session.result(found, () => findingsText(found));
      }),
    );
}

function addAnswer(program: Command, run: Run): void {
  program
    .command('answer <WORK.sqlite> <问题编号>')
    .addOption(
      new Option('--as <答复>', 'confirmed 核实属实、corrected 更正、returned 退回、dismissed 不再提示')
        .choices(STATES.slice(1))
        .makeOptionMandatory(),
    )
    .option('--value <值>', '更正后的值，写法与填在表中相同（只用于 corrected）')
    .option('--same-rule', '同一答复用于这一年同一规则的全部待处理问题（不能与 corrected 同用）')
    .requiredOption('--reason <理由>', '理由')
    .requiredOption('--by <姓名>', '作出答复的人')
    .action((file: string, finding: string, { as, value, sameRule, reason, by }: AnswerOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(file) });
        if (sameRule === true) {
          if (as === 'corrected') throw new InvalidArgumentError('--same-rule 不能与 --as corrected 同用：更正的是一个单元格。');
          await answerRule(session, { finding, as, reason, by });
          return;
        }
        const request = { finding, as, reason, by, ...(value === undefined ? {} : { value }) };
        const answered = await session.call('returns.answer', request);
        session.result(answered, () => answerGivenText(answered));
      }),
    );
}

interface RuleAnswer extends ReasonOptions {
  readonly finding: string;
  readonly as: Exclude<AnswerOptions['as'], 'corrected'>;
}

/** The open findings of the finding's rule in its year, that one among them whatever its state. */
async function answerRule(session: CliSession, { finding, ...answer }: RuleAnswer): Promise<void> {
  const id = finding.trim().toLowerCase();
  const { years } = await session.call('year.list', {});
  for (const { year } of years.filter(({ state }) => state !== 'unopened')) {
    const { findings } = await session.call('returns.findings', { year });
    const named = findings.find((entry) => entry.id === id);
    if (named === undefined) continue;
    const same = findings.filter((entry) => entry.finding.code === named.finding.code && (entry.state === 'open' || entry.id === id));
    const given = await session.call('returns.answers', { findings: same.map((entry) => entry.id), ...answer });
    session.result(given, () => answersGivenText(given, answer.as));
    return;
  }
  // Of a version that does not count, or of none: the core says which.
  const given = await session.call('returns.answers', { findings: [id], ...answer });
  session.result(given, () => answersGivenText(given, answer.as));
}
