import { Select } from 'antd';
import type { ReactElement } from 'react';
import { Field } from '../../../ui/field.tsx';

interface PickedProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string): void;
}

/** One of a list, under its label. */
export const Picked = ({ label, value, options, onChange }: PickedProps): ReactElement => (
  <Field label={label}>
    {(ids) => (
      <Select
        {...ids}
        value={value}
        options={[...options]}
        onChange={onChange}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
      />
    )}
  </Field>
);
