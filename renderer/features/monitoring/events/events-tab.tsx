import { Button, Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { EVENT_KINDS } from '../../../../shared/domain/monitoring/events/event-kinds.ts';
import { settingAt, type SettingEntry } from '../../../../shared/domain/settings/settings.ts';
import { EVENT_KIND_TEXTS, eventSettingText } from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useRoute } from '../../../work/routes.ts';
import type { TabProps } from '../monitoring-types.ts';
import { DustDays } from './dust-days.tsx';
import { EVENT_COLUMNS } from './event-columns.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { EventForm } from './event-form.tsx';
import { ImportEvents } from './event-import.tsx';

/** 例外事件 of the year: entries with their state and effect, how each kind is taken out, and the days of dust lists. */
export function EventsTab({ year, params, change }: TabProps): ReactElement {
  const shown = useCall('events.list', { year }, { keepPrevious: true });
  const readOnly = useLock() === 'readOnly';
  const [adding, setAdding] = useState(false);
  if (shown.data === undefined)
    return shown.isError ? (
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
    ) : (
      <div role="status">
        <Spin /> {monitoringText.loading}
      </div>
    );
  const { events } = shown.data;
  const opened = events.find(({ id }) => String(id) === params['event']);
  const actions = readOnly ? null : (
    <>
      <Button onClick={() => setAdding(true)}>{text.add}</Button>
      <ImportEvents />
    </>
  );
  return (
    <div className="monitoring-tab">
      {events.length === 0 ? (
        <EmptyState title={text.none(year)} hint={text.noneHint} actions={actions} />
      ) : (
        <>
          <DataTable<ListedEvent>
            title={text.title(year)}
            columns={EVENT_COLUMNS}
            rows={events}
            rowKey={({ id }) => String(id)}
            onRowActivate={({ id }) => change({ event: String(id) })}
            selectedKey={params['event'] ?? null}
            countText={(rows) => text.count(rows.length)}
            extra={actions}
          />
          <p className="muted">{text.openHint}</p>
        </>
      )}
      <HowTakenOut year={year} />
      <DustDays year={year} />
      {opened === undefined ? null : <EventDrawer event={opened} readOnly={readOnly} onClose={() => change({ event: null })} />}
      {adding ? <EventForm onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

/** What becomes of approved events of each kind at the end of the year, by the settings of the work. */
function HowTakenOut({ year }: { readonly year: number }): ReactElement | null {
  const settings = useCall('settings.list', {});
  const { go } = useRoute();
  if (settings.data === undefined) return null;
  const entries: readonly SettingEntry[] = settings.data.settings.flatMap((setting) => setting.entries);
  const date = `${year}-12-31`;
  return (
    <section className="events-settings" aria-label={text.settingsTitle}>
      <h3>{text.settingsTitle}</h3>
      <dl className="day-facts">
        {EVENT_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{EVENT_KIND_TEXTS[kind]}</dt>
            <dd>
              {eventSettingText(
                kind,
                kind === 'dust'
                  ? { concentrations: settingAt(entries, 'dust.concentrations', date), days: settingAt(entries, 'dust.days', date) }
                  : {
                      concentrations: settingAt(entries, `events.${kind}.concentrations`, date),
                      days: settingAt(entries, `events.${kind}.days`, date),
                    },
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{text.basis}</p>
      <Button type="link" onClick={() => go('settings', {})}>
        {text.toSettings}
      </Button>
    </section>
  );
}
