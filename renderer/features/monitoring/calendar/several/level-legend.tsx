import type { ReactElement } from 'react';
import { EVENT_MEANING, EVENT_SIGN } from '../../../../../shared/text/event-text.ts';
import { calendarText, monitoringText } from '../../../../../shared/text/ui/monitoring-text.ts';

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** What the looks of the days mean; `few`: on some day stations lack; `events`: on some day there was a 例外事件 other than dust. */
export function LevelLegend({ few, events }: { readonly few: boolean; readonly events: boolean }): ReactElement {
  return (
    <ul className="several-legend" aria-label={calendarText.legendAlone}>
      {LEVELS.map((level) => (
        <li key={level}>
          <span className={`calendar-swatch aqi-level-${level}`}>{calendarText.range[level]}</span> {monitoringText.levels[level]}
        </li>
      ))}
      <li>
        <span className="calendar-swatch calendar-na">{calendarText.na}</span> {calendarText.naMeaning}
      </li>
      {few ? (
        <li>
          <span className="calendar-swatch calendar-few">{calendarText.few}</span> {calendarText.fewMeaning}
        </li>
      ) : null}
      <li>
        <span className="calendar-swatch calendar-gap" aria-hidden="true" /> {calendarText.gapMeaning}
      </li>
      <li>
        <b className="calendar-dust">{calendarText.dust}</b> {calendarText.dustMeaning}
      </li>
      {events ? (
        <li>
          <b className="calendar-dust">{EVENT_SIGN}</b> {EVENT_MEANING}
        </li>
      ) : null}
    </ul>
  );
}
