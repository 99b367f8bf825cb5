import type { ReactElement } from 'react';
import type { Finding } from '../../shared/domain/findings.ts';
import { pageFindingText } from '../../shared/text/finding-text.ts';
import { sheetText } from '../../shared/text/ui/app-text.ts';
import { StateTag } from './state-tag.tsx';

/** What was found in a file: how serious, where, what, and what to do. */
export function FindingLines({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <ul className="finding-lines">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.sheet} ${finding.cell} ${JSON.stringify(finding.params)}`}>
          <StateTag state={finding.severity} />
          <span className="muted">{placeOf(finding)}</span>
          <span>{pageFindingText(finding.code, finding.params)}</span>
        </li>
      ))}
    </ul>
  );
}

const placeOf = ({ sheet, cell }: Finding): string => (sheet === null || cell === null ? (sheet ?? '') : sheetText.place(sheet, cell));
