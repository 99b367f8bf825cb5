import type { ReactElement } from 'react';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { pageFindingText } from '../../../shared/text/finding-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useRoute } from '../../work/routes.ts';
import { Panel } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';

/** The first open findings, errors before warnings, each with a link to its return. */
export function FindingsPanel({ findings }: { readonly findings: readonly AnsweredFinding[] }): ReactElement {
  const { href } = useRoute();
  const open = openFindings(findings);
  return (
    <Panel
      title={workbenchText.findings}
      extra={open.length > SHOWN ? <a href={href('findings')}>{workbenchText.findingsAll(open.length)}</a> : null}
    >
      {open.length === 0 ? (
        <p className="muted">{workbenchText.findingsNone}</p>
      ) : (
        <ul className="open-findings">
          {open.slice(0, SHOWN).map((one, index) => (
            <FindingLine key={`${one.sha256} ${one.finding.code} ${one.finding.cell} ${index}`} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const SHOWN = 6;

/** Hints (提示) need nobody to act and are left to 填报收集. */
export function openFindings(findings: readonly AnsweredFinding[]): AnsweredFinding[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return findings
    .filter((one) => one.finding.severity !== 'info')
    .toSorted((one, other) => rank[one.finding.severity] - rank[other.finding.severity]);
}

function FindingLine({ one }: { readonly one: AnsweredFinding }): ReactElement {
  const { href } = useRoute();
  const { id, unitName, finding } = one;
  const place = finding.sheet === null || finding.cell === null ? null : { sheet: finding.sheet, cell: finding.cell };
  return (
    <li>
      <StateTag state={finding.severity} />
      <p>
        <a href={href('findings', { finding: id })} aria-label={workbenchText.findingOpen(unitName)} title={finding.file}>
          {unitName}
        </a>
        {place === null ? null : <span className="open-finding-place">{workbenchText.findingPlace(place.sheet, place.cell)}</span>}
        <span>{pageFindingText(finding.code, finding.params)}</span>
      </p>
    </li>
  );
}
