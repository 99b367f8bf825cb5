import type { ReactElement } from 'react';
import type { Change } from './changes.ts';

/** Which way, in an arrow and words; the colour only repeats whether that is good for the air. */
export function ChangeMark({ change }: { readonly change: Change }): ReactElement {
  return (
    <span className={`change change-${change.course}`}>
      {change.arrow === '' ? null : <span aria-hidden="true">{change.arrow} </span>}
      {change.words}
    </span>
  );
}
