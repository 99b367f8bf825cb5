import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { EvaluatedDay } from './by-day.ts';

/** Days of which a pollutant is 首要污染物; a tie counts for each of its pollutants. */
export interface PrimaryDays {
  readonly pollutant: Pollutant;
  readonly dates: readonly string[];
  /** Those among them that are worse than 良. */
  readonly polluted: readonly string[];
}

/** Days that count, by their primary pollutants; pollutants that never are one are left out. */
export const primaryDays = (days: readonly EvaluatedDay[]): PrimaryDays[] =>
  POLLUTANTS.flatMap((pollutant) => {
    const own = days.filter(({ evaluation }) => evaluation.days.byPrimary[pollutant] > 0);
    if (own.length === 0) return [];
    return [
      {
        pollutant,
        dates: own.map(({ day }) => day.date),
        polluted: own.filter(({ evaluation }) => evaluation.days.good === 0).map(({ day }) => day.date),
      },
    ];
  });
