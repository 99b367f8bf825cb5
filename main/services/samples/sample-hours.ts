import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';

/** Share of the daily value in each hour: rush hours for NO2, CO and particles, a peak after noon for O3. */
const RUSH = [
  0.86, 0.8, 0.76, 0.74, 0.78, 0.9, 1.06, 1.22, 1.28, 1.2, 1.08, 0.98, 0.92, 0.88, 0.86, 0.9, 0.98, 1.1, 1.22, 1.26, 1.2, 1.12, 1.02, 0.94,
];
const NOON = [
  0.3, 0.28, 0.26, 0.25, 0.25, 0.26, 0.28, 0.34, 0.44, 0.58, 0.72, 0.86, 0.98, 1.08, 1.14, 1.16, 1.12, 1.02, 0.86, 0.68, 0.54, 0.44, 0.38,
  0.33,
];

/** The eight hours of NOON with the highest mean, 11:00–19:00. */
const NOON_PEAK = NOON.slice(11, 19).reduce((sum, share) => sum + share, 0) / 8;
const RUSH_MEAN = RUSH.reduce((sum, share) => sum + share, 0) / RUSH.length;

/**
 * Hourly means (示例数据) whose day comes out at about the daily value that the town's sample return gives: the mean of the hours, of O3 the
 * highest 8-hour mean. `shift` moves one station of a town against another; a few hours are missing, as in any real month.
 */
export function sampleHours(daily: Readonly<Partial<Record<Pollutant, string>>>, random: () => number, shift: number): (string | null)[][] {
  return RUSH.map((rush, hour) => {
    const down = random() < 0.01;
    return POLLUTANTS.map((pollutant) => {
      const value = Number(daily[pollutant] ?? Number.NaN);
      const noise = 0.94 + random() * 0.12;
      if (down || Number.isNaN(value)) return null;
      const share = pollutant === 'o3' ? (NOON[hour] ?? 0) / NOON_PEAK : rush / RUSH_MEAN;
      return (value * shift * share * noise).toFixed(pollutant === 'co' ? 2 : 0);
    });
  });
}
