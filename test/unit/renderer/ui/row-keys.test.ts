import { describe, expect, it } from 'vitest';
import { nextIndex } from '../../../../renderer/ui/row-keys.ts';

describe('arrow keys in a table', () => {
  it('move by one row and stop at the ends', () => {
    expect([nextIndex('ArrowDown', 0, 3), nextIndex('ArrowDown', 2, 3), nextIndex('ArrowUp', 1, 3), nextIndex('ArrowUp', 0, 3)]).toEqual([
      1, 2, 0, 0,
    ]);
  });

  it('jump to the first and the last row; other keys move nothing', () => {
    expect([nextIndex('Home', 2, 3), nextIndex('End', 0, 3), nextIndex('a', 1, 3)]).toEqual([0, 2, -1]);
  });
});
