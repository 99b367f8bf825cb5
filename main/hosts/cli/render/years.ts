import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { TargetRow, YearProposal, YearView } from '../../../../shared/contract/years.ts';
import { datesOfRounds } from '../../../../shared/domain/plan/years/rounds.ts';
import {
  archiveText,
  blockerText,
  changesText,
  nextRoundText,
  roundsDueText,
  roundText,
  targetSourceText,
  unaskedText,
  yearActText,
  yearStateText,
} from '../../../../shared/text/year-text.ts';
import { heading, textTable } from '../terminal/table.ts';
import { findingLine } from './import.ts';
import { passwordHint } from './password-hint.ts';
import { signedLines } from './signed.ts';
import { remarkLine, targetsTable } from './targets.ts';

export const yearsTable = (years: MethodOutput<'year.list'>['years']): string =>
  textTable(
    [
      { title: '年度', cell: (one) => String(one.year) },
      { title: '状态', cell: (one) => yearStateText(one.state) },
      { title: '方案目标', cell: (one) => (one.printed ? '有' : '无') },
      { title: '清单', align: 'right', cell: (one) => (one.items === 0 ? '—' : `${one.items} 项`) },
      { title: '年报截止', cell: (one) => one.due ?? '—' },
      { title: '定稿', cell: (one) => one.final?.slice(0, 10) ?? '—' },
      { title: '归档', cell: (one) => archiveCell(one.archive) },
    ],
    years,
  );

/** What the signing was told and went on with. */
export const warningLines = (warnings: MethodOutput<'year.blockers'>['warnings']): string[] =>
  warnings.map(({ code, params }) => colors.yellow(`  ${blockerText(code, params)}`));

const archiveCell = (archive: YearView['archive']): string => {
  if (archive === null) return '—';
  return archive.reopenedAt === null ? archive.at.slice(0, 10) : `${archive.at.slice(0, 10)}（已不符）`;
};

/** What opening the year decides, before it is done. */
export function proposalText(proposal: YearProposal, printed: readonly TargetRow[]): string {
  const { chosen, questions } = proposal;
  return [
    heading(`开启 ${proposal.year} 年度`),
    ...basisLines(proposal),
    ...proposal.listFindings.map(findingLine),
    ...proposal.remarks.map(remarkLine),
    ...(printed.length === 0 ? [] : [heading(`方案和文件定的目标（${printed.length}）`), printedTable(printed)]),
    ...(chosen.length === 0 ? [] : [heading('选定的目标'), chosenTable(chosen)]),
    ...(questions.length === 0 ? [] : [heading(colors.yellow(`还没有目标的指标（${questions.length}）`)), questionTable(questions)]),
  ].join('\n');
}

/** The targets that the plan and documents set: neither chosen with the opening nor a question of it. */
export function printedTargets(targets: readonly TargetRow[], { chosen, questions }: YearProposal): TargetRow[] {
  const open = new Set([...chosen, ...questions].map(({ measure }) => measure));
  return targets.filter(({ measure }) => !open.has(measure));
}

const printedTable = (rows: readonly TargetRow[]): string =>
  textTable(
    [
      { title: '编号', cell: (one) => one.measure },
      { title: '指标', max: 44, cell: (one) => `${one.name}（${one.unit}）` },
      { title: '目标', align: 'right', cell: (one) => one.adopted ?? '—' },
      { title: '来源', cell: (one) => targetSourceText(one.rule, one.place, one.fromYears) },
    ],
    rows,
  );

/** What is wrong with the workbook of the list: nothing is opened by it. */
export const listFindingsText = ({ listFindings, year }: YearProposal): string =>
  [...listFindings.map(findingLine), ...passwordHint(listFindings), colors.red(`清单有错，${year} 年度没有开启。改好后重来。`)].join('\n');

export function yearText(view: YearView): string {
  return [
    `${colors.bold(`${view.year} 年度　${yearStateText(view.state)}`)}${view.opened === null ? '' : `　${view.opened.at.slice(0, 10)} ${view.opened.by} 开启`}`,
    ...basisLines(view),
    ...roundLines(view),
    ...(view.nextRound === null ? [] : [`  下一轮　　${nextRoundText(view.nextRound)}`]),
    ...finalLines(view.final),
    ...(view.archive === null ? [] : [`  归档　　${archiveText(view.archive)}`]),
    heading('目标'),
    targetsTable(view),
    ...(view.history.length === 0 ? [] : [heading('经过'), historyTable(view.history)]),
  ].join('\n');
}

type Basis = Pick<YearView, 'list' | 'scheme' | 'due' | 'rounds' | 'units' | 'unasked'>;

function basisLines({ list, scheme, due, rounds, units, unasked }: Basis): string[] {
  return [
    `  清单　　${list === null ? '无' : `${list.title}（${list.items} 项，${list.document}）`}`,
    `  评分办法　${scheme === null ? '未选定' : `${scheme.title}（${scheme.id}）`}`,
    `  年报截止　${due ?? '未定'}　轮次 ${rounds.map(roundText).join('、')}`,
    `  报送单位　${units.map(({ kind, names }) => `${kind} ${names.length} 个`).join('、')}`,
    ...(unasked.length === 0 ? [] : [`  　　　　　${unaskedText(unasked)}`]),
  ];
}

/** Last days of the rounds within the year, or that none is set. */
function roundLines({ rounds, roundsDue }: YearView): string[] {
  if (rounds.every((round) => round === 'year')) return [];
  const dates = datesOfRounds(rounds, roundsDue);
  return [`  各轮截止　${Object.keys(dates).length === 0 ? '未定' : roundsDueText(dates)}`];
}

function finalLines(final: YearView['final']): string[] {
  if (final === null) return [];
  const blockers = final.blockers.map(({ code, params }) => `    ! ${blockerText(code, params)}`);
  const despite = final.despite === null ? '' : `　说明：${final.despite}`;
  return [
    `  ${colors.green('定稿')}　　${final.at.slice(0, 10)} ${final.by}，第 ${final.run} 号计算记录${despite}`,
    ...blockers,
    ...signedLines(final),
  ];
}

const chosenTable = (chosen: YearProposal['chosen']): string =>
  textTable(
    [
      { title: '编号', cell: (one) => one.measure },
      { title: '指标', max: 44, cell: (one) => one.name },
      { title: '目标', align: 'right', cell: (one) => one.printed ?? '—' },
      { title: '来源', cell: (one) => targetSourceText(RULES[one.source], '', one.fromYears) },
    ],
    chosen,
  );

const RULES = { carry: 'carried', interpolate: 'interpolated', entered: 'entered', none: 'none' } as const;

const questionTable = (questions: YearProposal['questions']): string =>
  textTable(
    [
      { title: '编号', cell: (one) => one.measure },
      { title: '指标', max: 44, cell: (one) => `${one.name}（${one.unit}）` },
      { title: '沿用', cell: (one) => optionText(one.carry) },
      { title: '插值', cell: (one) => optionText(one.interpolate) },
    ],
    questions,
  );

const optionText = (option: YearProposal['questions'][number]['carry']): string =>
  option === null ? '—' : `${option.printed}（${option.fromYears.join('、')}年）`;

const historyTable = (history: YearView['history']): string =>
  textTable(
    [
      { title: '时间', cell: (one) => one.at.slice(0, 16).replace('T', ' ') },
      { title: '事项', cell: (one) => yearActText(one.act) },
      { title: '人', cell: (one) => one.by },
      { title: '理由', max: 60, cell: (one) => one.reason },
      { title: '改动', max: CHANGES_MAX, cell: (one) => changesText(one.changes) },
    ],
    history,
  );

/** What was changed is not cut short: it stands last in its line. */
const CHANGES_MAX = 2000;
