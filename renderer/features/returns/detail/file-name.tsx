import type { ReactElement } from 'react';

/** The name of a file in a table, on one line. Returns are named alike at the beginning, so a long name is cut before its end. */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const letters = [...name];
  if (letters.length <= KEPT_END * 2)
    return (
      <span className="returns-file-name" title={name}>
        <span className="returns-file-start">{name}</span>
      </span>
    );
  return (
    <span className="returns-file-name" title={name}>
      <span className="returns-file-start">{letters.slice(0, -KEPT_END).join('')}</span>
      <span className="returns-file-end">{letters.slice(-KEPT_END).join('')}</span>
    </span>
  );
}

/** Letters at the end that stay in view as long as there is room. */
const KEPT_END = 12;
