import type { ReactElement } from 'react';
import type { YearProposal } from '../../../../shared/contract/years.ts';
import { openingText, yearDialogText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { roundText, unaskedText, yearStateText } from '../../../../shared/text/year-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { type Draft, requestOf } from './draft.ts';

export interface OpenDialogProps {
  readonly proposal: YearProposal;
  readonly draft: Draft;
  /** Measures with a printed target. */
  readonly printed: number;
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

/** 开启年度: once more all that it decides, the reason, the name. */
export function OpenDialog({ proposal, draft, printed, onOpened, onClose }: OpenDialogProps): ReactElement {
  const open = useCommand('year.open');
  const cancel = useCommand('year.cancel');
  const { year } = proposal;
  // A list that is stored with the opening would stay.
  const newList = (draft.list ?? null) !== null;
  return (
    <DecisionDialog
      title={openingText.title(year)}
      confirm={openingText.confirm}
      done={openingText.done(year)}
      decide={async (reason) => {
        await open.mutateAsync({ ...requestOf(year, draft), reason });
        onOpened();
      }}
      undo={newList ? undefined : (reason) => cancel.mutateAsync({ year, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: yearDialogText.stateChange, before: yearStateText('unopened'), after: yearStateText('preparing') }]} />
      <dl className="facts">
        {decided(proposal, printed).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </DecisionDialog>
  );
}

function decided(proposal: YearProposal, printed: number): [string, string][] {
  const { list, scheme, due, rounds, units, unasked } = proposal;
  const asked = units.map(({ kind, names }) => yearsText.unitsOfKind(kind, names.length)).join(yearsText.join);
  const name = (part: string): string => yearsText.parts[part] ?? '';
  return [
    [name('list'), list === null ? yearsText.listNone : yearsText.listValue(list.title, list.items, list.document)],
    [name('scheme'), scheme === null ? yearsText.schemeNone : yearsText.schemeValue(scheme.title, scheme.number)],
    [name('due'), due ?? yearsText.dueNone],
    [name('rounds'), rounds.map(roundText).join(yearsText.join)],
    [name('units'), [asked, unaskedText(unasked)].filter((words) => words !== '').join(yearsText.stop)],
    [name('targets'), sourcesText(proposal, printed)],
  ];
}

/** 印发 18 项，沿用 2 项，不考核 1 项: sources of the targets with how many come of each. */
function sourcesText({ chosen }: YearProposal, printed: number): string {
  const { summaryOf } = openingText;
  const count = (source: (typeof chosen)[number]['source']): number => chosen.filter((entry) => entry.source === source).length;
  const counts = (['carry', 'interpolate', 'entered', 'none'] as const).map((source) => [summaryOf[source], count(source)] as const);
  return openingText.summary(
    [[summaryOf.printed, printed] as const, ...counts].filter(([, number]) => number > 0).map(([text, number]) => text(number)),
  );
}
