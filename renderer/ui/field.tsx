import { type ReactElement, type ReactNode, useId } from 'react';

/** What ties an input to its label and to what is said of it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
}

export interface FieldProps {
  readonly label: string;
  /** Below it: what is wrong, or what it is for. */
  readonly error?: string | null;
  readonly hint?: ReactNode;
  readonly className?: string;
  children(ids: FieldIds): ReactNode;
}

/** An input with its label above and a word below. */
export function Field({ label, error = null, hint, className, children }: FieldProps): ReactElement {
  const id = useId();
  const noteId = `${id}note`;
  const note = error ?? hint ?? null;
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(note === null ? {} : { 'aria-describedby': noteId }) })}
      {note === null ? null : (
        <div id={noteId} className={error === null ? 'field-hint' : 'field-error'}>
          {note}
        </div>
      )}
    </div>
  );
}
