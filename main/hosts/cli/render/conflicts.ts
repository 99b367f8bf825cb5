import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { Conflict, Statement } from '../../../../shared/domain/plan/conflict-types.ts';
import { standingOf } from '../../../../shared/domain/plan/conflict-standing.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { adoptionRuleText, conflictKindText, statementYearText } from '../../../../shared/text/conflict-text.ts';
import { heading } from '../terminal/table.ts';

/** conflicts: each contradiction with both quotes, the adopted value and the rule that adopted it. */
export function conflictsText({ year, conflicts, decisions }: MethodOutput<'plan.conflicts'>, plan: Plan): string {
  // What changes a target of the year comes first.
  const decided = (conflict: Conflict): number => ((conflict.adopted?.losing.length ?? 0) > 0 ? 0 : 1);
  const numbers = conflicts.filter((conflict) => conflict.grade === 'numbers').toSorted((left, right) => decided(left) - decided(right));
  const leads = conflicts.filter((conflict) => conflict.grade === 'leads');
  return [
    `${year} 年目标冲突：数值或口径不一致 ${numbers.length} 处，仅牵头单位不一致 ${leads.length} 处；人工决定 ${decisions.length} 处。`,
    `  采用值按默认规则取定（${adoptionRuleText('annex1First', plan)}），请逐条确认；改用另一处：conflicts … --adopt 主题=表述 --reason 理由 --by 姓名`,
    ...numbers.map((conflict) => conflictBlock(conflict, plan, year)),
    leads.length === 0 ? '' : heading('仅牵头单位不一致'),
    ...leads.map(
      (conflict) =>
        `  ${conflict.title}：${[...new Set(conflict.statements.map((statement) => `${statement.place} ${leadNames(statement, plan)}`))].join('；')}`,
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** A contradiction with both quotes, what holds and why; without a year words are not weighed against numbers. */
export function conflictBlock(conflict: Conflict, plan: Plan, year: number | null = null): string {
  const kinds = [...new Set(conflict.differences.map((difference) => conflictKindText(difference.kind)))].join('、');
  const lines = conflict.statements.map((statement) => {
    const mark = MARKS[standingOf(conflict, statement, year) ?? 'none']();
    return `    ${mark} ${statement.place}（${statementYearText(statement.year)}）“${statement.quote}” ${colors.dim(`[${statement.id}] ${leadNames(statement, plan)}`)}`;
  });
  const rule = conflict.adopted === null ? '本年度没有可采用的数值，各按原文' : adoptionRuleText(conflict.adopted.rule, plan);
  return [heading(`${conflict.title} ${colors.dim(`[${conflict.id}]`)}`), `  不一致之处：${kinds}`, ...lines, `  取定规则：${rule}`].join(
    '\n',
  );
}

const MARKS = { adopted: () => colors.green('采用'), losing: () => colors.yellow('未采'), none: () => '    ' } as const;

const leadNames = (statement: Statement, plan: Plan): string =>
  statement.leadUnits.map((id) => plan.units.find((unit) => unit.id === id)?.name ?? id).join('、');
