import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { signedMovesText } from '../../../shared/text/year-text.ts';
import { yearsText } from '../../../shared/text/ui/years-text.ts';
import { useCall } from '../../client/context.tsx';
import { useWork } from '../../work/work-context.tsx';
import { isLocked } from '../../work/years.ts';
import { ReopenDialog } from './dialogs/reopen-dialog.tsx';

/** Under the header of a signed year: since when, by whom, and the way back. */
export function YearLine(): ReactElement | null {
  const { year, state, summary, unknownYear } = useWork();
  const locked = isLocked(state) && unknownYear === null;
  const view = useCall('year.show', { year }, { enabled: locked });
  const [reopening, setReopening] = useState(false);
  const final = view.data?.final ?? null;
  if (!locked || view.data === undefined || final === null) return null;
  const words = state === 'archived' ? yearsText.archivedLine : yearsText.finalLine;
  return (
    <p className="frame-line">
      <LockOutlined aria-hidden="true" />
      <span>
        {words(year, final.at.slice(0, 10), final.by)}
        {final.moved?.length === 0 ? null : <strong>　{signedMovesText(final)}</strong>}
      </span>
      {summary.readOnly ? null : (
        <Button size="small" onClick={() => setReopening(true)}>
          {yearsText.reopen}
        </Button>
      )}
      {reopening ? <ReopenDialog view={view.data} onClose={() => setReopening(false)} /> : null}
    </p>
  );
}
