import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

export type IaqiStep = MonitoringDayDetail['steps'][number];

/** One row of the calculation in words. */
export interface StepWords {
  readonly name: string;
  readonly exact: string;
  readonly rounded: string;
  readonly breakpoints: string;
  readonly iaqiRange: string;
  readonly calculation: string;
  readonly iaqi: string;
  readonly valid: string;
  readonly clause: string;
}

const SHOWN_DECIMALS = 4;

/** HJ 633 公式(1) with the numbers put in; a pollutant without a value says why. */
export function stepWords(step: IaqiStep): StepWords {
  const { none } = monitoringText;
  const { low, high, iaqiLow, iaqiHigh, iaqiExact, rounded } = step;
  const whole = low !== null && high !== null && iaqiLow !== null && iaqiHigh !== null;
  return {
    name: monitoringText.pollutants[step.pollutant],
    exact: step.exact === null ? none : shortened(step.exact),
    rounded: rounded ?? none,
    breakpoints: whole ? dayText.range(low, high) : none,
    iaqiRange: whole ? dayText.range(String(iaqiLow), String(iaqiHigh)) : none,
    calculation:
      step.state !== 'present'
        ? dayText.states[step.state]
        : whole && rounded !== null && iaqiExact !== null
          ? dayText.calculation(low, high, iaqiLow, iaqiHigh, rounded, shortened(iaqiExact))
          : none,
    iaqi: step.iaqi === null ? none : String(step.iaqi),
    valid: step.validHours === null ? none : String(step.validHours),
    clause: step.clause,
  };
}

/** A mean has no end of decimals; what is cut off is shown by … and never enters a calculation. */
export function shortened(exact: string): string {
  const [whole = '', decimals = ''] = exact.split('.');
  return decimals.length <= SHOWN_DECIMALS ? exact : `${whole}.${decimals.slice(0, SHOWN_DECIMALS)}…`;
}

/** Pollutants whose 分指数 is the largest: the AQI is theirs. */
export function isMaximum(step: IaqiStep, steps: readonly IaqiStep[]): boolean {
  const most = Math.max(...steps.map(({ iaqi }) => iaqi ?? -1));
  return step.iaqi !== null && step.iaqi === most;
}

/** The day before or after, across the end of a year. */
export function dayBeside(date: string, by: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + by)).toISOString().slice(0, 10);
}
