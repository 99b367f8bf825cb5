import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../../shared/domain/returns/parse-date.ts';
import { PAGE_EDITION } from '../../../../../shared/domain/returns/reading-edition.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';

const read = (text: string, edition?: number): string => {
  const { value, issues } = parseDate({ type: 'text', text }, { date1904: false, year: 2024, edition });
  return value?.kind === 'date' ? value.value : String(issues[0]?.params['reason']);
};

describe('dates in older words', () => {
  it.each([
    ['二〇二五年元月十日', '2025-01-10'],
    ['二○二五年元月十日', '2025-01-10'],
    ['二◯二五年元月廿一日', '2025-01-21'],
    ['二O二五年一月十日', '2025-01-10'],
    ['二零二四年八月卅日', '2024-08-30'],
    ['二〇二四年八月卅一日', '2024-08-31'],
    ['2025年元月10日', '2025-01-10'],
    ['贰零贰伍年壹月拾日', '2025-01-10'],
  ])('%s is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  it('were not read by the sixth edition', () => {
    expect([read('二〇二五年元月十日', PAGE_EDITION - 1), read('二〇二四年八月卅日', PAGE_EDITION - 1)]).toEqual(['form', 'form']);
  });

  it.each([
    ['1999-01-01', '早于 2000 年'],
    ['2124年8月31日', '晚于 2099 年'],
    ['2024年', '只写到年'],
    ['2024年8月', '只写到月'],
  ])('%s: the finding says why, and shows what was typed', (text, why) => {
    const { issues } = parseDate({ type: 'text', text }, { date1904: false, year: 2024 });
    const sentence = findingText('DATE_UNREADABLE', { raw: text, ...issues[0]?.params });
    expect(sentence).toContain(why);
    expect(sentence).toContain(`“${text}”`);
  });
});
