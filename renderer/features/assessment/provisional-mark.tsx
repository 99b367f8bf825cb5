import type { ReactElement } from 'react';
import { scorePageText } from '../../../shared/text/ui/score-page-text.ts';

/** 试算, outlined, beside a number that is not final. */
export const ProvisionalMark = (): ReactElement => (
  <span className="provisional-mark" title={scorePageText.provisionalHint}>
    {scorePageText.provisional}
  </span>
);
