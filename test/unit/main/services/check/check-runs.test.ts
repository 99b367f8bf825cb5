import { expect, test } from 'vitest';
import { resultVerdict } from '../../../../../main/services/check/check-runs.ts';
import { otherEngineText } from '../../../../../shared/text/engine-text.ts';

test('of equal inputs another result is a fault only of a run of the same algorithms', () => {
  expect(resultVerdict(true, 1, 2)).toBe('same');
  expect(resultVerdict(false, 2, 2)).toBe('wrong');
  expect(resultVerdict(false, 1, 2)).toBe('otherEngine');
  expect(resultVerdict(false, 3, 2)).toBe('otherEngine');
});

test('a run from before versions were kept counts as of the first', () => {
  expect(resultVerdict(false, null, 1)).toBe('wrong');
  expect(resultVerdict(false, null, 2)).toBe('otherEngine');
});

test('a newer program says that it is newer, an older one that it is older, neither that the run is wrong', () => {
  expect(otherEngineText({ run: 4, made: 1, now: 2 })).toBe(
    '第 4 号计算记录由算法第 1 版的程序算出，本程序（算法第 2 版）较新，重算结果不同：是算法不同，不是记录有误；要按新算法计算，请重新试算。',
  );
  expect(otherEngineText({ run: 4, made: 3, now: 2 })).toContain('较旧');
});
