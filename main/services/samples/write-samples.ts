import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { OutputFolder } from '../files.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { type PlanOfYear, requireOpenYear } from '../plan/year-plan.ts';
import { createLayouts } from '../returns/layouts.ts';
import { templateFileName } from '../returns/write-templates.ts';
import { sampleAnswers } from './sample-answers.ts';
import { sampleOfYear, type SampleYear } from './sample-data.ts';

/**
 * Writes the sample year's returns as real workbooks (示例数据): same layouts, same writer as the real ones, filled in, with the late and the
 * missing ones, the slips and the stray files of templates/samples/.
 */
export async function writeSamples(
  context: ServiceContext,
  folder: OutputFolder,
  year: number,
  job: JobContext,
): Promise<MethodOutput<'samples.write'>> {
  const yearPlan = requireOpenYear(context.work.handle, year);
  const { sample, known } = sampleOfYear(context.templatesFolder, yearPlan.plan.id, year);
  if (sample === null) throw new Failure('SAMPLE_OTHER_YEAR', { year, known: known.join('、') });
  const layoutOf = createLayouts(context.work.handle, yearPlan);
  const missing = new Set(sample.missing);
  const units = yearPlan.plan.units.filter((unit) => !missing.has(unit.name));
  const { writeReturnWorkbook } = await import('../../documents/workbook/return-workbook.ts');
  const written = new Map<string, Uint8Array>();
  const files: MethodOutput<'samples.write'>['files'] = [];
  for (const [index, unit] of units.entries()) {
    await checkpoint(job);
    job.report(index / (units.length + 1), 'samples');
    const layout = layoutOf(unit, true);
    const bytes = await writeReturnWorkbook(layout, {
      sample: true,
      createdAt: `${year + 1}-01-02T08:00:00+08:00`,
      answers: sampleAnswers(sample, unit, layout),
    });
    const file = templateFileName(yearPlan.plan, unit, year);
    await folder.write(file, bytes);
    written.set(unit.name, bytes);
    files.push({ file, unitName: unit.name, slips: sample.slips.filter((slip) => slip.unit === unit.name).map((slip) => slip.why) });
  }
  for (const stray of sample.strays) await folder.write(stray.file, await strayBytes(stray, { yearPlan, year, written, layoutOf }));
  job.report(1, 'samples');
  return {
    files,
    missing: [...sample.missing],
    late: Object.keys(sample.late),
    laterYears: known.filter((one) => one > year),
    consents: [...sample.consents],
  };
}

interface StrayContext {
  readonly yearPlan: Pick<PlanOfYear, 'plan'>;
  readonly year: number;
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly layoutOf: ReturnType<typeof createLayouts>;
}

/** Files that turn up in every collection folder and are no returns. */
async function strayBytes(stray: SampleYear['strays'][number], { yearPlan, year, written, layoutOf }: StrayContext): Promise<Uint8Array> {
  const [first] = written.values();
  const { writeReturnWorkbook } = await import('../../documents/workbook/return-workbook.ts');
  const { writeTableWorkbook } = await import('../../documents/workbook/official-table-workbook.ts');
  switch (stray.kind) {
    case 'foreign':
      return writeTableWorkbook(foreignTable(year));
    case 'truncated':
      return (first ?? new Uint8Array()).slice(0, Math.floor((first?.byteLength ?? 0) * 0.6));
    case 'duplicate':
      return written.get(stray.of) ?? new Uint8Array();
    case 'unknownUnit': {
      const layout = layoutOf(requireUnit(yearPlan.plan, stray.of), false);
      return writeReturnWorkbook(
        { ...layout, unitId: stray.unitId, unitName: stray.unitName },
        { sample: true, createdAt: `${year + 1}-01-02T08:00:00+08:00` },
      );
    }
    case 'text':
      return new TextEncoder().encode('报送说明（示例）：本单位填报表已随本次报送，纸质件另行寄送。\n');
  }
}

const foreignTable = (year: number): OfficialTable => ({
  label: null,
  title: '大气污染防治工作总结附表',
  subtitles: [],
  caption: { left: '', right: '' },
  columns: [
    { key: 'matter', title: '事项', widthMm: 100, align: 'left' },
    { key: 'result', title: '完成情况', widthMm: 56, align: 'left' },
  ],
  rows: [{ kind: 'data', id: 'one', cells: [{ text: '道路清扫' }, { text: '已落实' }] }],
  notes: [],
  page: { orientation: 'portrait', marginsMm: { top: 34.6, bottom: 32.6, left: 28, right: 26 }, titlePitchPt: 27, bodyPitchPt: 30 },
  sample: true,
  meta: { subject: '外来表（示例）', author: '示例', createdAt: `${year + 1}-01-02T08:00:00+08:00` },
});
