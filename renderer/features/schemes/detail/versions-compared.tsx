import { Button, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { SchemeClausesView } from '../../../../shared/contract/scheme-clauses.ts';
import { lineDifference, withContext } from '../../../../shared/domain/schemes/base/line-difference.ts';
import { schemeLines } from '../../../../shared/text/scheme/clause-lines.ts';
import { schemeDetailText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { SchemeVersion } from '../scheme-state.tsx';
import { Waiting } from '../waiting.tsx';

export interface VersionsComparedProps {
  readonly id: string;
  /** Two at least, oldest first. */
  readonly versions: readonly SchemeVersion[];
}

/** Two versions in words; it opens on demand. */
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
  const old = useCall('schemes.clauses', { source: { id, number: before } });
  const now = useCall('schemes.clauses', { source: { id, number: after } });
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
      {before === after || old.data === undefined || now.data === undefined ? null : <Difference before={old.data} after={now.data} />}
    </>
  );
}

function Difference({ before, after }: { readonly before: SchemeClausesView; readonly after: SchemeClausesView }): ReactElement {
  const lines = useMemo(() => lineDifference(schemeLines(before), schemeLines(after)), [before, after]);
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
              <span className="line-words">{line.text}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const AROUND = 2;
