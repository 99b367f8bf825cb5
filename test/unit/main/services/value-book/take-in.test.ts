import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writePlainWorkbook } from '../../../../../main/documents/workbook/plain-workbook.ts';
import { type SampleWork, importedWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { BookFile } from '../../../../support/plan-book-file.ts';

const folder = temporaryFolder();
let works = 0;
let made: SampleWork;
let file: string;

beforeEach(async () => {
  const own = join(folder, String((works += 1)));
  made = await importedWork(own);
  file = join(own, '目标.xlsx');
});

const HEAD = { document: '渝环〔2024〕9号', reason: '下达' };
const FROM = { from: '2024-10-01' };

async function written(...rows: readonly (readonly (string | number | null)[])[]): Promise<string> {
  writeFileSync(file, await writePlainWorkbook([{ name: '表', rows, frozenRows: 1 }], '2025-02-10T09:00:00+08:00'));
  return made.grant(file);
}

const total = async (): Promise<string> => (await made.call('assessment.score', { year: 2024 })).result.district.total;
const documents = async () => (await made.call('plan.documents', {})).documents;
const adopted = async (year: number, measure: string): Promise<string | null | undefined> =>
  (await made.call('targets.show', { year })).targets.find((row) => row.measure === measure)?.adopted;

describe('a workbook of targets', () => {
  const rows = [
    ['指标编号', '年度', '目标', '说明'],
    ['A1-03', 2024, '≥99', '从严'],
    ['A1-01', 2026, 31, null],
  ] as const;

  it('is one document, and does what it said before it was stored', async () => {
    const before = await total();
    const preview = await made.call('targets.read', { source: await written(...rows), ...FROM });
    expect(preview).toMatchObject({ file: '目标.xlsx', findings: [], rows: 2 });
    expect(await documents()).toHaveLength(1);
    const district = preview.effect?.scores.find(({ subject }) => subject === '合川区');
    expect(district?.before).toBe(before);
    const stored = await made.call('targets.import', { source: made.grant(file), ...HEAD, ...FROM });
    expect(stored).toEqual({ ...preview, stored: true });
    expect(await documents()).toMatchObject([
      {},
      { kind: 'adjustment', number: HEAD.document, targets: 2, reason: '下达；A1-03 2024：从严', actor: '测试员', effectiveOn: FROM.from },
    ]);
    expect([await adopted(2024, 'A1-03'), await adopted(2026, 'A1-01'), await total()]).toEqual(['≥99', '≤31', district?.after]);
  });

  it('reads a bare number in the direction of the present target', async () => {
    await made.call('targets.import', { source: await written(...rows), ...HEAD, ...FROM });
    const { targets } = await made.call('targets.show', { year: 2026 });
    expect(targets.find(({ measure }) => measure === 'A1-01')?.revisions).toMatchObject([{ printed: '≤31' }]);
  });

  it('stores no row where one is wrong, and names every wrong one', async () => {
    const source = await written(...rows, ['A1-99', 2024, '1'], ['A1-05', 2045, '30']);
    const refused = await made.call('targets.import', { source, ...HEAD, ...FROM });
    expect(refused).toMatchObject({ stored: false, effect: null, rows: 0 });
    expect(refused.findings).toMatchObject([
      { sheet: '表', cell: 'A4', code: 'VALUES_MEASURE_UNKNOWN' },
      { sheet: '表', cell: 'B5', code: 'VALUES_YEAR_OUTSIDE', params: { from: 2024, to: 2027 } },
    ]);
    expect(await documents()).toHaveLength(1);
    expect(await adopted(2024, 'A1-03')).not.toBe('≥99');
  });

  it('is refused by its rows where a year is signed', async () => {
    const { run } = await made.call('run.make', { year: 2024 });
    await made.call('year.final', { year: 2024, run: run.id, reason: '完成', despite: '试' });
    const refused = await made.call('targets.import', { source: await written(...rows), ...HEAD, ...FROM });
    expect(refused.findings).toMatchObject([{ cell: 'B2', code: 'VALUES_YEAR_FINAL', params: { year: 2024, by: '测试员' } }]);
    expect(await documents()).toHaveLength(1);
  });

  it('that cannot be read is told of as a file', async () => {
    writeFileSync(file, 'not a workbook\u0000');
    const refused = await made.call('targets.import', { source: made.grant(file), ...HEAD, ...FROM });
    expect(refused).toMatchObject({ stored: false, findings: [{ file: '目标.xlsx', sheet: null, severity: 'error' }] });
  });
});

describe('a workbook of figures', () => {
  const rows = [
    ['指标名称', '年度', '数值', '计量单位', '说明'],
    ['细颗粒物（PM2.5）浓度', 2024, '60', '微克/立方米', '市站复核'],
    ['细颗粒物（PM2.5）浓度', 2020, 36.5, null, null],
  ] as const;

  it('settles figures of this year and of earlier ones, and does what it said', async () => {
    const preview = await made.call('figures.read', { source: await written(...rows) });
    const district = preview.effect?.scores.find(({ subject }) => subject === '合川区');
    expect(district).toMatchObject({ year: 2024, before: await total() });
    expect(preview.settled.map(({ measure, year, before, after }) => [measure, year, before, after])).toEqual([
      ['A1-01', 2024, null, '60'],
      ['A1-01', 2020, null, '36.5'],
    ]);
    const stored = await made.call('figures.import', { source: made.grant(file), ...HEAD });
    expect(stored).toEqual({ ...preview, stored: true });
    expect(await total()).toBe(district?.after);
    expect((await made.call('figures.list', {})).figures).toMatchObject([
      { measure: 'A1-01', year: 2020, value: '36.5', reason: '下达', unitName: null },
      { measure: 'A1-01', year: 2024, value: '60', reason: '下达；市站复核', document: HEAD.document, by: '测试员' },
    ]);
  });

  it('stores no figure where one is in another unit', async () => {
    const source = await written(...rows, ['优良天数比率', 2024, '300', '天', null]);
    const refused = await made.call('figures.import', { source, ...HEAD });
    expect(refused.findings).toMatchObject([{ cell: 'D4', code: 'NUMBER_UNIT_OTHER', params: { found: '天', expected: '%' } }]);
    expect((await made.call('figures.list', {})).figures).toEqual([]);
  });
});

describe('the workbook that is handed out', () => {
  it('has every measure of the year with its target and its figure, and nothing to take in', async () => {
    await made.call('figures.set', { figures: [{ measure: 'A1-01', year: 2024, value: '35.2' }], document: '市通报', reason: '认定' });
    const form = await made.call('targets.form', { file: made.grant(file), year: 2024 });
    const { targets } = await made.call('targets.show', { year: 2024 });
    expect(form.rows).toBeGreaterThan(targets.length);
    const read = await made.call('targets.read', { source: made.grant(file), ...FROM });
    expect(read.findings.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['VALUES_SHEET_UNKNOWN', '认定数'],
      ['VALUES_NONE', null],
    ]);
    const book = await BookFile.open(file);
    expect(book.at('认定数', '35.2', '已录入数值')).toBe('F2');
  });

  it('comes back filled in, with every row that was written and no other', async () => {
    await made.call('targets.form', { file: made.grant(file), year: 2024 });
    const book = await BookFile.open(file);
    await book.set('目标调整', 'A1-03', '目标', '≥99').set('目标调整', 'A1-08', '目标', 20).set('认定数', 'A1-01', '数值', 35.2).save();
    const read = await made.call('targets.import', { source: made.grant(file), ...HEAD, ...FROM });
    expect(read).toMatchObject({ stored: true, rows: 2 });
    expect([await adopted(2024, 'A1-03'), await adopted(2024, 'A1-08')]).toEqual(['≥99', '≥20']);
    expect(await made.call('figures.import', { source: made.grant(file), ...HEAD })).toMatchObject({ stored: true, rows: 1 });
  });

  it('is no other file than an .xlsx, and not the work', async () => {
    expect((await made.fail('targets.form', { file: made.grant(join(folder, 'a.csv')), year: 2024 })).code).toBe('REPORT_EXTENSION');
    expect((await made.fail('targets.form', { file: made.grant(made.workPath), year: 2024 })).code).toBe('FILE_IS_WORK');
  });
});
