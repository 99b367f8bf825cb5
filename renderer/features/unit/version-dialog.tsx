import type { ReactElement } from 'react';
import type { VersionRow } from '../../../shared/contract/versions.ts';
import { countingVersion } from '../../../shared/domain/returns/standing.ts';
import { versionsText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { useCall, useCommand } from '../../client/context.tsx';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { DecisionDialog } from '../../ui/decision-dialog.tsx';

export interface VersionDialogProps {
  readonly act: 'adopt' | 'withdraw';
  readonly unitName: string;
  readonly row: VersionRow;
  readonly rows: readonly VersionRow[];
  readonly onClose: () => void;
}

/** 设为采用, 恢复 or 撤回 of a version: what counts before and after, and how many values change by it. */
export function VersionDialog({ act, unitName, row, rows, onClose }: VersionDialogProps): ReactElement {
  const adopt = useCommand('returns.adopt');
  const withdraw = useCommand('returns.withdraw');
  const before = rows.find((one) => one.counts) ?? null;
  const after = act === 'adopt' ? row : countingWithout(row, rows);
  const word = act === 'adopt' && row.state === 'withdrawn' ? 'restore' : act;
  const { number, version } = row;
  const title = { adopt: text.adoptTitle, restore: text.restoreTitle, withdraw: text.withdrawTitle }[word](unitName, version);
  return (
    <DecisionDialog
      title={title}
      confirm={text.confirm[word]}
      danger={word === 'withdraw'}
      done={text.done[word](version)}
      decide={(reason) => (act === 'adopt' ? adopt : withdraw).mutateAsync({ number, reason })}
      undo={(reason) => (act === 'adopt' ? withdraw : adopt).mutateAsync({ number, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: text.counting, before: shown(before), after: shown(after) }]} />
      {before === null || after === null ? null : <Changes number={after.number} against={before.number} />}
    </DecisionDialog>
  );
}

function Changes({ number, against }: { readonly number: number; readonly against: number }): ReactElement | null {
  const compared = useCall('returns.compare', { number, against });
  return compared.data === undefined ? null : <p>{text.changes(compared.data.changes)}</p>;
}

const shown = (row: VersionRow | null): string =>
  row === null ? text.none : text.shownAs(row.version, row.reportedOn, row.answers, row.errors);

/** What counts when a version is taken back. */
export function countingWithout(withdrawn: VersionRow, rows: readonly VersionRow[]): VersionRow | null {
  const taken = rows
    .flatMap(({ number, decisions }) => decisions.map(({ act, turn }) => ({ number, act, turn })))
    .toSorted((one, other) => one.turn - other.turn);
  const counting = countingVersion([...taken, { number: withdrawn.number, act: 'withdraw' }]);
  return rows.find(({ number }) => number === counting) ?? null;
}
