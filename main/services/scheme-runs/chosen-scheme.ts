import { Failure } from '../../../shared/domain/failure.ts';
import type { ServiceContext } from '../context.ts';
import { type PlanOfYear, requireOpenYear } from '../plan/year-plan.ts';
import { type AppliedScheme, storedSchemeFor, storedVersion } from '../scheme-apply/applied-scheme.ts';
import { schemeOfVersion, schemeOfYear } from '../schemes/scheme-acts.ts';

/** By which scheme a year is looked at, and whether it is the one that the year goes by. */
export interface ChosenScheme {
  readonly yearPlan: PlanOfYear;
  readonly applied: AppliedScheme;
  readonly ofYear: boolean;
}

/** The scheme named, else that of the year: of the year's own the version that the year was opened with, of another one the newest that holds. */
export function chosenScheme({ work: { handle: db } }: ServiceContext, year: number, id: string | undefined): ChosenScheme {
  const yearPlan = requireOpenYear(db, year);
  const own = schemeOfYear(db, yearPlan.record);
  if (id !== undefined && id !== own?.id) return { yearPlan, applied: storedSchemeFor(db, yearPlan.plan, id), ofYear: false };
  if (own === null) throw new Failure('YEAR_NO_SCHEME', { year });
  return { yearPlan, applied: storedVersion(db, yearPlan.plan, own), ofYear: true };
}

/** The very version that a stored run names; null when it is gone. */
export function schemeOfRun({ work: { handle: db } }: ServiceContext, year: number, id: string, version: string): ChosenScheme | null {
  const stored = schemeOfVersion(db, id, version);
  if (stored === null) return null;
  const yearPlan = requireOpenYear(db, year);
  const own = schemeOfYear(db, yearPlan.record);
  const ofYear = own?.id === id && own.version === version;
  return { yearPlan, applied: storedVersion(db, yearPlan.plan, stored), ofYear };
}
