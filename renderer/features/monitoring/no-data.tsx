import { Button } from 'antd';
import type { ReactElement } from 'react';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import { useRoute } from '../../work/routes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Nothing measured yet: what to bring, and where. */
export function NoData({ title, hint }: { readonly title: string; readonly hint: string }): ReactElement {
  const { go } = useRoute();
  return (
    <EmptyState
      title={title}
      hint={hint}
      actions={
        <Button type="primary" onClick={() => go('monitoring', { tab: 'import' })}>
          {monitoringText.toImport}
        </Button>
      }
    />
  );
}
