import type { ReactElement } from 'react';
import type { Severity } from '../../../../shared/domain/findings.ts';
import { returnsText } from '../../../../shared/text/ui/returns-text.ts';

/** How many findings of a severity; none is a dash, so that the others stand out. */
export function CountCell({ count, severity }: { readonly count: number; readonly severity: Severity }): ReactElement {
  return count === 0 ? <span className="muted">{returnsText.none}</span> : <span className={`returns-count-${severity}`}>{count}</span>;
}
