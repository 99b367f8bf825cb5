import ExcelJS from 'exceljs';
import { test } from 'vitest';
import { readTable } from '../../main/documents/table-reader/read-table.ts';
import { writeReturnWorkbook } from '../../main/documents/workbook/return-workbook.ts';
import { sampleAnswers } from '../../main/services/samples/sample-answers.ts';
import { readSampleData } from '../../main/services/samples/sample-data.ts';
import { TEMPLATES } from '../support/core.ts';
import { layoutFor } from '../support/layouts.ts';
import { loadTestPlan } from '../support/plan.ts';

// Claim: reading the returns with the strict reader of our own takes no longer than with exceljs, which also loses values (see main/documents).
const plan = loadTestPlan();
const sample = readSampleData(TEMPLATES, plan.id);
const workbooks = await Promise.all(
  plan.units
    .filter((unit) => ['区生态环境局', '区经济信息委', '合阳城街道', '肖家镇'].includes(unit.name))
    .map(async (unit) => {
      const layout = layoutFor(plan, unit);
      return writeReturnWorkbook(layout, {
        sample: true,
        createdAt: '2025-01-02T08:00:00+08:00',
        answers: sampleAnswers(sample, unit, layout),
      });
    }),
);

test('reading two departments and two towns with a year of days', async ({ bench }) => {
  await bench.compare(
    bench('own strict reader', async () => {
      for (const bytes of workbooks) if (!(await readTable('填报表.xlsx', bytes)).ok) throw new Error('not read');
    }),
    bench('exceljs', async () => {
      for (const bytes of workbooks) await new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    }),
  );
});
