import type { ReactElement } from 'react';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { pollutantsText } from '../../../../shared/text/monitoring-text.ts';
import { publishedDayText, publishedText } from '../../../../shared/text/published-text.ts';

/** 公布的AQI of the day, beside what is computed. */
export function PublishedDays({ published }: Pick<MonitoringDayDetail, 'published'>): ReactElement | null {
  if (published.length === 0) return null;
  return (
    <section aria-label={publishedText.title}>
      <h3>{publishedText.title}</h3>
      <ul>
        {published.map((day) => (
          <li key={`${day.station} ${day.file} ${day.cell}`}>{publishedDayText(day, pollutantsText)}</li>
        ))}
      </ul>
      <p className="muted">{publishedText.hint}</p>
    </section>
  );
}
