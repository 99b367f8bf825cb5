import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type Rational, sumOf } from '../../../shared/domain/numbers/rational.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import type { ServiceContext } from '../context.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { evaluateApplied } from '../scheme-apply/apply-scheme.ts';
import { type AppliedScheme, storedSchemeFor } from '../scheme-apply/applied-scheme.ts';
import { periodsWithin } from '../scheme-apply/periods.ts';
import { measureFor, type Supposed } from '../scheme-apply/plan-readings.ts';
import { retiredSchemes } from '../schemes/scheme-acts.ts';

/** Slots of a measure (X.target) that a decision touches; blank: the figure itself. */
export type TouchedSlots = readonly ('' | 'target' | 'stretch' | 'lastYear' | 'lastMonth' | 'base')[];

/** What a decision does to what the schemes of the work give, where their rules read what it changes; computed before it is stored. */
export function schemeEffect(
  context: ServiceContext,
  year: number,
  supposed: Supposed,
  touched: { readonly measures: ReadonlySet<string>; readonly slots: TouchedSlots },
): DecisionEffect['schemes'] {
  const db = context.work.handle;
  const { plan } = readYearPlan(db, year);
  const measures = measuresOf(plan);
  const reads = ({ scheme }: AppliedScheme): boolean =>
    scheme.columns.some((column) => {
      const [name = '', slot = ''] = column.split('.');
      return touched.slots.some((one) => one === slot) && touched.measures.has(measureFor(measures, name, plan.subjects)?.id ?? '');
    });
  return schemesOf(db, plan)
    .filter(reads)
    .flatMap((applied) => orNothing(() => changesOf(context, plan, applied, supposed)));
}

/** A scheme that this work cannot read or apply (another district's subjects) is told of where it is applied; here it has no effect to show. */
function orNothing<T>(make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof Failure) return [];
    throw thrown;
  }
}

/** Schemes in the language that hold for the year and are not retired. */
function schemesOf(db: ReadHandle, plan: YearPlan): AppliedScheme[] {
  const retired = retiredSchemes(db);
  const ids = [...new Set(selectSchemes(db).flatMap(({ id, kind, year }) => (kind === 'rules' && year <= plan.year ? [id] : [])))];
  return ids.filter((id) => !retired.has(id)).flatMap((id) => orNothing(() => [storedSchemeFor(db, plan, id)]));
}

function changesOf(context: ServiceContext, plan: YearPlan, applied: AppliedScheme, supposed: Supposed): DecisionEffect['schemes'] {
  const { out, per } = applied.scheme;
  const { kind } = out;
  if (kind === 'notice') return [];
  const within = periodsWithin(plan.year, per);
  const periods = within.length === 0 || applied.yearly ? [...within, String(plan.year)] : within;
  const before = amountsOf(evaluateApplied(context, { applied, plan, periods }).results, periods);
  const after = amountsOf(evaluateApplied(context, { applied, plan: supposed.plan ?? plan, periods, supposed }).results, periods);
  return [...after].flatMap(([subjectId, { name, amount }]) => {
    const old = before.get(subjectId)?.amount ?? null;
    if (old === amount) return [];
    return [{ year: plan.year, scheme: applied.title, subject: name, before: old, after: amount, out: kind }];
  });
}

interface Amount {
  readonly name: string;
  /** Null where there is none. */
  readonly amount: string | null;
}

/** Of the year itself, where it is among the periods, else the sum of those that have one. */
function amountsOf(results: readonly SubjectResult[], periods: readonly string[]): ReadonlyMap<string, Amount> {
  const whole = periods.find((period) => /^\d{4}$/u.test(period));
  const counted = results.filter(({ row }) => whole === undefined || row.period === whole);
  const bySubject = Map.groupBy(counted, ({ row }) => row.subjectId);
  return new Map(
    [...bySubject].map(([id, own]) => [id, { name: own[0]?.row.name ?? id, amount: totalOf(own.flatMap((one) => valueOf(one) ?? [])) }]),
  );
}

const totalOf = (values: readonly Rational[]): string | null => (values.length === 0 ? null : sumOf(values).text());

const valueOf = ({ money, points }: SubjectResult): Rational | null => money ?? points;
