import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { YearChoices } from '../../../../shared/contract/years.ts';
import { yearsText } from '../../../../shared/text/ui/years-text.ts';
import { Field } from '../../../ui/field.tsx';

export interface SchemeSelectProps {
  readonly schemes: YearChoices['schemes'];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** 评分办法 by which the year is scored; one that nobody has approved says so. */
export function SchemeSelect({ schemes, value, onChange }: SchemeSelectProps): ReactElement {
  const chosen = schemes.find(({ id }) => id === value);
  const hint = schemes.length === 0 ? yearsText.schemeNoneHint : chosen?.demonstration === true ? yearsText.demonstrationHint : null;
  return (
    <Field label={yearsText.parts['scheme'] ?? ''} hint={hint}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          disabled={schemes.length === 0}
          placeholder={yearsText.schemeNone}
          onChange={(id) => {
            if (id !== null) onChange(id);
          }}
          options={schemes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Field>
  );
}
