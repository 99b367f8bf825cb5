import { Select } from 'antd';
import type { ReactElement } from 'react';
import { stationPageText as text } from '../../../shared/text/ui/station-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { useWork } from '../../work/work-context.tsx';

export interface AssignTargetProps {
  readonly id?: string;
  readonly label: string;
  /** Name or key of a station, or name of a place. */
  readonly value: string | null;
  readonly onChange: (target: string | null) => void;
}

/** 归入: the stations that are known and the places whose air is monitored, to choose one by its name. */
export function AssignTarget({ id, label, value, onChange }: AssignTargetProps): ReactElement {
  const { year } = useWork();
  const known = useCall('stations.list', {});
  const places = useCall('monitoring.places', { year }, { keepPrevious: true });
  const stations = (known.data?.stations ?? []).filter(({ phases }) => phases.some(({ name }) => name !== ''));
  const options = [
    {
      label: text.places,
      options: (places.data?.places ?? []).map(({ name }) => ({ value: name, label: name })),
    },
    {
      label: text.stations,
      options: stations.map(({ key, name, phases }) => ({
        value: key,
        label: text.stationOf(name, (phases.at(-1)?.places ?? []).map((place) => place.name).join('、')),
      })),
    },
  ].filter((group) => group.options.length > 0);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      className="station-target"
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={text.assignTo}
      value={value}
      options={options}
      onChange={(target: string | undefined) => onChange(target ?? null)}
    />
  );
}
