import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { writePlanWorkbook } from '../../../../../main/documents/workbook/plan-book/plan-workbook.ts';
import { bookOf } from '../../../../../shared/domain/plan/book/make/book-of-plan.ts';
import { blankPlan } from '../../../../../shared/domain/plan/book/make/defaults.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { unzip } from '../../../../support/unzip.ts';

const OPTIONS = { createdAt: '2025-02-10T09:00:00+08:00', empty: false };

describe('the workbook file of a plan', () => {
  let parts: Map<string, Buffer>;
  let bytes: Uint8Array;
  const sheets = new Map<string, string>();
  beforeAll(async () => {
    bytes = await writePlanWorkbook(bookOf(loadTestPlan(), 2024), OPTIONS);
    parts = unzip(bytes);
    const names = [...(parts.get('xl/workbook.xml')?.toString() ?? '').matchAll(/<sheet [^>]*name="([^"]+)"[^>]*state="([^"]+)"/gu)];
    names.forEach(([, name = '', state = ''], index) =>
      sheets.set(`${name}|${state}`, parts.get(`xl/worksheets/sheet${index + 1}.xml`)?.toString() ?? ''),
    );
  });
  const xml = (name: string, state = 'visible'): string => sheets.get(`${name}|${state}`) ?? '';

  it('has its sheets in order, the words of its lists hidden', () => {
    expect([...sheets.keys()]).toEqual([
      '说明|visible',
      '方案|visible',
      '单位类别|visible',
      '单位|visible',
      '主题|visible',
      '附件1 指标|visible',
      '附件2 任务|visible',
      '年度事项|visible',
      '选项|hidden',
    ]);
  });

  it('has no formula, no macro and no link to another file', () => {
    for (const part of sheets.values()) expect(part).not.toMatch(/<f[ >]/u);
    expect([...parts.keys()].filter((name) => /vba|externalLink/u.test(name))).toEqual([]);
  });

  it('offers the words of a choice, the kinds of the sheet of kinds, the parts of a list', () => {
    const [units, list] = [xml('单位'), xml('年度事项')];
    expect(units).toMatch(/sqref="B3:B83"[^>]*><formula1>&apos;单位类别&apos;!\$A\$3:\$A\$34<\/formula1>/u);
    expect(list).toContain('<formula1>&quot;比率,数量&quot;</formula1>');
    expect(list).toContain('<formula1>&apos;选项&apos;!$B$1:$B$9</formula1>');
  });

  it('lets everything be edited but ids: nothing can be typed there, rows can be deleted', () => {
    for (const part of sheets.values()) expect(part).not.toContain('<sheetProtection');
    const refusal = /<dataValidation type="textLength"[^>]*operator="equal"[^>]*sqref="([^"]+)"/gu;
    const refused = [...xml('年度事项').matchAll(refusal)].map(([, range = '']) => range.replaceAll(/\d+/gu, ''));
    expect(refused).toEqual(['A:A', 'AC:AC', 'AD:AD']);
  });

  it('keeps the head and the names in sight, and the ids of units out of it', () => {
    expect(xml('附件1 指标')).toMatch(/<pane xSplit="4" ySplit="7"[^>]*state="frozen"/u);
    expect(xml('单位')).toMatch(/<col min="9" max="9" width="12" hidden="1"/u);
  });

  it('is the same file when it is written again, and is read as it was written', async () => {
    expect(Buffer.from(await writePlanWorkbook(bookOf(loadTestPlan(), 2024), OPTIONS)).equals(Buffer.from(bytes))).toBe(true);
    const read = await readTable('方案.xlsx', bytes);
    const name = read.ok
      ? read.workbook.sheets[5]?.cells.find((cell) => cell.value.type === 'text' && cell.value.text.startsWith('公交'))
      : null;
    expect(name?.value).toEqual({ type: 'text', text: '公交和巡游出租车纯电动化占比（%）\n〔其中新增纯电动化占比（%）〕' });
  });

  it('says on its first sheet how to begin, and shows a grey sample in each empty table', async () => {
    const empty = await readTable(
      '方案.xlsx',
      await writePlanWorkbook(bookOf(blankPlan([2026, 2027], 2026), 2026), { ...OPTIONS, empty: true }),
    );
    if (!empty.ok) throw new Error(empty.code);
    const texts = empty.workbook.sheets.map((sheet) =>
      sheet.cells.flatMap((cell) => (cell.value.type === 'text' ? [cell.value.text] : [])),
    );
    expect(texts[0]?.[0]).toBe('填写说明');
    expect(empty.workbook.sheets.filter((_, index) => texts[index]?.includes('示例') === true).map((sheet) => sheet.name)).toEqual([
      '单位',
      '主题',
      '附件1 指标',
      '附件2 任务',
      '年度事项',
    ]);
    expect(texts[5]).toEqual(expect.arrayContaining(['2026年目标', '2027年目标']));
  });
});
