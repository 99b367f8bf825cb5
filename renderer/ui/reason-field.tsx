import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';
import { useCall } from '../client/context.tsx';
import { Field } from './field.tsx';
import { recentReasons } from './recent-reasons.ts';

/** Why something is decided, with the last reasons offered and the name it is kept under. */
export function ReasonField({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }): ReactElement {
  const actor = useCall('work.actor', {});
  const [offered] = useState(recentReasons);
  return (
    <div>
      <Field label={dialogText.reason} hint={actor.data === undefined ? null : dialogText.actor(actor.data.name)}>
        {(ids) => (
          <Input
            {...ids}
            value={value}
            placeholder={dialogText.reasonPlaceholder}
            maxLength={200}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {offered.length === 0 ? null : (
        <ul className="decision-reasons" aria-label={dialogText.reasonsOffered}>
          {offered.map((reason) => (
            <li key={reason}>
              <Button size="small" type="dashed" onClick={() => onChange(reason)}>
                {reason}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
