import { describe, expect, it } from 'vitest';
import { blockedBy, figureChanges, NO_PAPER } from '../../../../../../renderer/features/years/value-book/book-draft.ts';
import type { ValueBookReport } from '../../../../../../shared/contract/value-book.ts';

const report: ValueBookReport = { file: '表.xlsx', findings: [], rows: 2, settled: [], effect: { targets: [], scores: [], schemes: [] } };
const wrong: ValueBookReport['findings'][number] = {
  file: '表.xlsx',
  sheet: '目标调整',
  cell: 'D3',
  severity: 'error',
  code: 'VALUES_TARGET_UNREADABLE',
  params: { text: '约3' },
};

describe('a workbook of targets or figures', () => {
  it('cannot be stored before it is read, while something in it is wrong, or while nothing is filled in', () => {
    expect(blockedBy('targets', undefined, NO_PAPER)).toBe('正在读取');
    expect(blockedBy('targets', { ...report, findings: [wrong], rows: 0, effect: null }, NO_PAPER)).toBe('有 1 处错误，改正后才能入库');
    expect(blockedBy('targets', { ...report, rows: 0 }, NO_PAPER)).toBe('没有填写的行，没有可以入库的内容');
  });

  it('needs a document, and targets a day from which they hold', () => {
    const document = { ...NO_PAPER, document: '渝环〔2026〕3号' };
    expect(blockedBy('targets', report, NO_PAPER)).toBe('请写文号');
    expect(blockedBy('targets', report, document)).toBe('请写生效日期');
    expect(blockedBy('figures', report, document)).toBeNull();
    expect(blockedBy('targets', report, { ...document, from: '2026-03-01' })).toBeNull();
  });

  it('says what stood in the place of each figure', () => {
    const settled = [{ measure: 'a', name: '浓度', year: 2025, before: null, after: '36.5' }];
    expect(figureChanges({ settled })).toEqual([{ name: '浓度（2025 年）', before: '没有录入', after: '36.5' }]);
  });
});
