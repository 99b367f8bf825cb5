import { LockFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Finding } from '../../shared/domain/findings.ts';
import { passwordText as text } from '../../shared/text/ui/app-text.ts';
import { isLocked } from '../client/locked-files.ts';
import { Field } from './field.tsx';

export interface PasswordBoxProps {
  readonly files: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  /** The files are to be read anew with it. */
  onWord(word: string): void;
}

/** Asks for the password (打开密码) of the files that cannot be read without; nothing where there are none. One word is tried on all of them. */
export function PasswordBox({ files, onWord }: PasswordBoxProps): ReactElement | null {
  const [word, setWord] = useState('');
  const locked = files.filter(isLocked);
  if (locked.length === 0) return null;
  const refused = locked.some(({ findings }) => findings.some(({ params }) => params['tried'] !== undefined));
  const open = (): void => (word === '' ? undefined : onWord(word));
  return (
    <section className="password-box" aria-label={text.label}>
      <p>
        <LockFilled aria-hidden="true" /> {text.locked(locked.map(({ file }) => file))}
      </p>
      <Field label={text.label} error={refused ? text.refused : null} hint={text.hint}>
        {(ids) => (
          <span className="password-line">
            <Input.Password
              {...ids}
              value={word}
              autoComplete="off"
              maxLength={255}
              status={refused ? 'error' : ''}
              onChange={(event) => setWord(event.target.value)}
              onPressEnter={(event) => {
                // It may stand in a dialog or a form, which Enter would send.
                event.preventDefault();
                event.stopPropagation();
                open();
              }}
            />
            <Button disabled={word === ''} onClick={open}>
              {text.open}
            </Button>
          </span>
        )}
      </Field>
    </section>
  );
}
