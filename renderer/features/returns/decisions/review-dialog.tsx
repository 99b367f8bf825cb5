import type { ReactElement } from 'react';
import type { ReviewAct, UnitState } from '../../../../shared/domain/reporting/unit-state.ts';
import { unitStateText } from '../../../../shared/text/reporting-text.ts';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import type { UnitDialogProps } from './unit-word.ts';

/** 审核 of one unit: 通过, 退回, or the word before is taken back. */
export function ReviewDialog({ unit, year, to, onClose }: UnitDialogProps & { readonly to: ReviewAct }): ReactElement {
  const { unitId, name, state, open } = unit;
  const review = useCommand('reporting.review');
  const words = WORDS[to];
  return (
    <DecisionDialog
      title={words.title(name)}
      confirm={words.confirm}
      blocked={to === 'passed' && open > 0 ? text.openFindings(open) : null}
      done={words.done(name)}
      decide={(reason) => review.mutateAsync({ year, units: [unitId], to, reason })}
      undo={to === 'open' ? undefined : (reason) => review.mutateAsync({ year, units: [unitId], to: 'open', reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: text.state, before: unitStateText(state), after: unitStateText(afterOf(to, open)) }]} />
    </DecisionDialog>
  );
}

const afterOf = (to: ReviewAct, open: number): UnitState => (to === 'open' ? (open > 0 ? 'received' : 'toReview') : to);

const WORDS = {
  passed: { title: text.passTitle, confirm: text.passConfirm, done: text.passDone },
  returned: { title: text.sendTitle, confirm: text.sendConfirm, done: text.sendDone },
  open: { title: text.reopenTitle, confirm: text.reopenConfirm, done: text.reopenDone },
} as const satisfies Readonly<Record<ReviewAct, object>>;

/** 待核全部通过: one word for every unit that waits without an open finding. */
export function CleanDialog({
  names,
  year,
  onClose,
}: {
  readonly names: readonly string[];
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const review = useCommand('reporting.review');
  return (
    <DecisionDialog
      title={text.cleanTitle(names.length)}
      confirm={text.passConfirm}
      done={text.cleanDone(names.length)}
      decide={(reason) => review.mutateAsync({ year, clean: true, to: 'passed', reason })}
      undo={(reason) => review.mutateAsync({ year, units: [...names], to: 'open', reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: text.state, before: unitStateText('toReview'), after: unitStateText('passed') }]} />
      <p>{names.join('、')}</p>
    </DecisionDialog>
  );
}
