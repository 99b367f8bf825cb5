import { Skeleton } from 'antd';
import { type ReactElement, useState } from 'react';
import type { VersionRow } from '../../../shared/contract/versions.ts';
import { unitPageText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { OriginalDrawer, ValueTable } from '../returns/index.ts';

export interface ValuesTabProps {
  readonly counting: VersionRow | null;
  readonly loading: boolean;
}

/** 数值 of the version that counts, each leading to its cell. */
export function ValuesTab({ counting, loading }: ValuesTabProps): ReactElement {
  const compared = useCall('returns.compare', { number: counting?.number ?? 1 }, { enabled: counting !== null });
  const [opened, setOpened] = useState<{ readonly sheet: string; readonly cell: string } | null>(null);
  if (counting === null && !loading) return <EmptyState title={text.noCounting} hint={text.noCountingHint} />;
  if (compared.isError) return <FailureAlert failure={compared.error} onRetry={() => void compared.refetch()} />;
  if (compared.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <>
      <ValueTable file={compared.data} alone onOpenOriginal={(sheet, cell) => setOpened({ sheet, cell })} />
      {opened === null ? null : <OriginalDrawer sha256={compared.data.sha256} {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}
