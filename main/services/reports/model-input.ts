import type { AssessmentResult, ScoreFigure, ScorePart, ScoreRow } from '../../../shared/domain/assessment/types.ts';
import type { OfficialTable, TableCell } from '../../../shared/domain/documents/official-table.ts';
import type { AdoptedTarget, Conflict, Statement } from '../../../shared/domain/plan/conflict-types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { isCountedStatement } from '../../../shared/domain/plan/differences.ts';
import { measureOf, rowsOfStatements } from '../../../shared/domain/plan/statements.ts';
import { printTarget, targetText } from '../../../shared/domain/plan/target.ts';
import { adoptionRuleText } from '../../../shared/text/conflict-text.ts';
import { decimalsText } from '../../../shared/text/report-text.ts';
import { statusText } from '../../../shared/text/score-text.ts';
import { fill, type ReportWording } from './wording.ts';

/** What the tables of a year are made from: one result and the plan's own words. */
export interface AssessmentModelInput {
  readonly plan: YearPlan;
  readonly year: number;
  readonly result: AssessmentResult;
  readonly conflicts: readonly Conflict[];
  /** The targets that hold for the year. */
  readonly targets: ReadonlyMap<string, AdoptedTarget>;
  /** 文号 of the document that the year's list stands in. */
  readonly listNumber: string;
  readonly wording: ReportWording;
  readonly sample: boolean;
  readonly createdAt: string;
  /** On which run the figures rest. */
  readonly basis: string;
  /** How the towns' air takes dust days and other events of the year. */
  readonly air: readonly string[];
  /** What was reported of a measure, whether or not anything judges it. */
  readonly reported: (measureId: string) => { readonly value: string } | null;
}

export const textCell = (text: string): TableCell => ({ text });

/** A number printed as it stands and written to the workbook as a number. */
export const numberCell = (value: string): TableCell =>
  /^-?\d+(\.\d+)?$/.test(value) ? { text: value, number: { value, decimals: value.split('.')[1]?.length ?? 0 } } : { text: value };

export function partOf(input: AssessmentModelInput, id: string): ScorePart {
  const part = input.result.district.parts.find((candidate) => candidate.id === id);
  if (part === undefined) throw new Error(`the district's score has no part ${id}`);
  return part;
}

export function scoreRowOf(part: ScorePart, rowId: string): ScoreRow {
  const row = part.rows.find((candidate) => candidate.rowId === rowId);
  if (row === undefined) throw new Error(`part ${part.id} has no row ${rowId}`);
  return row;
}

/**
 * Judged values of a row as one text; two measures in one row print as the target does: 34.5（100.0）. Of a target in words what was reported, and
 * of one that is 待定 the figure that came in and is not judged.
 */
export function judgedText(figures: readonly ScoreFigure[], reported: AssessmentModelInput['reported']): string {
  const [first, second] = figures.map((figure) => figure.judgedValue ?? reportedText(figure) ?? pendingText(figure, reported) ?? '—');
  if (first === undefined) return '—';
  return second === undefined ? first : `${first}（${second}）`;
}

function reportedText({ rule }: ScoreFigure): string | null {
  const status = rule.params['status'];
  return status === undefined ? null : statusText(status);
}

const pendingText = ({ id, rule }: ScoreFigure, reported: AssessmentModelInput['reported']): string | null =>
  rule.params['reason'] === 'pending' ? (reported(id)?.value ?? null) : null;

/** The page of the plan's own annexes (its last lines). */
export const planPage = (plan: Plan, orientation: 'portrait' | 'landscape'): OfficialTable['page'] => ({
  orientation,
  ...pageGeometry(plan),
});

const pageGeometry = ({ document: { page } }: Plan): Omit<OfficialTable['page'], 'orientation'> => ({
  marginsMm: page.marginsMm,
  titlePitchPt: page.titlePitchPt,
  bodyPitchPt: page.bodyPitchPt,
});

function statementDemand({ operator, value, unit, qualitative, target }: Statement): string {
  if (target?.kind === 'range') return `${targetText(target)}${unit ?? ''}`;
  if (value === null) return qualitative ?? '';
  return `${operator === null ? '' : printTarget(operator, '')}${value}${unit ?? ''}`;
}

/** 附件3 二·1为25%: where a statement stands and what it demands. */
const demandText = (statement: Statement): string => `${statement.place}为${statementDemand(statement)}`;

/** Notes every scored table ends with: how points are made, which contradictions were decided how, and that sample data are sample data. */
export function scoringNotes(input: AssessmentModelInput, part: ScorePart, rowIds: ReadonlySet<string>): string[] {
  const { notes } = input.wording;
  return [
    fill(notes['scheme'] ?? '', {
      scheme: input.result.schemeTitle,
      max: part.max,
      demonstration: input.result.demonstration ? (notes['demonstration'] ?? '') : '',
    }),
    input.basis,
    fill(notes['rounding'] ?? '', { decimals: decimalsText(part.max) }),
    ...(part.rows.some((row) => row.figures.some((figure) => figure.state === 'missing')) ? [notes['missing'] ?? ''] : []),
    ...input.air,
    ...conflictNotes(input, rowIds),
    ...(input.sample ? [notes['sample'] ?? ''] : []),
  ];
}

function conflictNotes(input: AssessmentModelInput, rowIds: ReadonlySet<string>): string[] {
  const rows = rowsOfStatements(input.plan);
  return input.conflicts.flatMap((conflict) => {
    if (conflict.adopted === null || conflict.adopted.losing.length === 0) return [];
    const { statement, losing, rule } = conflict.adopted;
    if (![statement, ...losing].some((id) => rowIds.has(rows.get(measureOf(id)) ?? id))) return [];
    const find = (id: string) => conflict.statements.find((candidate) => candidate.id === id && isCountedStatement(candidate));
    const adopted = find(statement);
    if (adopted === undefined) return [];
    const others = losing.flatMap((id) => find(id) ?? []).map(demandText);
    if (others.length === 0) return [];
    return [
      fill(input.wording.notes['conflict'] ?? '', {
        title: conflict.title,
        losing: others.join('，'),
        adopted: demandText(adopted),
        rule: adoptionRuleText(rule, input.plan),
        adoptedShort: adopted.place,
      }),
    ];
  });
}
