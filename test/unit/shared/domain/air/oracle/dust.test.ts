import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import { DUST_DAY_MODES } from '../../../../../../shared/domain/air/types.ts';
import { days as anyDays, ordinaryDays } from './arbitraries.ts';
import { holdAgainst } from './hold-against.ts';
import type { Rounding } from './oracle.ts';

/** Days, and on which of them there was dust; one day in a few, none, or nearly all. */
const dusty = (most: number) =>
  fc
    .tuple(fc.array(fc.oneof(ordinaryDays, ordinaryDays, anyDays), { minLength: 1, maxLength: most }), fc.constantFrom(10, 30, 95))
    .chain(([days, percent]) =>
      fc.record({
        days: fc.constant(days),
        on: fc
          .array(fc.integer({ min: 0, max: 99 }), { minLength: days.length, maxLength: days.length })
          .map((chances) => new Set(chances.flatMap((chance, index) => (chance < percent ? [index] : [])))),
      }),
    );

describe.each(DUST_DAY_MODES)('the oracle agrees on periods with dust days that are %s', (mode) => {
  it.each<[string, StandardChoice]>([
    ['2025-03', 'byDate'],
    ['2026-03', 'byDate'],
    ['2026-04', '2012'],
  ])('in %s by standard %s, with concentrations without dust and with it', (period, choice) => {
    fc.assert(
      fc.property(dusty(30), fc.boolean(), fc.constantFrom<Rounding>('stages', 'sum', 'each'), ({ days, on }, concentrations, rounding) => {
        holdAgainst(days, period, { choice, rounding, dust: { on, concentrations, days: mode } });
      }),
      { numRuns: 150 },
    );
  });

  it('in the mixed year 2026', () => {
    fc.assert(
      fc.property(dusty(365), fc.boolean(), ({ days, on }, concentrations) => {
        holdAgainst(days, '2026', { choice: 'byDate', rounding: 'stages', dust: { on, concentrations, days: mode } });
      }),
      { numRuns: 8 },
    );
  });
});
