import { type KeyboardEvent, memo, type ReactElement, useRef, useState } from 'react';
import { EVENT_SIGN } from '../../../../shared/text/event-text.ts';
import { calendarText } from '../../../../shared/text/ui/monitoring-text.ts';
import { type DayCell, dayAfterKey, type MonthLayout } from './calendar-layout.ts';

export interface YearCalendarProps {
  readonly label: string;
  readonly months: readonly MonthLayout[];
  /** The day that Tab leads to at first. */
  readonly start: string;
  readonly onOpen: (date: string) => void;
}

/** Twelve months; one day takes the Tab key, the arrow keys move on from it. */
export function YearCalendar({ label, months, start, onOpen }: YearCalendarProps): ReactElement {
  const holder = useRef<HTMLDivElement | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const year = months[0]?.weeks
    .flat()
    .find((cell) => cell !== null)
    ?.date.slice(0, 4);
  const tabStop = focused !== null && focused.startsWith(year ?? ' ') ? focused : start;
  const onKeyDown = (event: KeyboardEvent): void => {
    const date = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined;
    const next = date === undefined ? null : dayAfterKey(date, event.key);
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    const button = holder.current?.querySelector(`[data-date="${next}"]`);
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div ref={holder} className="calendar-year" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {months.map((month) => (
        <Month
          key={month.month}
          layout={month}
          tabStop={month.weeks.flat().some((cell) => cell?.date === tabStop) ? tabStop : null}
          onOpen={onOpen}
          onFocus={setFocused}
        />
      ))}
    </div>
  );
}

interface MonthProps {
  readonly layout: MonthLayout;
  /** Null in all months but one. */
  readonly tabStop: string | null;
  readonly onOpen: (date: string) => void;
  readonly onFocus: (date: string) => void;
}

const Month = memo(function Month({ layout, tabStop, onOpen, onFocus }: MonthProps): ReactElement {
  return (
    <table className="calendar-month">
      <caption>{calendarText.month(layout.month)}</caption>
      <thead>
        <tr>
          {calendarText.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {layout.weeks.map((week, index) => (
          // A month's weeks never change their order.
          // oxlint-disable-next-line react/no-array-index-key -- a week has no other name
          <tr key={index}>
            {week.map((cell, weekday) => (
              <td key={calendarText.weekdays[weekday]}>
                {cell === null ? null : <Day cell={cell} tabStop={cell.date === tabStop} onOpen={onOpen} onFocus={onFocus} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

interface DayProps extends Pick<MonthProps, 'onOpen' | 'onFocus'> {
  readonly cell: DayCell;
  readonly tabStop: boolean;
}

function Day({ cell, tabStop, onOpen, onFocus }: DayProps): ReactElement {
  return (
    <button
      type="button"
      data-date={cell.date}
      className={`calendar-day calendar-${cell.look} ${cell.level === null ? '' : `aqi-level-${cell.level}`}`}
      tabIndex={tabStop ? 0 : -1}
      title={cell.label}
      onClick={() => onOpen(cell.date)}
      onFocus={() => onFocus(cell.date)}
    >
      <span className="visually-hidden">{cell.label}</span>
      <span className="calendar-date" aria-hidden="true">
        {cell.dayOfMonth}
        {cell.dust ? <b>{calendarText.dust}</b> : null}
        {cell.event === true ? <b>{EVENT_SIGN}</b> : null}
      </span>
      <span className="calendar-aqi" aria-hidden="true">
        {cell.text}
      </span>
    </button>
  );
}
