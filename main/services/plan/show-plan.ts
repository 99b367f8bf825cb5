import type { ReadHandle } from '../../db/handles.ts';
import { readWorkPlan, type WorkPlan } from './work-plan.ts';
import { readYearPlan } from './year-plan.ts';

/** 方案: as all documents leave it, or as it holds for one year. */
export function showPlan(db: ReadHandle, year: number | undefined): WorkPlan {
  if (year === undefined) return readWorkPlan(db);
  const { plan: yearPlan, version } = readYearPlan(db, year);
  const {
    year: _year,
    revisions: _revisions,
    furtherRevisions: _further,
    overruledStretch: _overruled,
    chosen: _chosen,
    documents: _documents,
    reportingUnits: _units,
    ...plan
  } = yearPlan;
  return { plan, version };
}
