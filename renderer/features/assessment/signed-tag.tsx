import type { ReactElement } from 'react';
import type { YearView } from '../../../shared/contract/years.ts';
import { scorePageText } from '../../../shared/text/ui/score-page-text.ts';
import { StateTag } from '../../ui/state-tag.tsx';

/** 定稿 beside scores that are computed anew: the signed run, or that these are not its scores. */
export function SignedTag({ final }: { readonly final: NonNullable<YearView['final']> }): ReactElement {
  return final.moved?.length === 0 ? (
    <StateTag state="final" text={scorePageText.final(final.run, final.at.slice(0, 10))} />
  ) : (
    <StateTag state="warning" text={scorePageText.moved(final.run)} />
  );
}
