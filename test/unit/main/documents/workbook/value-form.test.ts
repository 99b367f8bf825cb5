import { describe, expect, it } from 'vitest';
import { writeValueForm } from '../../../../../main/documents/workbook/value-form.ts';
import { VALUE_KINDS } from '../../../../../shared/domain/plan/value-book/columns.ts';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { workbookText } from '../../../../support/workbook-text.ts';

const row = {
  measure: 'A1-01',
  name: '细颗粒物浓度',
  unit: '微克/立方米',
  subject: '',
  stretch: false,
  tables: VALUE_KINDS,
  target: '≤32',
  figure: '35.2',
  leads: '区生态环境局',
};
const CREATED = '2025-02-10T09:00:00+08:00';
const write = () => writeValueForm({ year: 2025, rows: [row] }, CREATED);

describe('the workbook in which targets and figures are filled in', () => {
  it('has a sheet of each kind, with what is known of a measure and a blank to be filled in', async () => {
    const read = await readTable('表.xlsx', await write());
    if (!read.ok) throw new Error(read.code);
    const texts = read.workbook.sheets.map(({ name, cells }) => [
      name,
      cells
        .filter((cell) => cell.row === 2 && name !== '说明')
        .map(({ address, value }) => `${address} ${value.type === 'text' ? value.text : value.type === 'number' ? value.digits : ''}`),
    ]);
    const shared = ['A2 A1-01', 'B2 细颗粒物浓度', 'C2 2025'];
    expect(texts).toEqual([
      ['说明', []],
      ['目标调整', [...shared, 'F2 微克/立方米', 'G2 ≤32', 'J2 区生态环境局']],
      ['认定数', [...shared, 'E2 微克/立方米', 'F2 35.2', 'I2 区生态环境局']],
    ]);
  });

  it('says in the cell what may be written, and refuses nothing', async () => {
    const text = workbookText(await write());
    expect(text).toContain('只填要调整的：≥32、≤31、30～35');
    expect(text).not.toContain('showErrorMessage="1"');
  });

  it('is the same, byte for byte, for the same moment', async () => {
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});
