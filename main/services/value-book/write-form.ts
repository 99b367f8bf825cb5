import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { rowsOf } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSettledFigures } from '../../db/queries/settled-figures.ts';
import type { ValueFormRow } from '../../documents/workbook/value-form.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { OutputFile } from '../files.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';

/** Writes the workbook in which a clerk fills in what a document sets: 目标调整 and 认定数 of a year. */
export async function writeForm(
  context: ServiceContext,
  output: OutputFile,
  year: number,
  job: JobContext,
): Promise<MethodOutput<'targets.form'>> {
  const rows = formRows(context.work.handle, year);
  await checkpoint(job);
  job.report(0.2, 'valueBook');
  const { writeValueForm } = await import('../../documents/workbook/value-form.ts');
  const bytes = await writeValueForm({ year, rows }, context.now());
  await checkpoint(job);
  await output.write(bytes);
  job.report(1, 'valueBook');
  return { file: output.name, year, rows: rows.length, bytes: bytes.byteLength };
}

/** Every measure of the year in printed order, with the target that holds and the district's figure that is settled. */
export function formRows(db: ReadHandle, year: number): ValueFormRow[] {
  const found = readYearPlan(db, year);
  const targets = adoptedTargets(db, found);
  const settled = selectSettledFigures(db).filter((figure) => figure.year === year && figure.unitId === null);
  const figures = new Map(settled.map(({ measureId, value }) => [measureId, value]));
  return rowsOf(found.plan).flatMap((row) =>
    row.measures.map(({ id, name, unit }) => ({
      measure: id,
      name,
      unit,
      target: targets.get(id)?.printed ?? '',
      figure: figures.get(id) ?? '',
      leads: row.leadUnitsPrinted,
    })),
  );
}
