import { AutoComplete } from 'antd';
import type { ReactElement } from 'react';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { Field } from '../../../ui/field.tsx';

export interface ViaInputProps {
  readonly value: string;
  readonly onChange: (via: string) => void;
  readonly className?: string;
}

/** 途径: one of the usual ways, or another in words. */
export function ViaInput({ value, onChange, className }: ViaInputProps): ReactElement {
  return (
    <Field label={text.via} error={value.trim() === '' ? text.viaMissing : null} {...(className === undefined ? {} : { className })}>
      {(ids) => (
        <AutoComplete {...ids} value={value} options={text.ways.map((way) => ({ value: way }))} onChange={(via: string) => onChange(via)} />
      )}
    </Field>
  );
}
