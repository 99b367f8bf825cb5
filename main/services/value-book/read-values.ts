import type { Finding } from '../../../shared/domain/findings.ts';
import { measuresOf, planSpan } from '../../../shared/domain/plan/statements.ts';
import type { ValueKind } from '../../../shared/domain/plan/value-book/columns.ts';
import { type ReadValue, readValues } from '../../../shared/domain/plan/value-book/read-values.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { ReadSource } from '../plan-book/read-source.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { readYearPlan, readYearRecord } from '../plan/year-plan.ts';

export interface ValueBook {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Null where a finding is an error. */
  readonly values: readonly ReadValue[] | null;
}

/** Reads a 目标调整表 or 认定数表 against the work: targets of the plan's own years, figures of these and of all earlier ones. */
export function readValueBook(db: ReadHandle, { file, workbook, findings }: ReadSource, kind: ValueKind): ValueBook {
  if (workbook === null) return { file, findings, values: null };
  const { plan } = readWorkPlan(db);
  const { from, to } = planSpan(plan);
  const read = readValues(workbook, {
    file,
    kind,
    from: kind === 'targets' ? from : null,
    to,
    measures: (year) => measuresOf(kind === 'targets' ? readYearPlan(db, year).plan : plan),
    named: (year) => (kind === 'targets' && year !== null ? readYearPlan(db, year).plan : plan),
    signed: (year) => readYearRecord(db, year)?.final ?? null,
  });
  return { file, findings: read.findings, values: read.findings.some(({ severity }) => severity === 'error') ? null : read.values };
}
