import { Input } from 'antd';
import type { ReactElement } from 'react';
import { Field } from './field.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text with its label. */
export const TextField = ({ label, hint, value, onChange }: TextFieldProps): ReactElement => (
  <Field label={label} {...(hint === undefined ? {} : { hint })}>
    {(ids) => <Input {...ids} value={value} maxLength={100} onChange={(event) => onChange(event.target.value)} />}
  </Field>
);
