import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlainWorkbook } from '../../main/documents/workbook/plain-workbook.ts';
import type { TestCore } from '../support/core.ts';

/** Files that methods of the contract take in, written into the folder when they are asked for. */
export function contractFiles(folder: string) {
  return { appliedScheme, outlineFile, ownScheme, scan, schemeSketch, stationTable, valueBook };

  function outlineFile(): string {
    const file = join(folder, '轮廓.geojson');
    const corners = ['106,30', '106.1,30', '106.1,30.1', '106,30'].map((point) => point.split(',').map(Number));
    const feature = { type: 'Feature', properties: { 名称: '清平镇' }, geometry: { type: 'Polygon', coordinates: [corners] } };
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    return file;
  }

  function stationTable(): string {
    const file = join(folder, '站点.csv');
    writeFileSync(file, '站点名称,所属镇街\n试用微站三,清平镇\n');
    return file;
  }

  function scan(): string {
    const file = join(folder, '扫描件.pdf');
    writeFileSync(file, '%PDF-1.4\n% 一页');
    return file;
  }

  async function valueBook(column: string, value: string): Promise<string> {
    const file = join(folder, `${column}.xlsx`);
    const rows = [
      ['指标编号', '年度', column],
      ['A1-01', 2026, value],
    ];
    writeFileSync(file, await writePlainWorkbook([{ name: '表', rows, frozenRows: 1 }], '2026-04-01T09:00:00+08:00'));
    return file;
  }

  /** The copied scheme with another title: a second version. */
  async function ownScheme(made: TestCore): Promise<string> {
    const { text } = await made.call('schemes.export', { id: 'own-2025' });
    const file = join(folder, 'own.yml');
    writeFileSync(file, text.replace(/^title: .*$/m, 'title: 本区评分办法'));
    return file;
  }

  function appliedScheme(): string {
    const file = join(folder, 'applied.yml');
    writeFileSync(
      file,
      'id: applied\ntitle: 镇街奖惩\nfrom: 2024\nrules: { out: 万元, per: month, sum: [{ of: pm25, vs: target, rate: 1 }, { manual: 巡查 }] }',
    );
    return file;
  }

  function schemeSketch(): string {
    const file = join(folder, 'sketch.yml');
    writeFileSync(file, '成都: {out: 万元, of: pm25, vs: target, met: 100}');
    return file;
  }
}
