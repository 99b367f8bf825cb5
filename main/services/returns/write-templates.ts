import type { Plan, Unit } from '../../../shared/domain/plan/schema.ts';
import { unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { reportingUnits } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { insertFormIssue } from '../../db/queries/form-issues.ts';
import type { WritingContext } from '../context.ts';
import type { OutputFolder } from '../files.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { createLayouts } from './layouts.ts';

export interface WrittenTemplate {
  readonly unitId: string;
  readonly unitName: string;
  readonly file: string;
  /** Rows that ask for an answer. */
  readonly rows: number;
}

/** Writes one return workbook (填报表) for each unit, or for the named ones. */
export async function writeTemplates(
  context: WritingContext,
  folder: OutputFolder,
  request: { year: number; units?: readonly string[] | undefined; air: boolean },
  job: JobContext,
): Promise<WrittenTemplate[]> {
  const yearPlan = requireOpenYear(context.work.handle, request.year);
  const { plan } = yearPlan;
  const units = request.units === undefined ? reportingUnits(plan) : request.units.map((name) => requireUnit(plan, name));
  const layoutOf = createLayouts(context.work.handle, yearPlan);
  const { writeReturnWorkbook } = await import('../../documents/workbook/return-workbook.ts');
  const written: WrittenTemplate[] = [];
  for (const [index, unit] of units.entries()) {
    await checkpoint(job);
    job.report(index / units.length, 'templates');
    const layout = layoutOf(unit, request.air);
    const file = templateFileName(plan, unit, request.year);
    await folder.write(file, await writeReturnWorkbook(layout, { sample: false, createdAt: context.now() }));
    written.push({
      unitId: unit.id,
      unitName: unit.name,
      file,
      rows: layout.sheets.flatMap((sheet) => sheet.rows).filter((row) => Object.keys(row.answers).length > 0).length,
    });
  }
  job.report(1, 'templates');
  recordIssues(context, request.year, yearPlan.version, written);
  return written;
}

/** What was made, and from which plan: the year is 收集 from then on, and a return of this form can be read later by it. */
function recordIssues(context: WritingContext, year: number, version: string, written: readonly WrittenTemplate[]): void {
  const db = context.writer;
  const made = { year, version, actor: context.actor.name, madeAt: context.now() };
  db.transaction(() => {
    for (const { unitId, file } of written) insertFormIssue(db, { ...made, unitId, fileName: file });
    const [forms, files] = [written.map(({ unitId }) => unitId), written.map(({ file }) => file)];
    db.note({ subject: String(year), detail: { year, version, at: made.madeAt, forms, files } });
  });
}

/** 部门-01-区生态环境局-2024年填报表.xlsx: sorts by the plan's own order of units in every file manager. */
export function templateFileName(plan: Plan, unit: Unit, year: number): string {
  const group = plan.units.filter((other) => other.kind === unit.kind);
  const number = String(group.findIndex((other) => other.id === unit.id) + 1).padStart(2, '0');
  return `${unitKindOf(plan, unit).name}-${number}-${unit.name}-${year}年填报表.xlsx`;
}
