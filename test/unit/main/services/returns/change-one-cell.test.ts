import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssessmentResult, SubjectScore } from '../../../../../shared/domain/assessment/types.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

/** Rewrites one unit's return with one answer changed (and where it is asked for again) and nothing else, the date neither, and has it count. */
async function change(unitName: string, key: string, number: string, ...twins: readonly string[]) {
  const changes = Object.fromEntries([key, ...twins].map((one) => [one, { number }]));
  const path = await writeSampleReturn(made, folder, `${unitName}-改.xlsx`, { unitName, changes });
  return made.call('returns.import', { year: 2024, sources: [made.grant(path)], adoptAll: true });
}

const subjects = (result: AssessmentResult): SubjectScore[] => [result.district, ...result.units];

/** subject/row pairs whose figures or points differ between two results, leaving out the names of the source files. */
function differing(before: AssessmentResult, after: AssessmentResult): string[] {
  const rows = (result: AssessmentResult) =>
    new Map(
      subjects(result).flatMap((subject) =>
        subject.parts.flatMap((part) =>
          part.rows.map(
            (row) =>
              [
                `${subject.name}/${row.rowId}`,
                JSON.stringify({
                  ...row,
                  figures: row.figures.map(({ sources, ...figure }) => ({ ...figure, raw: sources.map((source) => source.raw) })),
                }),
              ] as const,
          ),
        ),
      ),
    );
  const [old, now] = [rows(before), rows(after)];
  return [...now]
    .filter(([key, text]) => old.get(key) !== text)
    .map(([key]) => key)
    .toSorted();
}

test('changing one cell changes exactly the scores that depend on it', async () => {
  const before = (await made.call('assessment.score', { year: 2024 })).result;
  const report = await change('区城市管理局', 'A1-16|numerator', '1100.5', 'A3-5.2-a|numerator');
  expect(report.counts).toMatchObject({ accepted: 1, rejected: 0 });
  expect(report.files[0]).toMatchObject({ version: 2, changed: 2 });
  const after = (await made.call('assessment.score', { year: 2024 })).result;
  expect(differing(before, after)).toEqual(['区城市管理局/A1-16', '合川区/A1-16', '区城市管理局/A3-5.2', '合川区/A3-5.2'].toSorted());
  const totals = subjects(after).filter(
    (subject) => subjects(before).find((other) => other.subjectId === subject.subjectId)?.total !== subject.total,
  );
  expect(totals.map((subject) => subject.name).toSorted()).toEqual(['区城市管理局', '合川区'].toSorted());
});

test('a shared indicator moves the district and each of its lead units, nobody else', async () => {
  const before = (await made.call('assessment.score', { year: 2024 })).result;
  await change('区交通运输委', 'A1-15|numerator', '15.5');
  const after = (await made.call('assessment.score', { year: 2024 })).result;
  expect(differing(before, after)).toEqual(
    ['合川区/A1-15', '区交通运输委/A1-15', '区规划自然资源局/A1-15', '区住房城乡建委/A1-15'].toSorted(),
  );
});

test('one day of one town moves that town only', async () => {
  const before = (await made.call('assessment.score', { year: 2024 })).result;
  const ranked = await made.call('ranking.rank', { period: '2024-07' });
  await change('清平镇', '2024-07-10|pm25', '140');
  const after = (await made.call('assessment.score', { year: 2024 })).result;
  expect(differing(before, after).every((key) => key.startsWith('清平镇/'))).toBe(true);
  const rankedAfter = await made.call('ranking.rank', { period: '2024-07' });
  const changed = rankedAfter.rows.filter((row) => ranked.rows.find((other) => other.unitId === row.unitId)?.pm25Mean !== row.pm25Mean);
  expect(changed.map((row) => row.name)).toEqual(['清平镇']);
});

test('computing again without any change stores no second run', async () => {
  expect((await made.call('assessment.score', { year: 2024 })).runId).toBeNull();
  const first = await made.call('run.make', { year: 2024 });
  expect(first.stored).toBe(true);
  made.setNow('2025-03-01T09:00:00+08:00');
  expect(await made.call('run.make', { year: 2024 })).toEqual({ ...first, stored: false });
  // What is shown now is that run, with its moment.
  expect(await made.call('assessment.score', { year: 2024 })).toMatchObject({ runId: first.run.id, computedAt: first.run.computedAt });
});

test('nothing but complete files is left in the folder of the samples', () => {
  expect(readdirSync(made.returns).filter((name) => name.endsWith('.part'))).toEqual([]);
});
