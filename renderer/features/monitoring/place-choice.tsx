import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringPlace } from '../../../shared/contract/monitoring.ts';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import type { StandardChoice } from './monitoring-types.ts';

export interface PlaceChoiceProps {
  readonly places: readonly MonitoringPlace[];
  readonly value: string;
  readonly onChoose: (place: string) => void;
}

/** The district and the towns under the names that the data give them, to be found by typing. */
export function PlaceChoice({ places, value, onChoose }: PlaceChoiceProps): ReactElement {
  return (
    <Select
      className="monitoring-place"
      aria-label={monitoringText.place}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={monitoringText.findPlace}
      value={value}
      onChange={onChoose}
      options={places.map((place) => ({ value: place.placeId, label: place.name }))}
    />
  );
}

const STANDARDS: readonly StandardChoice[] = ['byDate', '2012', '2026', '2031'];

export function StandardSelect({
  value,
  onChoose,
}: {
  readonly value: StandardChoice;
  readonly onChoose: (standard: StandardChoice) => void;
}): ReactElement {
  return (
    <Select<StandardChoice>
      className="monitoring-standard"
      aria-label={monitoringText.standard}
      title={monitoringText.standardHint}
      value={value}
      onChange={onChoose}
      options={STANDARDS.map((standard) => ({ value: standard, label: monitoringText.standards[standard] }))}
    />
  );
}
