import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '../../../../../shared/contract/returns.ts';
import { sampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const YEAR = 2024;
const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;
let report: ImportReport;

beforeAll(async () => {
  made = await sampleWork(folder);
  report = await made.call('returns.import', { year: YEAR, sources: [made.grant(made.returns)] });
});
afterAll(() => made.core.close());

const sha256Of = (unitName: string): string =>
  report.files.find((file) => file.unitName === unitName && file.outcome === 'accepted')?.sha256 ?? '';

test('the first visible sheet is shown, and the hidden one that says whose return it is never', async () => {
  const shown = await made.call('returns.original', { sha256: sha256Of('区城市管理局') });
  expect(shown).toMatchObject({
    file: '部门-04-区城市管理局-2024年填报表.xlsx',
    sheet: '填报说明',
    sheets: ['填报说明', '指标填报', '任务填报'],
  });
  expect((await made.call('returns.original', { sha256: sha256Of('区城市管理局'), sheet: '_meta' })).sheet).toBe('填报说明');
});

test('a sheet shows every cell as it was typed, in order, with its merged ranges', async () => {
  const shown = await made.call('returns.original', { sha256: sha256Of('区城市管理局'), sheet: '任务填报' });
  expect(shown.merges).toContain('A1:M1');
  const cells = shown.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, row: row.row })));
  expect(cells.find((cell) => cell.address === 'J13')).toEqual({ address: 'J13', row: 13, column: 10, text: '≥4' });
  expect(cells.every((cell) => cell.text !== '' && cell.column <= shown.columns)).toBe(true);
  expect(cells).toEqual(cells.toSorted((left, right) => left.row - right.row || left.column - right.column));
});

test('the cell of every finding is on the sheet that the finding names', async () => {
  const { findings } = await made.call('returns.findings', { year: YEAR });
  const placed = findings.filter(
    ({ finding }) => finding.cell !== null && typeof finding.params['raw'] === 'string' && finding.params['raw'] !== '',
  );
  expect(placed.length).toBeGreaterThan(5);
  for (const { sha256, finding } of placed) {
    const shown = await made.call('returns.original', { sha256, sheet: finding.sheet ?? '' });
    expect(shown.sheet).toBe(finding.sheet);
    expect(shown.rows.flatMap((row) => row.cells).find((cell) => cell.address === finding.cell)?.text).toBe(finding.params['raw']);
  }
});

test('a sheet the workbook does not have gives the first one and its name', async () => {
  expect((await made.call('returns.original', { sha256: sha256Of('区城市管理局'), sheet: '空气监测' })).sheet).toBe('填报说明');
});

test('an original nobody has sent is unknown', async () => {
  expect(await made.fail('returns.original', { sha256: 'f'.repeat(64) })).toMatchObject({ code: 'ORIGINAL_UNKNOWN' });
});

test('the findings are those of the returns that count, in the order of the plan, and agree with the status', async () => {
  const { findings } = await made.call('returns.findings', { year: YEAR });
  const { units } = await made.call('returns.status', { year: YEAR });
  for (const unit of units) {
    const own = findings.filter((entry) => entry.unitId === unit.unitId);
    expect([unit.name, own.filter((entry) => entry.finding.severity === 'error').length]).toEqual([unit.name, unit.errors]);
    expect([unit.name, own.filter((entry) => entry.finding.severity === 'warning').length]).toEqual([unit.name, unit.warnings]);
  }
  const order = units.map((unit) => unit.unitId);
  const places = findings.map((entry) => order.indexOf(entry.unitId));
  expect(places).toEqual(places.toSorted((left, right) => left - right));
  expect(await made.fail('returns.findings', { year: 2026 })).toMatchObject({
    code: 'YEAR_NOT_OPEN',
    params: { year: 2026, open: '2024' },
  });
});
