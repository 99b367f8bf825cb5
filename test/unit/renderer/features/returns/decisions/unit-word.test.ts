import { expect, it } from 'vitest';
import { wordsFor } from '../../../../../../renderer/features/returns/decisions/unit-word.ts';
import { unit } from '../units.ts';

it('offers what can be done of a unit as it stands', () => {
  expect(wordsFor(unit('甲', 'town', 'missing'))).toEqual(['extension']);
  expect(wordsFor(unit('甲', 'town', 'empty'))).toEqual(['returned', 'receipt', 'extension']);
  expect(wordsFor(unit('甲', 'town', 'received', 1))).toEqual(['passed', 'returned', 'receipt', 'extension']);
  expect(wordsFor(unit('甲', 'town', 'passed'))).toEqual(['returned', 'open', 'receipt', 'extension']);
  expect(wordsFor(unit('甲', 'town', 'returned'))).toEqual(['open', 'receipt', 'extension']);
  expect(wordsFor({ ...unit('甲', 'town', 'toReview'), late: true })).toContain('waiver');
});
