import { type ReactElement, useState } from 'react';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { TimingEffect } from './receipt-dialog.tsx';
import type { UnitDialogProps } from './unit-word.ts';

/** 延期 of one unit; where it has one, it is taken back. */
export function ExtensionDialog({ unit: shown, year, onClose }: UnitDialogProps): ReactElement {
  // As it was when the dialog opened: what is stored meanwhile must not turn it into its opposite.
  const [unit] = useState(shown);
  return unit.extension === null ? (
    <Extend unit={unit} year={year} onClose={onClose} />
  ) : (
    <Unextend unit={unit} year={year} onClose={onClose} />
  );
}

function Extend({ unit: { unitId, name, due }, year, onClose }: UnitDialogProps): ReactElement {
  const set = useCommand('reporting.deadline');
  const [until, setUntil] = useState<string | null>(null);
  const about = { year, unit: unitId, kind: 'extension' as const };
  const early = until !== null && due !== null && until <= due;
  return (
    <DecisionDialog
      title={text.extendTitle(name)}
      confirm={text.extendConfirm}
      blocked={until === null ? text.untilMissing : early ? text.untilEarly(due ?? '') : null}
      done={text.extendDone(name, until ?? '')}
      decide={async (reason) => {
        if (until !== null) await set.mutateAsync({ ...about, until, reason });
      }}
      undo={(reason) => set.mutateAsync({ ...about, undo: true, reason })}
      onClose={onClose}
    >
      <DateInput label={text.until} value={until} year={year + 1} onChange={setUntil} />
      {until === null || early ? null : (
        <>
          <BeforeAfter changes={[{ name: text.due, before: due ?? text.dueNone, after: until }]} />
          <TimingEffect request={{ ...about, until }} />
        </>
      )}
    </DecisionDialog>
  );
}

function Unextend({ unit: { unitId, name, extension }, year, onClose }: UnitDialogProps): ReactElement {
  const set = useCommand('reporting.deadline');
  const about = { year, unit: unitId, kind: 'extension' as const };
  return (
    <DecisionDialog
      title={text.unextendTitle(name)}
      confirm={text.unextendConfirm}
      done={text.unextendDone(name)}
      decide={(reason) => set.mutateAsync({ ...about, undo: true, reason })}
      undo={extension === null ? undefined : (reason) => set.mutateAsync({ ...about, until: extension.until, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: text.due, before: extension?.until ?? '', after: text.unextended }]} />
      <TimingEffect request={{ ...about, undo: true }} />
    </DecisionDialog>
  );
}

/** 免于迟报扣分, or that it is taken back. */
export function WaiverDialog({ unit: shown, year, onClose }: UnitDialogProps): ReactElement {
  const [{ unitId, name, waiver }] = useState(shown);
  const set = useCommand('reporting.deadline');
  const about = { year, unit: unitId, kind: 'waiver' as const };
  const undo = waiver !== null;
  const [before, after] = undo ? [text.letOff, text.counted] : [text.counted, text.letOff];
  return (
    <DecisionDialog
      title={undo ? text.unwaiveTitle(name) : text.waiveTitle(name)}
      confirm={undo ? text.unwaiveConfirm : text.waiveConfirm}
      done={undo ? text.unwaiveDone(name) : text.waiveDone(name)}
      decide={(reason) => set.mutateAsync({ ...about, undo, reason })}
      undo={(reason) => set.mutateAsync({ ...about, undo: !undo, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: text.penalty, before, after }]} />
      <TimingEffect request={{ ...about, undo }} />
    </DecisionDialog>
  );
}
