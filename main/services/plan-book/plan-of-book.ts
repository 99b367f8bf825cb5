import { Failure } from '../../../shared/domain/failure.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ServiceEnvironment } from '../context.ts';
import { compareWithNothing } from './compare-book.ts';
import type { ReadSource } from './read-source.ts';

/** The plan of a workbook that a new work is made of; one with an error is refused, and its first place named. */
export function planOfBook(environment: ServiceEnvironment, source: ReadSource): Plan {
  const { plan, comparison } = compareWithNothing(environment, source, {});
  if (plan !== null) return plan;
  const first = comparison.findings.find((one) => one.severity === 'error');
  const place = [first?.sheet, first?.cell].filter((part) => part !== null && part !== undefined).join('!');
  const { errors } = comparison.counts;
  throw new Failure('PLAN_BOOK_INVALID', { ...first?.params, workbook: source.file, errors, place, finding: first?.code ?? '' });
}
