import type { SampleYear } from './sample-data.ts';
import { createRandom, seedOf } from './random.ts';

export type SampleAirField = 'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3';

/**
 * Daily values of one town (示例数据): winter peaks of particles, summer peaks of ozone, district-wide weather shared by all towns, a level of
 * its own for each town. Text as a clerk would type it; '—' where the device was down.
 */
export function sampleAir(
  sample: SampleYear,
  townName: string,
  days: readonly string[],
): Map<string, Partial<Record<SampleAirField, string>>> {
  const source = sample.air.twins[townName] ?? townName;
  const weather = createRandom(seedOf(sample.seed, 'weather'));
  const own = createRandom(seedOf(sample.seed, source));
  const level = 0.82 + own() * 0.36;
  const outage = sample.air.outages[townName];
  const values = new Map<string, Partial<Record<SampleAirField, string>>>();
  let episode = 0;
  days.forEach((date, index) => {
    episode = 0.72 * episode + 0.55 * (weather() + weather() + weather() - 1.5);
    const wobble = 0.9 + own() * 0.2;
    const heat = weather();
    const pm25 = Math.max(4, sample.air.baseline * level * winter(index) * Math.exp(0.42 * episode) * wobble);
    const all: Record<SampleAirField, string> = {
      pm25: whole(pm25),
      pm10: whole(pm25 * (1.32 + own() * 0.25) + 4),
      so2: whole(6 + own() * 7),
      no2: whole(16 + 14 * winter(index) * (0.7 + own() * 0.6)),
      co: (0.5 + 0.35 * winter(index) * (0.7 + own() * 0.6)).toFixed(1),
      o3: whole(48 + 72 * summer(index) * (0.55 + heat * 0.75) + own() * 12),
    };
    const down = outage !== undefined && date >= outage.from && date <= outage.to;
    const gap = own() < 0.006;
    if (down || gap) values.set(date, { pm25: '—', pm10: '—' });
    else if (sample.air.particulateOnly.includes(townName)) values.set(date, { pm25: all.pm25, pm10: all.pm10 });
    else values.set(date, all);
  });
  return values;
}

const winter = (dayOfYear: number): number => 1 + 0.55 * Math.cos(((dayOfYear - 5) / 366) * 2 * Math.PI);

const summer = (dayOfYear: number): number => 1 - 0.62 * Math.cos(((dayOfYear - 15) / 366) * 2 * Math.PI);

const whole = (value: number): string => String(Math.round(value));
