import type { CausePart, CauseSide } from '../../../../shared/domain/air/causes/cells.ts';
import type { Period } from '../../../../shared/domain/air/period.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { EvaluationSettings } from '../../../../shared/domain/air/statistics/types.ts';
import { usedDays } from '../../../../shared/domain/air/statistics/used-days.ts';
import type { Fraction } from '../../../../shared/domain/numbers/fraction.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';

interface SideRules {
  readonly pollutant: Pollutant;
  readonly settings: EvaluationSettings;
  readonly monthOf: CauseSide['monthOf'];
}

/** A period of a place as a sum over its members: of the district over its towns, of a town over its stations. */
export const causeSide = (place: GatheredPlace, period: Period, { pollutant, settings, monthOf }: SideRules): CauseSide => ({
  dates: usedDays(place, pollutant, period, settings).map(({ date }) => date),
  parts: place.members.parts.map(({ name, town, days, weightOn }): CausePart => ({
    name: place.kind === 'district' ? town : name,
    values: new Map(
      days.flatMap(({ date, values }): [string, Fraction][] => (values[pollutant] === null ? [] : [[date, values[pollutant]]])),
    ),
    weightOn,
  })),
  monthOf,
});
