import { Select } from 'antd';
import type { ReactElement } from 'react';
import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { dateWithin, daysOfMonth } from './outlook-words.ts';

export interface DateChoiceProps {
  /** ISO date. */
  readonly value: string;
  readonly onChoose: (date: string) => void;
}

const MONTHS = 12;

/** A day of the year, as month and day: a browser's own field for dates speaks the language of the browser. */
export function DateChoice({ value, onChoose }: DateChoiceProps): ReactElement {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  return (
    <span className="monitoring-labelled" role="group" aria-label={outlookText.asOf} title={outlookText.asOfHint}>
      {outlookText.asOf}
      <Select
        aria-label={outlookText.asOfMonth}
        value={month}
        onChange={(next) => onChoose(dateWithin(year, next, day))}
        options={numbers(MONTHS).map((one) => ({ value: one, label: outlookText.month(one) }))}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={outlookText.asOfDay}
        value={day}
        onChange={(next) => onChoose(dateWithin(year, month, next))}
        options={numbers(daysOfMonth(year, month)).map((one) => ({ value: one, label: outlookText.day(one) }))}
        popupMatchSelectWidth={false}
      />
    </span>
  );
}
