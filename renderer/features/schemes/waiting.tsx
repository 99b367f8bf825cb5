import { Spin } from 'antd';
import type { ReactElement } from 'react';
import { schemesPageText } from '../../../shared/text/ui/schemes-page-text.ts';

export const Waiting = (): ReactElement => (
  <div role="status" className="schemes-wait">
    <Spin /> {schemesPageText.waiting}
  </div>
);
