import { describe, expect, it } from 'vitest';
import { failureText } from '../../../../shared/text/failure-text.ts';

describe('the sentence of a refusal', () => {
  it.each([
    ['figures.0.value', 'blank', '参数不正确：数值不能为空。请检查后重试。'],
    ['despite', 'blank', '参数不正确：说明不能为空。请检查后重试。'],
    ['number', 'too_small', '参数不正确：编号过小。请检查后重试。'],
    ['revisions.12.year', 'custom', '参数不正确：年度不正确。请检查后重试。'],
  ])('names the input %s by its word, and never the code %s', (path, problem, sentence) => {
    expect(failureText('INPUT_INVALID', { method: 'figures.set', path, problem })).toBe(sentence);
  });

  it('says what is wrong with a CSV without the code of its reader', () => {
    for (const reason of ['CSV_QUOTE_NOT_CLOSED', 'CSV_INVALID_CLOSING_QUOTE', 'SOMETHING_NEW']) {
      const sentence = failureText('CALC_CSV_BROKEN', { line: 3, reason });
      expect(sentence).toMatch(/^第 3 行起不是正确的 CSV：.*引号.*。请改正后重试/);
      expect(sentence).not.toContain('_');
    }
  });

  it('never leaves a list of what there is empty', () => {
    for (const code of ['WHATIF_ROW', 'WHATIF_FIELD', 'WHATIF_UNIT', 'WHATIF_MEASURE', 'REPORT_UNKNOWN', 'SETTING_UNKNOWN']) {
      expect(failureText(code, { known: '' })).toContain('没有别的可选。');
      expect(failureText(code, { known: '甲、乙' })).toContain('可用：甲、乙。');
    }
  });

  it('offers the values of a setting in the words in which they are listed', () => {
    const refusal = (allowed: string): string => failureText('SETTING_VALUE', { key: 'k', value: '大概', allowed });
    expect(refusal('true、false')).toContain('可用：是、否。');
    expect(refusal('stages、sum')).toContain('可用：stages（浓度先修约，各单项指数再修约到2位小数后相加）、sum（只对总和修约）。');
  });
});
