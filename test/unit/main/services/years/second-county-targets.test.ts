import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePlainWorkbook } from '../../../../../main/documents/workbook/plain-workbook.ts';
import { schemeNoticeText } from '../../../../../shared/text/scheme-text.ts';
import { addScheme, applyTo, rowOf } from '../../../../support/applied-scheme.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { BookFile } from '../../../../support/plan-book-file.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';
import { workbookText } from '../../../../support/workbook-text.ts';

const folder = temporaryFolder();
const HEAD = { document: '云环〔2025〕6号', from: '2025-06-01', reason: '下达' };
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder, templatesWithSecondDistrict(folder));
  await made.call('work.create', { file: made.grant(join(folder, '临江.sqlite')), planId: SECOND_PLAN });
});
afterAll(() => made.core.close());

const show = () => made.call('targets.show', { year: 2025 });

async function annex1(): Promise<string> {
  const out = join(folder, '附表1.xlsx');
  await made.call('reports.print', { kind: 'annex1', format: 'xlsx', year: 2025, file: made.grant(out) });
  return workbookText(readFileSync(out));
}

describe('a county whose plan has two targets a year', () => {
  it('shows both with their places, and prints both as the annex has them', async () => {
    const { targets, units } = await show();
    expect(targets[0]).toMatchObject({ adopted: '≤36', stretch: '≤34', stretchPlace: '附表1 第1行', stretchDisplaced: [] });
    expect(units).toEqual([]);
    const text = await annex1();
    expect(text).toContain('≤36（力争≤34）');
    expect(text).not.toContain('奋斗目标：');
  });

  it('prints another one that a document sets as a note, and in a cell that had none behind the target', async () => {
    await made.call('targets.revise', {
      revisions: [
        { measure: 'K1', year: 2025, value: '32', kind: 'stretch' },
        { measure: 'K2', year: 2025, value: '88', kind: 'stretch' },
      ],
      ...HEAD,
    });
    const { targets } = await show();
    expect(targets[0]).toMatchObject({
      adopted: '≤36',
      stretch: '≤32',
      stretchPlace: HEAD.document,
      stretchDisplaced: [{ printed: '≤34', place: '附表1 第1行', from: null }],
      revisions: [{ printed: '≤32', kind: 'stretch', unit: null }],
    });
    const text = await annex1();
    expect(text).toContain('≤36（力争≤34）');
    expect(text).toContain('奋斗目标：PM2.5年均浓度按云环〔2025〕6号调整为≤32，附表1 第1行原为≤34。');
    // A bare number goes in the direction of the plan's own target, ＞84.5.
    expect(text).toContain('＞84.5\n（力争＞88）');
    expect(text).toContain('奋斗目标：优良天数比率按云环〔2025〕6号定为＞88。');
  });
});

describe('annex 1 as a table', () => {
  it('gives a printed label its line: 一（1） needs more than the usual first column', async () => {
    const width = /<col min="1" max="1" width="([\d.]+)"/u.exec(await annex1())?.[1];
    // Three signs of double width, one digit, and the padding.
    expect(Number(width)).toBeGreaterThan(3 * 2.05 + 1.05 + 1.2);
  });
});

describe('a workbook with units and kinds', () => {
  const file = join(folder, '目标.xlsx');
  const written = async (...rows: readonly (readonly (string | number | null)[])[]): Promise<string> => {
    writeFileSync(file, await writePlainWorkbook([{ name: '表', rows, frozenRows: 1 }], '2025-02-10T09:00:00+08:00'));
    return made.grant(file);
  };
  const TITLES = ['指标编号', '年度', '单位名称', '目标种类', '目标'] as const;

  it('sets targets of single units and of both kinds, and no other', async () => {
    const source = await written(
      TITLES,
      ['K1', 2025, '临江', null, '38'],
      ['K1', 2025, '城关镇', '奋斗目标', '35'],
      ['K1', 2025, '经开区', '约束目标', '≤40'],
    );
    // 临江 is a name of no unit: the county itself.
    const stored = await made.call('targets.import', { source, ...HEAD });
    expect(stored).toMatchObject({ stored: true, rows: 3, findings: [] });
    expect(stored.effect?.targets.map(({ unit, kind, after }) => [unit, kind, after])).toEqual([
      [undefined, undefined, '≤38'],
      ['临江经济开发区管委会', undefined, '≤40'],
      ['临江镇', 'stretch', '≤35'],
    ]);
    const { units } = await show();
    expect(units.map(({ unit, kind, printed }) => [unit, kind, printed])).toEqual([
      ['临江经济开发区管委会', 'binding', '≤40'],
      ['临江镇', 'stretch', '≤35'],
    ]);
  });

  it('names by its cell a unit that is none, a kind that is none, and a row that stands twice', async () => {
    const source = await written(
      TITLES,
      ['K1', 2025, '柳西镇', null, '38'],
      ['K1', 2025, null, '努力', '38'],
      ['K1', 2025, '柳溪镇', null, '38'],
      ['K1', 2025, '柳溪', null, '37'],
      ['K1', 2025, '柳溪镇', '奋斗', '36'],
    );
    const refused = await made.call('targets.read', { source, from: HEAD.from });
    expect(refused.findings).toMatchObject([
      { cell: 'C2', code: 'VALUES_UNIT_UNKNOWN', params: { text: '柳西镇', nearest: '柳溪镇' } },
      { cell: 'D3', code: 'VALUES_KIND_UNKNOWN', params: { text: '努力' } },
      { cell: 'E5', code: 'VALUES_ROW_TWICE', params: { unit: '柳溪镇', first: 'E4' } },
    ]);
    expect(refused.effect).toBeNull();
  });

  it('settles figures of units, and is handed out with all that is set', async () => {
    const figures = await written(['指标编号', '年度', '乡镇', '数值'], ['K1', 2024, '竹溪乡', 41], ['K1', 2025, '竹溪乡', 39.5]);
    expect(await made.call('figures.import', { source: figures, document: '市通报', reason: '认定' })).toMatchObject({
      stored: true,
      rows: 2,
    });
    expect((await made.call('figures.list', {})).figures).toMatchObject([
      { year: 2024, unitName: '竹溪乡', value: '41' },
      { year: 2025, unitName: '竹溪乡', value: '39.5' },
    ]);
    await made.call('targets.form', { file: made.grant(file), year: 2025 });
    const book = await BookFile.open(file);
    expect(
      [book.at('目标调整', '≤40', '现行目标'), book.at('认定数', '39.5', '已录入数值')].map((cell) => cell.replace(/\d+/u, '')),
    ).toEqual(['G', 'F']);
    await book.set('目标调整', '≤40', '目标', '≤41').save();
    const read = await made.call('targets.read', { source: made.grant(file), from: '2025-07-01' });
    expect(read.effect?.targets).toMatchObject([{ unit: '临江经济开发区管委会', before: '≤40', after: '≤41' }]);
  });
});

describe('words of another county', () => {
  it('the plan’s workbook has its labels and kinds, and is read back without a difference', async () => {
    const path = join(folder, '方案.xlsx');
    const made1 = await made.call('plan.export', { file: made.grant(path), empty: false });
    expect(made1.sheets.map(({ name }) => name)).toContain('附表1 指标');
    const text = workbookText(readFileSync(path));
    expect(text).toContain('乡镇、园区、企业要填报自己一份');
    for (const foreign of ['附件1', '附件2', '镇街']) expect(text).not.toContain(foreign);
    const compared = await made.call('plan.compare', { source: made.grant(path) });
    expect(compared).toMatchObject({ differences: [], counts: { errors: 0 } });
  });

  it('a notice speaks of units as the plan calls their kinds', async () => {
    await addScheme(
      made,
      folder,
      'pass',
      'subjects: { units: [临江镇] }\nrules: { out: 万元, param: amount, pass: { amount: 30, to: 3..5 towns } }',
    );
    await made.call('schemes.enter', { id: 'pass', period: '2025', kind: 'param', name: 'amount', value: '100', document: '会议纪要' });
    const [notice] = rowOf(await applyTo(made, 'pass', '2025'), '临江镇').notices;
    expect(notice === undefined ? '' : schemeNoticeText(notice.code, notice.params)).toBe('转拨30万元给3至5个乡镇、园区');
  });
});
