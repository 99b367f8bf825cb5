import { describe, expect, it } from 'vitest';
import { tsv } from '../../../../renderer/ui/tsv.ts';

describe('text for the clipboard', () => {
  it('separates cells by tabs and rows by line ends', () => {
    expect(
      tsv([
        ['单位', '得分'],
        ['区生态环境局', '96.20'],
      ]),
    ).toBe('单位\t得分\r\n区生态环境局\t96.20');
  });

  it('puts cells with tabs, line ends or quotation marks in quotation marks', () => {
    expect(tsv([['公交\n〔新增〕', 'a\tb', '说"是"']])).toBe('"公交\n〔新增〕"\t"a\tb"\t"说""是"""');
  });

  it('keeps a text that begins like a formula from being calculated, and leaves numbers alone', () => {
    expect(tsv([['=1+1', '@SUM(A1)', '-5.2', '+3%', '-约5']])).toBe(' =1+1\t @SUM(A1)\t-5.2\t+3%\t -约5');
  });
});
