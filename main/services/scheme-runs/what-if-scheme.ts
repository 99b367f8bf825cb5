import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import { diffSchemeResults } from '../../../shared/domain/schemes/runs/diff.ts';
import type { ServiceContext } from '../context.ts';
import { chosenScheme } from './chosen-scheme.ts';
import { computeScheme } from './compute-scheme.ts';
import { withoutCells } from './difference-words.ts';
import { readSupposed, type Supposed } from './read-supposed.ts';
import { readBefore, supposedData } from './supposed-data.ts';

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
  const changes = texts.map((text) => readSupposed(text, { plan: yearPlan.plan, applied, periods: known }));
  const then = computeScheme(context, chosen, (data) => supposedData(data, changes, applied.scheme));
  const { schemeTitle, demonstration, sample } = then.result;
  return {
    year,
    schemeTitle,
    demonstration,
    sample,
    changes: changes.map((change) => shown(change, held, now.result.rows)),
    difference: withoutCells(diffSchemeResults(now.result.rows, then.result.rows, null)),
  };
}

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
  return { unit: subject?.subject ?? null, period, column, before, after: typed };
}
