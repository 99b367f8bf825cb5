import { Skeleton } from 'antd';
import { type ReactElement, useState } from 'react';
import type { AnsweredFinding, VersionRow } from '../../../shared/contract/versions.ts';
import { unitPageText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { returnsText } from '../../../shared/text/ui/returns-text.ts';
import { useCall } from '../../client/context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { OriginalDrawer, ValueTable } from '../returns/index.ts';

export interface ValuesTabProps {
  /** Findings of the unit, with the corrections (核定) that count in the place of cells. */
  readonly findings: readonly AnsweredFinding[];
  readonly counting: VersionRow | null;
  readonly loading: boolean;
}

/** 数值 of the version that counts, each leading to its cell. */
export function ValuesTab({ findings, counting, loading }: ValuesTabProps): ReactElement {
  const compared = useCall('returns.compare', { number: counting?.number ?? 1 }, { enabled: counting !== null });
  const [opened, setOpened] = useState<{ readonly sheet: string; readonly cell: string } | null>(null);
  if (counting === null && !loading) return <EmptyState title={text.noCounting} hint={text.noCountingHint} />;
  if (compared.isError) return <FailureAlert failure={compared.error} onRetry={() => void compared.refetch()} />;
  if (compared.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <>
      <Corrections findings={findings.filter(({ number }) => number === counting?.number)} />
      <ValueTable file={compared.data} alone onOpenOriginal={(sheet, cell) => setOpened({ sheet, cell })} />
      {opened === null ? null : <OriginalDrawer sha256={compared.data.sha256} {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** 核定: what the office has put in the place of cells, with who and why. */
function Corrections({ findings }: Pick<ValuesTabProps, 'findings'>): ReactElement | null {
  const corrected = findings.filter(({ state }) => state === 'corrected');
  if (corrected.length === 0) return null;
  return (
    <ul className="unit-heads" aria-label={text.corrections}>
      {corrected.map(({ id, finding, answer }) => (
        <li key={id}>
          <strong>{text.corrected}</strong> {returnsText.place(finding.sheet, finding.cell)} {text.correctedTo(answer?.value ?? '')}{' '}
          <span className="muted">{answer === null ? '' : text.correctedBy(answer.by, answer.at.slice(0, 10), answer.reason)}</span>
        </li>
      ))}
    </ul>
  );
}
