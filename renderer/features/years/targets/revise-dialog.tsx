import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { Field } from '../../../ui/field.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { useWork } from '../../../work/work-context.tsx';
import { isLocked } from '../../../work/years.ts';
import { newLine, type Revision, type RevisionLine, revisionsOf, wrongLines } from './revise-draft.ts';
import { ReviseLines } from './revise-lines.tsx';

export interface ReviseDialogProps {
  readonly rows: readonly TargetRow[];
  /** Measure that stands ready. */
  readonly measure: string;
  readonly onClose: () => void;
}

/** 修订目标: what a document sets, from when, and what that does to targets and scores before it is stored. */
export function ReviseDialog({ rows, measure, onClose }: ReviseDialogProps): ReactElement {
  const { year, years } = useWork();
  const revise = useCommand('targets.revise');
  const [lines, setLines] = useState<readonly RevisionLine[]>(() => [newLine(0, rows, measure, year)]);
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const revisions = wrongLines(lines) === null ? revisionsOf(lines) : null;
  const wrong = document.trim() === '' ? targetsText.documentMissing : from === null ? targetsText.fromMissing : wrongLines(lines);
  const open = years.flatMap((known) => (known.state === null || isLocked(known.state) ? [] : [known.year]));
  return (
    <DecisionDialog
      title={targetsText.reviseTitle}
      confirm={targetsText.reviseConfirm}
      blocked={wrong}
      done={targetsText.reviseDone}
      width={WIDTH}
      decide={async (reason) => {
        if (revisions !== null && from !== null) await revise.mutateAsync({ revisions, document: document.trim(), from, reason });
      }}
      onClose={onClose}
    >
      <div className="revise-document">
        <Field label={targetsText.document}>
          {(ids) => (
            <Input
              {...ids}
              value={document}
              maxLength={60}
              placeholder={targetsText.documentPlaceholder}
              onChange={(event) => setDocument(event.target.value)}
            />
          )}
        </Field>
        <DateInput label={targetsText.from} value={from} year={year} onChange={setFrom} />
      </div>
      <ReviseLines rows={rows} years={open} lines={lines} onChange={setLines} />
      {revisions === null ? <p className="muted">{targetsText.previewHint}</p> : <Effect revisions={revisions} from={from} />}
    </DecisionDialog>
  );
}

const WIDTH = 1080;

/** Of a document whose day is not written yet as if it held from the first day of the first year. */
function Effect({ revisions, from }: { readonly revisions: readonly Revision[]; readonly from: string | null }): ReactElement {
  const first = Math.min(...revisions.map(({ year }) => year));
  const asked = useSettled(JSON.stringify({ revisions, from: from ?? `${first}-01-01` }));
  const effect = useCall('targets.preview', JSON.parse(asked) as { revisions: Revision[]; from: string }, { keepPrevious: true });
  return <EffectView effect={effect} />;
}
