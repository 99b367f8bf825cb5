import { Button, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { schemeDetailText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { SchemeVersion } from '../scheme-state.tsx';
import { Waiting } from '../waiting.tsx';
import { lineDifference, withContext } from './line-difference.ts';

export interface VersionsComparedProps {
  readonly id: string;
  /** Two at least, oldest first. */
  readonly versions: readonly SchemeVersion[];
}

/** Two versions of the file; as it is written for who edits it, it opens on demand. */
export function VersionsCompared(props: VersionsComparedProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={text.compare}
      extra={
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.hideCompare : text.showCompare}
        </Button>
      }
    >
      {open ? <Compared {...props} /> : <p className="muted">{text.compareHint}</p>}
    </Panel>
  );
}

/** Line by line; at first the last two. */
function Compared({ id, versions }: VersionsComparedProps): ReactElement {
  const [before, setBefore] = useState(versions.at(-2)?.number ?? 1);
  const [after, setAfter] = useState(versions.at(-1)?.number ?? 1);
  const old = useCall('schemes.show', { id, number: before });
  const now = useCall('schemes.show', { id, number: after });
  const options = versions.map(({ number }) => ({ value: number, label: schemesPageText.version(number) }));
  return (
    <>
      <div className="compare-choice">
        <Field label={text.before}>{(ids) => <Select {...ids} value={before} onChange={setBefore} options={options} />}</Field>
        <Field label={text.after}>{(ids) => <Select {...ids} value={after} onChange={setAfter} options={options} />}</Field>
      </div>
      <FailureAlert failure={old.error ?? now.error} />
      {before === after ? <p className="muted">{text.chooseTwo}</p> : null}
      {old.isLoading || now.isLoading ? <Waiting /> : null}
      {before === after || old.data === undefined || now.data === undefined ? null : (
        <Difference before={old.data.source} after={now.data.source} />
      )}
    </>
  );
}

function Difference({ before, after }: { readonly before: string | null; readonly after: string | null }): ReactElement {
  const lines = useMemo(() => (before === null || after === null ? null : lineDifference(before, after)), [before, after]);
  if (lines === null) return <p className="muted">{text.noCompare}</p>;
  if (lines.every(({ kind }) => kind === 'kept')) return <p>{text.same}</p>;
  return (
    <ol className="scheme-difference" aria-label={text.compare}>
      {withContext(lines, AROUND).map((line, index) => (
        // Lines have no name of their own, and the same may stand twice.
        // oxlint-disable-next-line react/no-array-index-key -- the list is drawn anew for every comparison
        <li key={index} className={`line-${line.kind}`}>
          {line.kind === 'gap' ? (
            text.kept(line.count)
          ) : (
            <>
              <span className="line-mark">{line.kind === 'kept' ? '' : text[line.kind]}</span>
              <code>{line.text}</code>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const AROUND = 2;
