import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { DUST_DAY_MODES } from '../../../../../../shared/domain/air/types.ts';
import { OTHER_EVENT_KINDS } from '../../../../../../shared/domain/monitoring/events/event-kinds.ts';
import { days as anyDays, ordinaryDays } from './arbitraries.ts';
import { holdAgainst } from './hold-against.ts';
import type { Rounding } from './oracle.ts';

/** On which of so many days. */
const some = (length: number) =>
  fc
    .tuple(fc.constantFrom(0, 10, 40, 95), fc.array(fc.integer({ min: 0, max: 99 }), { minLength: length, maxLength: length }))
    .map(([percent, chances]) => new Set(chances.flatMap((chance, index) => (chance < percent ? [index] : []))));

/** Days with dust and up to three kinds of other events, which may fall on the same day, each taken out in its own way. */
const eventful = (most: number) =>
  fc.array(fc.oneof(ordinaryDays, ordinaryDays, anyDays), { minLength: 1, maxLength: most }).chain((days) =>
    fc.record({
      days: fc.constant(days),
      dust: fc.record({ on: some(days.length), concentrations: fc.boolean(), days: fc.constantFrom(...DUST_DAY_MODES) }),
      events: fc.tuple(
        ...OTHER_EVENT_KINDS.map((kind) =>
          fc.record({
            kind: fc.constant(kind),
            touched: fc.oneof(
              fc.constant(['pm10', 'pm25'] as const),
              fc.uniqueArray(fc.constantFrom(...POLLUTANTS), { minLength: 1, maxLength: 6 }),
            ),
            on: some(days.length),
            concentrations: fc.boolean(),
            days: fc.constantFrom(...DUST_DAY_MODES),
          }),
        ),
      ),
    }),
  );

describe('the oracle agrees on periods with dust and other events, each in its own way', () => {
  it.each<[string, StandardChoice]>([
    ['2025-02', 'byDate'],
    ['2026-03', 'byDate'],
    ['2026-04', '2012'],
  ])('in %s by standard %s', (period, choice) => {
    fc.assert(
      fc.property(eventful(30), fc.constantFrom<Rounding>('stages', 'sum', 'each'), ({ days, dust, events }, rounding) => {
        holdAgainst(days, period, { choice, rounding, dust, events });
      }),
      { numRuns: 300 },
    );
  });

  it('in the mixed year 2026', () => {
    fc.assert(
      fc.property(eventful(365), ({ days, dust, events }) => {
        holdAgainst(days, '2026', { choice: 'byDate', rounding: 'stages', dust, events });
      }),
      { numRuns: 8 },
    );
  });
});
