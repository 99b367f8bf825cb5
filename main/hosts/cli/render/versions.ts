import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { AnsweredFinding, VersionRow } from '../../../../shared/contract/versions.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { receiptText } from '../../../../shared/text/reporting-text.ts';
import { typedFactsText, typedMarkText } from '../../../../shared/text/typed-text.ts';
import { findingStateText, versionStateText } from '../../../../shared/text/version-text.ts';
import { textTable } from '../terminal/table.ts';
import { findingLine } from './import.ts';

/** versions: every version of a unit's return, which one counts, and why. */
export function versionsText({ year, unitName, versions }: MethodOutput<'returns.versions'>): string {
  const counting = versions.find((version) => version.counts);
  const head = `${unitName} ${year} 年填报表 ${versions.length} 版，${counting === undefined ? '没有采用的版本' : `采用第 ${counting.version} 版`}。`;
  return versions.length === 0 ? head : [head, versionTable(versions)].join('\n');
}

const versionTable = (versions: readonly VersionRow[]): string =>
  textTable<VersionRow>(
    [
      { title: '收件号', cell: (row) => String(row.number) },
      { title: '版本', cell: (row) => `第 ${row.version} 版` },
      { title: '收到', cell: (row) => (row.receipt === null ? '未登记' : receiptText(row.receipt)) },
      { title: '入库', cell: (row) => row.importedAt.slice(0, 10) },
      { title: '填报日期', cell: (row) => row.reportedOn ?? '—' },
      { title: '已填', cell: (row) => String(row.answers) },
      { title: '错误', cell: (row) => String(row.errors) },
      { title: '状态', cell: (row) => (row.counts ? colors.green : colors.dim)(versionStateText(row.state)) },
      { title: '文件', max: 60, cell: (row) => row.fileName },
      { title: '理由', max: 200, cell: reasonsOf },
    ],
    versions,
  );

/** The last word of a person, and what spoke against the version when it came. */
function reasonsOf({ decisions, objections, state, typed }: VersionRow): string {
  const last = decisions.at(-1);
  const said = last === undefined || last.reason === '' ? '' : `${last.reason}（${last.by} ${last.at.slice(0, 10)}）`;
  const against = state === 'counts' ? [] : objections.map((item) => findingText(item.code, item.params));
  const facts = typed === undefined ? [] : [`${typedFactsText(typed)}。`];
  return [...facts, said, ...against].filter((part) => part !== '').join(' ');
}

/** adopt, withdraw: what counts now. */
export function versionDecidedText(decided: MethodOutput<'returns.adopt'>): string {
  const { act, unitName, year, version, counting, versions } = decided;
  const now = versions.find((row) => row.number === counting);
  const done = `${act === 'adopt' ? '已采用' : '已撤回'}${unitName} ${year} 年第 ${version} 版`;
  const rest =
    now === undefined ? '现在没有采用的版本，按未报计' : act === 'adopt' ? '' : `恢复采用第 ${now.version} 版（收件号 ${now.number}）`;
  return `${colors.green('✓')} ${done}${rest === '' ? '' : `，${rest}`}。重新计算得分后生效。\n${versionTable(versions)}`;
}

/** findings: unit by unit, each with its id, its place and how it was answered. */
export function findingsText({ findings }: MethodOutput<'returns.findings'>): string {
  const open = findings.filter((entry) => entry.state === 'open').length;
  const head = `问题 ${findings.length} 个：待处理 ${open}，已答复 ${findings.length - open}。`;
  const blocks = [...Map.groupBy(findings, (entry) => entry.unitName)].map(([unit, own]) =>
    [
      `  ${colors.bold(unit)}`,
      ...own.map((entry) => `${findingLine(entry.finding)}\n${colors.dim(`          ${stateOf(entry)}${markOf(entry)}`)}`),
    ].join('\n'),
  );
  const hint =
    open === 0
      ? []
      : [colors.dim('\n  答复：answer WORK.sqlite 问题编号 --as confirmed|corrected|returned|dismissed --reason 理由 --by 姓名')];
  return [head, ...blocks, ...hint].join('\n');
}

const markOf = ({ typed }: AnsweredFinding): string => (typed === undefined ? '' : `　${typedMarkText(typed)}`);

function stateOf({ id, state, held, answer }: AnsweredFinding): string {
  const waiting = held && state !== 'confirmed' && state !== 'corrected' ? '，数值待确认，未计入' : '';
  const said =
    answer === null
      ? ''
      : `${answer.value === null ? '' : `为“${answer.value}”`}（${answer.by} ${answer.at.slice(0, 10)}，${answer.reason}）`;
  return `编号 ${id}　${findingStateText(state)}${said}${waiting}`;
}

/** answer: what holds now, and whether a value counts by it. */
export function answerGivenText(answered: MethodOutput<'returns.answer'>): string {
  const { unitName, year, counts } = answered;
  return [
    `${colors.green('✓')} ${unitName} ${year} 年　${stateOf(answered)}`,
    findingLine(answered.finding),
    counts ? '      该格的数值计入，重新计算得分后生效。' : '      采用的数值没有变化。',
  ].join('\n');
}

/** answer --same-rule: how many findings were answered, and how many values count by it. */
export const answersGivenText = ({ answered, counts }: MethodOutput<'returns.answers'>, as: AnsweredFinding['state']): string =>
  `${colors.green('✓')} 同一规则的 ${answered} 个问题：${findingStateText(as)}。${
    counts === 0 ? '采用的数值没有变化。' : `${counts} 个数值计入，重新计算得分后生效。`
  }`;
