import type { WorkbookInput } from '../../main/documents/workbook/return-workbook.ts';
import { writeReturnWorkbook } from '../../main/documents/workbook/return-workbook.ts';
import { sampleAnswers } from '../../main/services/samples/sample-answers.ts';
import { readSampleData } from '../../main/services/samples/sample-data.ts';
import { adoptTargets } from '../../shared/domain/plan/conflicts.ts';
import { layoutReturn } from '../../shared/domain/returns/layout.ts';
import { TEMPLATES, type TestCore } from './core.ts';

/** The sample return of one unit with some answers changed, as bytes of a real workbook. */
export async function fillReturn(made: Pick<TestCore, 'call'>, unitName: string, changes: Readonly<Record<string, WorkbookInput>>): Promise<Uint8Array> {
  const { plan, version } = await made.call('plan.show', {});
  const unit = plan.units.find((candidate) => candidate.name === unitName);
  if (unit === undefined) throw new Error(`no unit ${unitName}`);
  const layout = layoutReturn(plan, version, unit, 2024, { air: true, adopted: adoptTargets(plan, 2024) });
  const answers = new Map([...sampleAnswers(readSampleData(TEMPLATES, plan.id), unit, layout), ...Object.entries(changes)]);
  return writeReturnWorkbook(layout, { sample: true, createdAt: '2025-02-01T08:00:00+08:00', answers });
}
