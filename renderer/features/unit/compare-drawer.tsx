import { Skeleton } from 'antd';
import { type ReactElement, useState } from 'react';
import type { VersionRow } from '../../../shared/contract/versions.ts';
import { versionsText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { OriginalDrawer, ValueTable } from '../returns/index.ts';

export interface CompareDrawerProps {
  readonly unitName: string;
  readonly row: VersionRow;
  readonly counting: VersionRow;
  readonly onClose: () => void;
}

/** A version beside the one that counts: heads, then every value that differs. */
export function CompareDrawer({ unitName, row, counting, onClose }: CompareDrawerProps): ReactElement {
  const [opened, setOpened] = useState<{ readonly sheet: string; readonly cell: string } | null>(null);
  const compared = useCall('returns.compare', { number: row.number, against: counting.number });
  return (
    <SideDrawer title={text.compareTitle(unitName, row.version, counting.version)} onClose={onClose}>
      <ul className="unit-heads">
        {[row, counting].map(({ number, version, reportedOn, answers, errors, fileName, state }) => (
          <li key={number}>
            <strong>{text.states[state]}</strong> {text.shownAs(version, reportedOn, answers, errors)}{' '}
            <span className="muted">{fileName}</span>
          </li>
        ))}
      </ul>
      {compared.isError ? (
        <FailureAlert failure={compared.error} onRetry={() => void compared.refetch()} />
      ) : compared.data === undefined ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : (
        <ValueTable
          file={compared.data}
          titles={{ value: text.value(row.version), last: text.value(counting.version) }}
          onOpenOriginal={(sheet, cell) => setOpened({ sheet, cell })}
        />
      )}
      {opened === null ? null : <OriginalDrawer sha256={row.sha256} {...opened} onClose={() => setOpened(null)} />}
    </SideDrawer>
  );
}
