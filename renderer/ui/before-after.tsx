import type { ReactElement } from 'react';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What changes, line by line: its name, what it was, what it becomes. */
export function BeforeAfter({ changes }: { readonly changes: readonly Change[] }): ReactElement | null {
  if (changes.length === 0) return null;
  return (
    <table className="before-after">
      <thead className="visually-hidden">
        <tr>
          <td />
          <th scope="col">{dialogText.before}</th>
          <td />
          <th scope="col">{dialogText.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td aria-hidden="true">→</td>
            <td className="changed">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
