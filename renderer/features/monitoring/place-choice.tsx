import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringCalendar, MonitoringPlace } from '../../../shared/contract/monitoring.ts';
import { DUST_DAY_MODES, type DustDayMode } from '../../../shared/domain/air/types.ts';
import { DAY_MODE_TEXTS } from '../../../shared/text/dust-text.ts';
import { evaluationText, monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
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

/** 沙尘日天数, for a look: what is chosen holds on this page alone. */
export function DustDaysSelect({
  used,
  ofWork,
  onChoose,
}: MonitoringCalendar['dustDays'] & { readonly onChoose: (mode: DustDayMode) => void }): ReactElement {
  return (
    <label className="monitoring-labelled">
      {evaluationText.dustDays}
      <Select<DustDayMode>
        aria-label={evaluationText.dustDays}
        value={used}
        onChange={onChoose}
        options={DUST_DAY_MODES.map((value) => ({
          value,
          label: value === ofWork ? DAY_MODE_TEXTS[value] : evaluationText.look(DAY_MODE_TEXTS[value]),
        }))}
        popupMatchSelectWidth={false}
      />
    </label>
  );
}
