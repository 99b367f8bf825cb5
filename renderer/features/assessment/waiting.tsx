import { Spin } from 'antd';
import type { ReactElement } from 'react';

/** Stands until there is something to show. */
export const Waiting = ({ words }: { readonly words: string }): ReactElement => (
  <div role="status" className="assessment-wait">
    <Spin /> {words}
  </div>
);
