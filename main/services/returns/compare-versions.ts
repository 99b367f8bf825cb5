import type { VersionComparison } from '../../../shared/contract/versions.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectVersion, type VersionRecord } from '../../db/queries/register.ts';
import { selectAnswersOfReturn } from '../../db/queries/returns.ts';
import { selectAirValuesOfReturn } from '../../db/queries/returns-air.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { countChanges, storedValues } from './compare-values.ts';
import { createLayouts } from './layouts.ts';
import { comparedValues } from './shown-values.ts';

export interface CompareRequest {
  /** 收件号. */
  readonly number: number;
  /** 收件号 of another version of the same unit and year; absent for one version alone. */
  readonly against?: number | undefined;
}

/** Two versions of one return side by side: every value of the one with what the other says in its place. */
export function compareVersions(context: ServiceContext, request: CompareRequest): VersionComparison {
  const db = context.work.handle;
  const version = requireVersion(db, request.number);
  const against = request.against === undefined ? null : requireVersion(db, request.against);
  if (against !== null && (against.unitId !== version.unitId || against.year !== version.year))
    throw new Failure('VERSION_OTHER_UNIT', { number: version.number, other: against.number });
  const yearPlan = requireOpenYear(db, version.year);
  const unit = yearPlan.plan.units.find(({ id }) => id === version.unitId);
  const before = against === null ? null : storedValues(db, against.returnId);
  const answers = selectAnswersOfReturn(db, version.returnId);
  return {
    year: version.year,
    unitId: version.unitId,
    unitName: unit?.name ?? version.unitId,
    sha256: version.sha256,
    airDays: selectAirValuesOfReturn(db, version.returnId).length,
    changes: before === null ? 0 : countChanges(before, storedValues(db, version.returnId)),
    values: unit === undefined ? [] : comparedValues(createLayouts(db, yearPlan)(unit, false), answers, before),
    ...typedOf(selectTyped(db), version.returnId),
  };
}

function requireVersion(db: ReadHandle, number: number): VersionRecord {
  const version = selectVersion(db, number);
  if (version === null) throw new Failure('VERSION_UNKNOWN', { number });
  return version;
}
