import type { WorkbookInput } from '../../main/documents/workbook/return-workbook.ts';
import { writeReturnWorkbook } from '../../main/documents/workbook/return-workbook.ts';
import { sampleAnswers } from '../../main/services/samples/sample-answers.ts';
import { readSampleData } from '../../main/services/samples/sample-data.ts';
import type { TestCore } from './core.ts';
import { layoutFor, unitNamed } from './layouts.ts';

/** The sample return of one unit of whatever plan, with some answers changed (null: left blank), as bytes of a real workbook. */
export async function fillReturn(
  made: Pick<TestCore, 'call' | 'templatesFolder'>,
  unitName: string,
  changes: Readonly<Record<string, WorkbookInput | null>>,
  year = 2024,
): Promise<Uint8Array> {
  const { plan, version } = await made.call('plan.show', {});
  const unit = unitNamed(plan, unitName);
  const layout = layoutFor(plan, unit, { year, version });
  const answers = new Map(sampleAnswers(readSampleData(made.templatesFolder, plan.id), unit, layout));
  for (const [key, input] of Object.entries(changes)) {
    if (input === null) answers.delete(key);
    else answers.set(key, input);
  }
  return writeReturnWorkbook(layout, { sample: true, createdAt: '2025-02-01T08:00:00+08:00', answers });
}
