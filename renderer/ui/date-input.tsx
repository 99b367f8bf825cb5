import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { parseDate } from '../../shared/domain/returns/parse-date.ts';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';
import { Field } from './field.tsx';

export interface DateInputProps {
  readonly label: string;
  /** ISO; null while nothing that is a date has been written. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  /** Stands for the year where only month and day are written. */
  readonly year: number;
  readonly optional?: boolean;
  readonly className?: string;
}

/** A day, written as people write it: 2027-01-15, 2027.1.15, 2027年1月15日. A browser's own field for dates speaks the language of the browser. */
export function DateInput({ label, value, onChange, year, optional = false, className }: DateInputProps): ReactElement {
  const [text, setText] = useState(value ?? '');
  const wrong = dateOf(text, year) === null && !(optional && text.trim() === '');
  return (
    <Field label={label} error={wrong && text !== '' ? dialogText.dateInvalid : null} {...(className === undefined ? {} : { className })}>
      {(ids) => (
        <Input
          {...ids}
          value={text}
          placeholder={dialogText.datePlaceholder}
          maxLength={20}
          status={wrong && text !== '' ? 'error' : ''}
          onChange={(event) => {
            setText(event.target.value);
            onChange(dateOf(event.target.value, year));
          }}
          onBlur={() => setText((typed) => dateOf(typed, year) ?? typed)}
        />
      )}
    </Field>
  );
}

/** The ISO date that a text means; null for none. */
export function dateOf(text: string, year: number): string | null {
  const { value } = parseDate({ type: 'text', text }, { date1904: false, year });
  return value?.kind === 'date' ? value.value : null;
}
