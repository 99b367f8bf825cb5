import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ConsentRow } from '../../../../shared/contract/consents.ts';
import { consentsText as text } from '../../../../shared/text/ui/consents-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWork } from '../../../work/work-context.tsx';

export interface ConsentDialogProps {
  readonly row: ConsentRow;
  readonly onClose: () => void;
}

/** 同意不涉及 of one row, or 撤回同意 where it was given; what it does to the scores stands above the reason. */
export function ConsentDialog({ row, onClose }: ConsentDialogProps): ReactElement {
  const { year } = useWork();
  const give = useCommand('consents.give');
  const [by, setBy] = useState('');
  const withdraw = row.consent !== null;
  const about = { year, unit: row.unitName, row: row.rowId };
  const effect = useCall('consents.preview', { ...about, withdraw });
  const done = withdraw ? text.withdrawn : text.given;
  // Without a request nothing could be consented to again.
  const undoable = !withdraw || row.asked !== null;
  return (
    <DecisionDialog
      title={withdraw ? text.withdrawTitle : text.giveTitle}
      confirm={withdraw ? text.withdrawConfirm : text.giveConfirm}
      danger={withdraw}
      done={done(row.unitName, row.name)}
      decide={(reason) => give.mutateAsync({ ...about, withdraw, reason, ...(by.trim() === '' ? {} : { by: by.trim() }) })}
      undo={undoable ? (reason) => give.mutateAsync({ ...about, withdraw: !withdraw, reason }) : undefined}
      onClose={onClose}
    >
      <ConsentFacts row={row} />
      <BeforeAfter
        changes={[{ name: text.counting, before: withdraw ? text.countsNot : text.counts, after: withdraw ? text.counts : text.countsNot }]}
      />
      <EffectView effect={effect} />
      <Field label={text.by} hint={text.byHint}>
        {(ids) => (
          <Input {...ids} value={by} maxLength={20} placeholder={text.byPlaceholder} onChange={(event) => setBy(event.target.value)} />
        )}
      </Field>
    </DecisionDialog>
  );
}

/** Who asks for what, where, and with which words; and what was said to it. */
function ConsentFacts({ row: { unitName, name, asked, consent } }: Pick<ConsentDialogProps, 'row'>): ReactElement {
  const facts: readonly (readonly [string, string])[] = [
    [text.columns.unit, unitName],
    [text.columns.row, name],
    [text.asked, asked === null ? text.noPlace : text.askedAt(asked.raw, asked.file, asked.sheet, asked.cell)],
    ...(asked === null ? [] : [[text.note, asked.note === '' ? text.noNote : asked.note] as const]),
    ...(consent === null ? [] : [[text.formerly, text.decided(consent.by, consent.at.slice(0, 10), consent.reason)] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
