import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { stretchTarget, unitTargets } from '../../../shared/domain/plan/further-targets.ts';
import { VALUE_KINDS } from '../../../shared/domain/plan/value-book/columns.ts';
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

/**
 * Every measure of the year in printed order, with the target that holds and the district's figure that is settled; below it what is set for it
 * besides: its 奋斗目标, targets and figures of single units.
 */
export function formRows(db: ReadHandle, year: number): ValueFormRow[] {
  const found = readYearPlan(db, year);
  const { plan } = found;
  const targets = adoptedTargets(db, found);
  const settled = Map.groupBy(
    selectSettledFigures(db).filter((figure) => figure.year === year),
    ({ measureId }) => measureId,
  );
  const ofUnits = Map.groupBy(unitTargets(plan), ({ measure }) => measure);
  const nameOf = (id: string | null): string => plan.units.find((unit) => unit.id === id)?.name ?? id ?? '';
  return rowsOf(plan).flatMap((row) =>
    row.measures.flatMap((measure): ValueFormRow[] => {
      const { id, name, unit } = measure;
      const own = settled.get(id) ?? [];
      const blank = { measure: id, name, unit, subject: '', stretch: false, target: '', figure: '', leads: row.leadUnitsPrinted };
      const stretch = stretchTarget(plan, measure);
      return [
        {
          ...blank,
          tables: VALUE_KINDS,
          target: targets.get(id)?.printed ?? '',
          figure: own.find(({ unitId }) => unitId === null)?.value ?? '',
        },
        ...[...(stretch === null ? [] : [stretch]), ...(ofUnits.get(id) ?? [])].map((held) => ({
          ...blank,
          tables: ['targets'] as const,
          subject: nameOf(held.unit),
          stretch: held.kind === 'stretch',
          target: held.printed,
        })),
        ...own.flatMap(({ unitId, value }) =>
          unitId === null ? [] : [{ ...blank, tables: ['figures'] as const, subject: nameOf(unitId), figure: value }],
        ),
      ];
    }),
  );
}
