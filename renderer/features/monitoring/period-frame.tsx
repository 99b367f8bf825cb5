import { Spin } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { MonitoringPlace } from '../../../shared/contract/monitoring.ts';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Panel } from '../../ui/page.tsx';
import { chosenPeriod, PeriodChooser, periodCode } from '../ranking/index.ts';
import type { TabProps } from './monitoring-types.ts';
import { PlaceChoice } from './place-choice.tsx';
import { SampleMark } from './sample-mark.tsx';

/** How a call stands, as far as the frame shows it. */
interface Asked {
  readonly data?: { readonly sample: boolean } | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  refetch(): unknown;
}

export interface PeriodFrameProps extends Pick<TabProps, 'year' | 'places' | 'params' | 'change'> {
  /** Undefined where no place has data. */
  readonly place: MonitoringPlace | undefined;
  readonly shown: Asked;
  /** Settings and other choices, behind place and period. */
  readonly choices?: ReactNode;
  /** Under the bar. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** A tab that tells of one place in one period: the choices, how the call stands, and below them what it gave. */
export function PeriodFrame({ year, places, params, change, place, shown, choices, below, children }: PeriodFrameProps): ReactElement {
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        {place === undefined ? null : <PlaceChoice places={places} value={place.placeId} onChoose={(next) => change({ place: next })} />}
        <PeriodChooser chosen={chosenPeriod(params['period'], year)} onChoose={(next) => change({ period: periodCode(year, next) })} />
        {choices}
        {shown.data?.sample === true ? <SampleMark /> : null}
      </div>
      {below}
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {children}
    </div>
  );
}

/** What the figures rest on, below them. */
export const NotesPanel = ({ notes }: { readonly notes: readonly string[] }): ReactElement | null =>
  notes.length === 0 ? null : (
    <Panel title={monitoringText.notes}>
      <ol className="monitoring-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
    </Panel>
  );
