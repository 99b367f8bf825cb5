import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { PlanComparison, PlanImport } from '../../../../shared/contract/plan-book.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { bookChangeText, documentKindText, documentPartText, planIdText } from '../../../../shared/text/plan-book-text.ts';
import { clip, heading, textTable } from '../terminal/table.ts';
import { conflictBlock } from './conflicts.ts';
import { findingLine } from './import.ts';
import { passwordHint } from './password-hint.ts';

type Difference = PlanComparison['differences'][number];

/** plan list: the plans that a work can be made of. */
export function plansText({ plans, unreadable }: MethodOutput<'plan.list'>): string {
  return [
    '可用来新建工作库的方案：',
    textTable(
      [
        { title: '编号', cell: (plan) => plan.id },
        { title: '方案', max: 60, cell: (plan) => plan.title },
        { title: '文号', cell: (plan) => plan.documentNumber },
        { title: '印发日期', cell: (plan) => plan.date },
        { title: '有目标的年度', cell: (plan) => plan.years.join('、') },
      ],
      plans,
    ),
    ...unreadable.map((one) => colors.red(`  ✗ ${one.plan} 有 ${one.problems} 处错误，首处在 ${one.file} ${one.path}：${one.detail}`)),
    colors.dim(
      '  新建：init WORK.sqlite --plan 编号；没有方案的区县：plan export --empty --out 方案.xlsx，填好后 init WORK.sqlite --plan 方案.xlsx',
    ),
  ].join('\n');
}

/** plan list WORK: the documents by which the work goes. */
export function documentsText({ plan, documents }: MethodOutput<'plan.documents'>): string {
  return [
    planIdText(plan),
    `方案文件 ${documents.length} 份，按入库先后：`,
    textTable(
      [
        { title: '序', cell: (one) => String(one.id) },
        { title: '种类', cell: (one) => documentKindText(one.kind) },
        { title: '文号', max: 36, cell: (one) => one.number },
        { title: '名称', max: 44, cell: (one) => one.title },
        { title: '内容', max: 30, cell: contentText },
        { title: '印发', cell: (one) => one.issuedOn },
        { title: '生效', cell: (one) => one.effectiveOn },
        { title: '经办', cell: (one) => one.actor },
        { title: '理由', max: 30, cell: (one) => one.reason },
      ],
      documents,
    ),
  ].join('\n');
}

const contentText = ({ parts, listYear, targets }: MethodOutput<'plan.documents'>['documents'][number]): string =>
  parts
    .map((part) => {
      if (part === 'list') return `${listYear} 年事项`;
      return part === 'targets' ? `${targets} 个目标值` : documentPartText(part);
    })
    .join('、');

/** plan export. */
export function exportedText({ year, empty, sheets, bytes }: MethodOutput<'plan.export'>, out: string): string {
  const counts = sheets.filter((sheet) => sheet.rows > 0).map((sheet) => `${sheet.name} ${sheet.rows} 行`);
  return [
    `${colors.green('✓')} 已生成 ${out}（${Math.ceil(bytes / 1024)} KB）：${empty ? '空白方案工作簿' : `方案工作簿，含 ${year} 年事项`}`,
    ...(empty ? [] : [`  ${counts.join('、')}`]),
    empty
      ? '  填好后新建工作库：init WORK.sqlite --plan 该文件'
      : '  修改后导入：plan import WORK.sqlite 该文件 --document 文号 --by 姓名（加 --dry-run 只看差异）',
  ].join('\n');
}

/** What is wrong with a workbook, what it changes, and what contradicts what since. */
export function comparisonText(report: PlanComparison, plan: Plan): string {
  const { counts, differences, conflicts, conflictYears, resolved } = report;
  return [
    ...bookFindingsText(report),
    ...(counts.errors > 0 ? [] : [differencesTitle(report), ...differenceLines(differences), ...appliesText(report)]),
    ...(conflicts.length === 0 ? [] : [heading(`新出现的表述不一致（按 ${conflictYears.join('、')} 年看）：${conflicts.length} 处`)]),
    ...conflicts.map((conflict) => conflictBlock(conflict, plan)),
    ...(resolved.length === 0 ? [] : [`  不再矛盾：${resolved.map((one) => one.title).join('、')}`]),
  ].join('\n');
}

export const bookFindingsText = ({ file, findings, counts }: PlanComparison): string[] =>
  findings.length === 0
    ? []
    : [
        `  ${file}：错误 ${counts.errors}、提醒 ${counts.warnings}、说明 ${counts.infos}`,
        ...findings.map(findingLine),
        ...passwordHint(findings),
      ];

const differencesTitle = ({ counts: { added, removed, changed } }: PlanComparison): string =>
  added + removed + changed === 0 ? '与工作库中的内容相同，没有差异。' : heading(`差异：新增 ${added}、删除 ${removed}、修改 ${changed}`);

function differenceLines(differences: readonly Difference[]): string[] {
  return [...Map.groupBy(differences, (difference) => difference.sheet)].flatMap(([sheet, ones]) => [
    `  ${colors.bold(sheet)}`,
    ...ones.flatMap(differenceBlock),
  ]);
}

const CHANGE_COLORS = { new: colors.green, removed: colors.red, changed: colors.yellow, order: colors.yellow } as const;

/** A row, and below it what each of its cells said and says. */
function differenceBlock({ change, id, name, fields }: Difference): string[] {
  const mark = CHANGE_COLORS[change](bookChangeText(change));
  const title = change === 'order' ? '各行的先后次序变了' : id === '' && name === '' ? '表头上方' : `${id}　${clip(name, 60)}`;
  return [
    `    ${mark}　${title}`,
    ...fields.map(({ column, measure, before, after }) => {
      const place = measure === null ? column : `〔${clip(measure, 24)}〕${column}`;
      return change === 'new' ? `        ${place}：${shown(after)}` : `        ${place}：${shown(before)} → ${shown(after)}`;
    }),
  ];
}

/** Annexes hold from the year of their day on: a target that was changed for this year by a document of the next is not what was meant. */
const appliesText = ({ parts, effectiveOn }: PlanComparison): string[] =>
  parts.some((part) => part === 'annex1' || part === 'annex2')
    ? [`  指标、任务的修改自 ${effectiveOn.slice(0, 4)} 年度起适用（生效日期 ${effectiveOn}，可用 --from 另行指定）。`]
    : [];

const shown = (text: string): string => (text === '' ? colors.dim('（空）') : clip(text, 80));

/** plan import: the comparison, then what was stored. */
export function planImportText(report: PlanImport, plan: Plan): string {
  return `${comparisonText(report, plan)}\n\n${storedText(report)}`;
}

function storedText({ stored, counts }: PlanImport): string {
  if (stored === null)
    return counts.errors > 0
      ? colors.red(`✗ 有 ${counts.errors} 处错误，整份没有入库。请改正后重新导入。`)
      : '没有可入库的差异，工作库未改动。';
  const parts = stored.parts.map(documentPartText).join('、');
  return [
    `${colors.green('✓')} 已入库：${documentKindText(stored.kind)}《${stored.title}》（${stored.number}），印发 ${stored.issuedOn}，生效 ${stored.effectiveOn}；内容：${parts}`,
    ...(stored.decidedYear === null ? [] : [`  ${stored.decidedYear} 年度已开启，自即日起按这份清单填报和评分。`]),
  ].join('\n');
}

export const dryRunText = (report: PlanComparison, plan: Plan): string =>
  `${comparisonText(report, plan)}\n\n${colors.yellow('（试运行，未入库）')}`;

/** A workbook with an error is a failed command. */
export const comparisonCode = ({ counts }: PlanComparison): number => (counts.errors > 0 ? 1 : 0);
