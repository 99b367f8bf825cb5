import { memo, type ReactElement } from 'react';
import { EVENT_SIGN } from '../../../../../shared/text/event-text.ts';
import { calendarText } from '../../../../../shared/text/ui/monitoring-text.ts';
import type { MonthBlock } from './month-rows.ts';

export interface MonthTableProps {
  readonly block: MonthBlock;
  readonly onOpen: (place: string, date: string) => void;
}

/** One month: a row a place. The first day of a row takes the Tab key, the arrow keys move on from it. */
export const MonthTable = memo(function MonthTable({ block: { month, rows }, onOpen }: MonthTableProps): ReactElement {
  const { counts } = calendarText;
  return (
    <table className="several-table">
      <caption>{calendarText.month(month)}</caption>
      <thead>
        <tr>
          <th scope="col" className="several-name">
            {calendarText.placeHead}
          </th>
          {rows[0]?.cells.map(({ date, dayOfMonth }) => (
            <th key={date} scope="col">
              {dayOfMonth}
            </th>
          ))}
          {[counts.good, counts.over, counts.counted].map((head) => (
            <th key={head} scope="col" className="several-count">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ placeId, name, cells, tally }) => (
          <tr key={placeId}>
            <th scope="row" className="several-name">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={cell.date}>
                <button
                  type="button"
                  data-date={cell.date}
                  data-place={placeId}
                  className={`several-day calendar-${cell.look} ${cell.level === null ? '' : `aqi-level-${cell.level}`}`}
                  tabIndex={index === 0 ? 0 : -1}
                  title={`${name} ${cell.label}`}
                  onClick={() => onOpen(placeId, cell.date)}
                >
                  <span className="visually-hidden">{cell.label}</span>
                  <span aria-hidden="true">
                    {cell.dust ? <b className="several-dust">{calendarText.dust}</b> : null}
                    {cell.event === true ? <b className="several-dust">{EVENT_SIGN}</b> : null}
                    {cell.text}
                  </span>
                </button>
              </td>
            ))}
            {[tally.good, tally.over, tally.counted].map((days, index) => (
              <td key={[counts.good, counts.over, counts.counted][index]} className="several-count">
                {days}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
