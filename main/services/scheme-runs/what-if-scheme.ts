import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import { diffSchemeResults } from '../../../shared/domain/schemes/runs/diff.ts';
import { schemeWeightTitle } from '../../../shared/text/scheme/run-words.ts';
import type { ServiceContext } from '../context.ts';
import { chosenScheme } from './chosen-scheme.ts';
import { type ComputedScheme, computeScheme } from './compute-scheme.ts';
import { withoutCells } from './difference-words.ts';
import { readSupposed, type Supposed } from './read-supposed.ts';
import { readBefore, supposedData } from './supposed-data.ts';
import { readSupposedWeight, type SupposedWeight, withSupposedWeights } from './supposed-weights.ts';

interface Supposing {
  readonly year: number;
  readonly scheme?: string | undefined;
  readonly changes: readonly string[];
}

/** 假设测算 by any scheme of the work: its results with supposed figures beside those of what counts now; nothing is stored. */
export function supposeScheme(context: ServiceContext, { year, scheme: id, changes: texts }: Supposing): MethodOutput<'scheme.whatif'> {
  const chosen = chosenScheme(context, year, id);
  const { applied, yearPlan } = chosen;
  let held: SchemeData | null = null;
  const now = computeScheme(context, chosen, (data) => (held = data));
  const known = now.result.periods;
  const read = texts.map(
    (text) => readSupposedWeight(text, applied) ?? readSupposed(text, { plan: yearPlan.plan, applied, periods: known }),
  );
  const changes = read.filter((change) => 'column' in change);
  const weights = read.filter((change) => 'weight' in change);
  const weighed = withSupposedWeights(applied, weights, yearPlan.plan);
  const then = computeScheme(context, { ...chosen, applied: weighed }, (data) => supposedData(data, changes, weighed.scheme));
  const { schemeTitle, demonstration, sample } = then.result;
  return {
    year,
    schemeTitle,
    demonstration,
    sample,
    changes: read.map((change) => ('weight' in change ? shownWeight(change) : shown(change, held, now.result.rows))),
    difference: withoutCells(diffSchemeResults(now.result.rows, then.result.rows, weights.length === 0 ? null : headsOf(now, then))),
  };
}

/** What no value explains is then put down to the scheme. */
const headsOf = (now: ComputedScheme, then: ComputedScheme) => ({
  before: now.head,
  after: { ...then.head, schemeVersion: `${then.head.schemeVersion}?` },
});

const shownWeight = ({ weight, typed }: SupposedWeight): MethodOutput<'scheme.whatif'>['changes'][number] => ({
  kind: 'weight',
  path: weight.path,
  part: schemeWeightTitle(weight),
  before: weight.value,
  after: typed,
});

type Rows = ReturnType<typeof computeScheme>['result']['rows'];

/** Of everybody there is no one value before. */
function shown(
  { subjectId, period, column, typed }: Supposed,
  data: SchemeData | null,
  rows: Rows,
): MethodOutput<'scheme.whatif'>['changes'][number] {
  const subject = rows.find((one) => one.subjectId === subjectId);
  if (subjectId !== null && subject === undefined)
    throw new Failure('WHATIF_UNIT', { unit: subjectId, known: rows.map((one) => one.subject).join('、') });
  const row = data?.rowsOf(period).find((one) => one.subjectId === subjectId);
  const before = data === null || row === undefined ? null : readBefore(data, row, column);
  return { kind: 'figure', unit: subject?.subject ?? null, period, column, before, after: typed };
}
