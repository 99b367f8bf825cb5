import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../../renderer/ui/date-input.tsx';
import { withReason } from '../../../../renderer/ui/recent-reasons.ts';

describe('a day as people write it', () => {
  it('is understood in the usual forms', () => {
    for (const text of ['2027-01-15', '2027.1.15', '2027/1/15', '2027年1月15日', '20270115', '1月15日'])
      expect(dateOf(text, 2027), text).toBe('2027-01-15');
  });

  it('is none where it is no day', () => {
    for (const text of ['', '2027-02-30', '2027-01', '年底', '无']) expect(dateOf(text, 2027), text).toBeNull();
  });
});

describe('the reasons offered again', () => {
  it('are the last five, the newest first, none twice', () => {
    expect(withReason(['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(withReason(['5', '4', '3', '2', '1'], '6')).toEqual(['6', '5', '4', '3', '2']);
  });
});
