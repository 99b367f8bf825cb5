import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { FORECAST_METRICS } from '../../../../shared/domain/air/forecast/types.ts';
import { forecastText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

type Day = ForecastResult['accuracy']['wrong'][number];

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

export function levelName(level: number): string {
  const known = LEVELS.find((one) => one === level);
  return known === undefined ? monitoringText.none : monitoringText.levels[known];
}

const names = (pollutants: Day['observed']['primary']): string => pollutants.map((one) => monitoringText.pollutants[one]).join('、');

/** AQI 85—115，良、轻度污染，PM2.5 */
export function forecastWords({ low, high, levels, primary }: Pick<Day, 'low' | 'high' | 'levels' | 'primary'>): string {
  const [one, other] = [low ?? high, high ?? low];
  return [one === null || other === null ? '' : forecastText.interval(one, other), levels.map(levelName).join('、'), names(primary ?? [])]
    .filter((part) => part !== '')
    .join('，');
}

export const observedWords = ({ observed }: Pick<Day, 'observed'>): string =>
  forecastText.observed(observed.aqi, levelName(observed.level), names(observed.primary)) +
  (observed.source === 'stated' ? forecastText.stated : '');

export const missedWords = ({ outcome }: Pick<Day, 'outcome'>): string =>
  FORECAST_METRICS.filter((metric) => outcome[metric] === false)
    .map((metric) => forecastText.metrics[metric])
    .join('、');
