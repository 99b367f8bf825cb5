import type { ReactElement } from 'react';
import { useWork } from '../../../work/work-context.tsx';
import { useCall } from '../../../client/context.tsx';
import { originalText } from '../../../../shared/text/ui/returns-text.ts';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { OriginalView } from './original-view.tsx';

export interface OriginalDrawerProps {
  readonly sha256: string;
  readonly sheet: string;
  /** Address of the cell to show; null shows the sheet from its beginning. */
  readonly cell: string | null;
  readonly onClose: () => void;
}

/** Opens the original workbook at one cell: where a value comes from, or what a finding is about. */
export function OriginalDrawer({ sha256, sheet, cell, onClose }: OriginalDrawerProps): ReactElement {
  const { year } = useWork();
  const current = useCall('returns.findings', { year });
  const findings = (current.data?.findings ?? []).filter((entry) => entry.sha256 === sha256).map((entry) => entry.finding);
  return (
    <SideDrawer title={originalText.title} onClose={onClose}>
      <OriginalView
        key={`${sha256} ${sheet} ${cell}`}
        sha256={sha256}
        sheet={sheet === '' ? null : sheet}
        cell={cell}
        findings={findings}
      />
    </SideDrawer>
  );
}
