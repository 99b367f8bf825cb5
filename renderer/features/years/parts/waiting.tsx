import { Spin } from 'antd';
import type { ReactElement } from 'react';
import { yearsText } from '../../../../shared/text/ui/years-text.ts';

/** Stands until the year has been read. */
export const Waiting = (): ReactElement => (
  <div role="status" className="years-wait">
    <Spin /> {yearsText.reload}
  </div>
);
