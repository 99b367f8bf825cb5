import { type ReactElement, useState } from 'react';
import { yearDialogText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import type { RoundDay } from '../held/round-days.ts';
import type { YearChange } from './changes.ts';

export interface DueDialogProps {
  readonly year: number;
  readonly round: RoundDay;
  readonly onClose: () => void;
}

/** 改期: the last day of one round, with what that does to scores that count who was late. */
export function DueDialog({ year, round: { key, name, due }, onClose }: DueDialogProps): ReactElement {
  const change = useCommand('year.change');
  const [date, setDate] = useState<string | null>(due);
  const to = (day: string): YearChange => (key === null ? { due: day } : { roundsDue: { [key]: day } });
  const blocked = date === null ? yearDialogText.dueMissing : date === due ? yearDialogText.dueSame : null;
  return (
    <DecisionDialog
      title={yearDialogText.dueTitle(name)}
      confirm={yearDialogText.dueConfirm}
      blocked={blocked}
      done={yearDialogText.dueDone(name, date ?? '')}
      decide={async (reason) => {
        if (date !== null) await change.mutateAsync({ year, change: to(date), reason });
      }}
      // A day that was not set cannot be taken away again.
      undo={due === null ? undefined : (reason) => change.mutateAsync({ year, change: to(due), reason })}
      onClose={onClose}
    >
      <DateInput label={yearDialogText.dueNew} value={date} year={year} onChange={setDate} />
      {date === null || date === due ? null : (
        <>
          <BeforeAfter changes={[{ name, before: due ?? yearsText.dueNone, after: date }]} />
          <DueEffect year={year} change={to(date)} />
        </>
      )}
    </DecisionDialog>
  );
}

function DueEffect({ year, change }: { readonly year: number; readonly change: YearChange }): ReactElement {
  const effect = useCall('year.preview', { year, change }, { keepPrevious: true });
  return <EffectView effect={effect} />;
}
