import { Alert } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { useConnectionLost } from '../client/context.tsx';

export interface NoticesProps {
  /** Another window has opened this work. */
  readonly switchedTo?: string | null;
  readonly onRead?: () => void;
  readonly children: ReactNode;
}

/** What concerns every page, above whatever is shown. */
export function Notices({ switchedTo = null, onRead, children }: NoticesProps): ReactElement {
  const lost = useConnectionLost();
  return (
    <div className="shell">
      <aside className="notices" aria-label={appText.notices}>
        {lost ? <Alert banner type="error" showIcon title={appText.connectionLostBanner} /> : null}
        {switchedTo === null ? null : (
          <Alert
            banner
            type="info"
            showIcon
            title={appText.switchedElsewhere(switchedTo)}
            closable={{ closeIcon: true, onClose: () => onRead?.(), 'aria-label': appText.dismiss }}
          />
        )}
      </aside>
      {children}
    </div>
  );
}
