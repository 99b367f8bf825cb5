import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringPlace } from '../../../../shared/contract/monitoring.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

export interface PlacesChoiceProps {
  readonly places: readonly MonitoringPlace[];
  readonly value: readonly string[];
  readonly most: number;
  readonly onChoose: (places: readonly string[]) => void;
}

/** Up to `most` places, to be found by typing; the last one cannot be taken away. */
export function PlacesChoice({ places, value, most, onChoose }: PlacesChoiceProps): ReactElement {
  return (
    <Select<string[]>
      className="monitoring-places"
      mode="multiple"
      maxCount={most}
      aria-label={monitoringText.places(most)}
      title={monitoringText.places(most)}
      placeholder={monitoringText.findPlace}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      onChange={(chosen) => {
        if (chosen.length > 0) onChoose(chosen);
      }}
      options={places.map((place) => ({ value: place.placeId, label: place.name }))}
    />
  );
}
