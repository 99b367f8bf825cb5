import type { ScoredRow, SchemePart, SchemeResult, SchemeRow } from '../../../shared/contract/scheme-runs.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { Lack } from '../../../shared/domain/schemes/base/reading.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import { isMarked, totalBounds } from '../../../shared/domain/schemes/runs/bounds.ts';
import { type Part, partsOf } from '../../../shared/domain/schemes/runs/parts.ts';
import { rawRules } from '../../../shared/domain/schemes/runs/raw-rules.ts';
import type { AppliedScheme } from '../scheme-apply/applied-scheme.ts';
import { resultView } from '../schemes/language/result-view.ts';

/** What a scheme gave a subject, with the addends of its total. */
export function schemeRow(
  result: SubjectResult,
  { applied, plan, groupName }: { readonly applied: AppliedScheme; readonly plan: YearPlan; readonly groupName: (group: string) => string },
): SchemeRow {
  const { subjectId, name, class: own } = result.row;
  const unit = plan.units.find(({ id }) => id === subjectId);
  const titles = titlesOf(applied, plan);
  return {
    ...resultView(result),
    subjectId,
    subject: name,
    kindName: unit === undefined ? plan.district.name : unitKindOf(plan, unit).name,
    class: own,
    group: applied.scheme.groupOf(result.row),
    groupName: groupName(applied.scheme.groupOf(result.row)),
    parts: partsOf(result.explanation, rawRules(applied.rules)).map((part) => partView(part, titles)),
  };
}

/** Measures by what the scheme, else the plan, calls them. */
function titlesOf({ scheme: { head } }: AppliedScheme, plan: YearPlan): ReadonlyMap<string, string> {
  return new Map([
    ...measuresOf(plan).map(({ id, name }): [string, string] => [id, name]),
    ...Object.entries(head.measures ?? {}).flatMap(([id, { title }]): [string, string][] => (title === undefined ? [] : [[id, title]])),
  ]);
}

function partView({ measures, title, points, max, ...part }: Part, titles: ReadonlyMap<string, string>): SchemePart {
  const [only, ...others] = measures;
  return {
    ...part,
    title: title ?? (only === undefined || others.length > 0 ? null : (titles.get(only) ?? null)),
    measures: [...measures],
    clause: [...part.clause],
    points: points?.text() ?? null,
    exact: points?.fractionText() ?? null,
    max: max?.text() ?? null,
  };
}

/** 试算: what a result still lacks, and between which totals the final one can lie. */
export function outlookOf(result: SubjectResult, { rules, scheme }: AppliedScheme): Pick<ScoredRow, 'complete' | 'range' | 'missing'> {
  const { explanation, lacks, marked, open } = result;
  const missing = distinct([...lacks, ...marked.map(markedLack), ...open.flatMap((one) => one.lacks)]);
  const total = result.points ?? result.money;
  const complete = missing.length === 0;
  // What the others get decides on a payment that is balanced or settled; a place that is judged anew can move everything.
  const closed = scheme.zeroSum === null && scheme.yearEnd === null && scheme.vetoes.every(({ give }) => give === null);
  if (complete || result.notApplicable || scheme.out.kind === 'notice') return { complete, range: null, missing };
  if (!isMarked(explanation) && total !== null) return { complete, range: { low: total.text(), high: total.text() }, missing };
  const { low, high } = closed ? totalBounds(explanation, rawRules(rules)) : { low: null, high: null };
  return { complete, range: low === null && high === null ? null : { low: low?.text() ?? null, high: high?.text() ?? null }, missing };
}

const markedLack = ({ params }: SubjectResult['marked'][number]): Lack => ({
  code: (params['lack'] ?? 'returned') as Lack['code'],
  params,
});

const distinct = (lacks: readonly Lack[]): { code: string; params: Readonly<Record<string, string>> }[] => [
  ...new Map(lacks.map((lack) => [JSON.stringify(lack), { code: lack.code, params: lack.params }])).values(),
];

export type RowsOf = SchemeResult['rows'];
