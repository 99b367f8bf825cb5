import { describe, expect, it } from 'vitest';
import { freeId, idProblem } from '../../../../../renderer/features/schemes/dialogs/new-id.ts';

describe('the id of a copy', () => {
  it('is the first that is free, and says why another cannot be', () => {
    expect(freeId('own', ['own', 'own-2'])).toBe('own-3');
    expect([idProblem('own-3', ['own']), idProblem('own', ['own']), idProblem('自定', [])]).toEqual([
      null,
      '这个编号已有办法使用',
      '只能用小写字母、数字和短横',
    ]);
  });
});
