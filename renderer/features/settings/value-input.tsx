import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { WorkSetting } from '../../../shared/contract/settings.ts';
import { settingsPageText as text } from '../../../shared/text/ui/settings-page-text.ts';
import { Field } from '../../ui/field.tsx';
import { valueText } from './value-text.ts';

export interface ValueInputProps {
  readonly setting: Pick<WorkSetting, 'key' | 'kind' | 'allowed' | 'preset'>;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of the values that a setting can have, or its text. */
export function ValueInput({ setting, value, onChange }: ValueInputProps): ReactElement {
  if (setting.kind === 'text')
    return (
      <Field label={text.value} hint={text.text(setting.allowed)}>
        {(ids) => <Input {...ids} value={value ?? ''} maxLength={500} onChange={(event) => onChange(event.target.value)} />}
      </Field>
    );
  return (
    <div className="field">
      <span className="field-title">{text.value}</span>
      <Radio.Group
        aria-label={text.value}
        vertical
        value={value}
        onChange={(event) => onChange(String(event.target.value))}
        options={setting.allowed.map((one) => ({ value: one, label: valueText(typed(setting, one), setting.key) }))}
      />
    </div>
  );
}

/** What was chosen as the setting keeps it: yes and no are no texts. */
export const typed = ({ preset }: Pick<WorkSetting, 'preset'>, value: string): boolean | string =>
  typeof preset === 'boolean' ? value === 'true' : value;
