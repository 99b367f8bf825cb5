import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWork } from '../../../work/work-context.tsx';
import type { DraftPlace } from './station-draft.ts';

export interface TownsInputProps {
  readonly places: readonly DraftPlace[];
  readonly onChange: (places: readonly DraftPlace[]) => void;
}

/** The towns that a station stands for, each with its weight (权重). */
export function TownsInput({ places, onChange }: TownsInputProps): ReactElement {
  const { year } = useWork();
  const known = useCall('monitoring.places', { year }, { keepPrevious: true });
  const chosen = new Set(places.map(({ place }) => place));
  const options = (known.data?.places ?? []).filter(({ name }) => !chosen.has(name)).map(({ name }) => ({ value: name, label: name }));
  return (
    <Field className="station-wide" label={text.fields.towns} hint={text.hints.towns}>
      {({ id }) => (
        <div className="station-towns">
          {places.map(({ place, weight }) => (
            <span key={place} className="station-town">
              {place}
              <Input
                size="small"
                aria-label={text.weightOf(place)}
                value={weight}
                maxLength={10}
                onChange={(event) =>
                  onChange(places.map((one) => (one.place === place ? { place, weight: event.target.value.trim() } : one)))
                }
              />
              <Button
                size="small"
                type="text"
                aria-label={text.removeTown(place)}
                icon={<CloseOutlined aria-hidden="true" />}
                onClick={() => onChange(places.filter((one) => one.place !== place))}
              />
            </span>
          ))}
          <Select<string>
            id={id}
            className="station-target"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.addTown}
            value={null}
            options={options}
            onChange={(place) => onChange([...places, { place, weight: '1' }])}
          />
        </div>
      )}
    </Field>
  );
}
