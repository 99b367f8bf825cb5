import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseStrayLines } from '../../../../../main/documents/table-reader/stray-lines.ts';
import { refusedAtSight, weightOf } from '../../../../../main/documents/table-reader/weight.ts';
import { DEFAULT_LIMITS } from '../../../../../main/documents/workbook-reader/limits.ts';
import { Refusal } from '../../../../../main/documents/workbook-reader/refusal.ts';

const limits = { ...DEFAULT_LIMITS, stringLength: 4 };
/** Bytes in sequence without a line end that are too many. */
const MOST = 2 * 8 * limits.stringLength;

const refuses = (bytes: Uint8Array): boolean => {
  try {
    refuseStrayLines(bytes, limits);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
};

describe('line ends of a text that nobody has decoded', () => {
  it('refuse what has a line longer than one may be, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: MOST + 3 }), fc.constantFrom('\n', '\r\n')), { maxLength: 12 }),
        fc.integer({ min: 0, max: MOST + 3 }),
        (lines, last) => {
          const text = lines.map(([length, end]) => 'x'.repeat(length) + end).join('') + 'x'.repeat(last);
          const longest = Math.max(...text.split(/\r?\n/).map((line) => line.length));
          expect(refuses(Buffer.from(text))).toBe(longest > MOST);
        },
      ),
    );
  });

  it('may be carriage returns alone', () => {
    expect(refuses(Buffer.from(`${'x'.repeat(MOST - 1)}\r`.repeat(5)))).toBe(false);
    expect(refuses(Buffer.from(`x\r${'x'.repeat(MOST + 1)}`))).toBe(true);
  });

  it('send a file of one line to no thread, and one of honest lines to its own', async () => {
    const line = Buffer.alloc(4_000_000, 'x');
    expect(refusedAtSight(line)).toMatchObject({ code: 'FILE_OVER_LIMIT', params: { limit: 'line' } });
    const honest = Buffer.from('合阳城街道,2025-03-01,1,35\n'.repeat(120_000));
    expect(refusedAtSight(honest)).toBeNull();
    expect(await weightOf(honest)).toBe('large');
    expect(refusedAtSight(Buffer.alloc(DEFAULT_LIMITS.fileBytes + 1, 'x'))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});
