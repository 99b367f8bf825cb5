import { Button, Spin } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { detailText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SheetView } from '../../../ui/sheet-view.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useOriginal } from '../original/use-original.ts';
import { FindingList } from './finding-list.tsx';
import { byGravity, cellCaption, marksOf, nameColumn, sentenceOf } from './finding-place.ts';

export interface FindingExplorerProps {
  /** Null where the file could not even be read. */
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
  readonly onOpenOriginal: (sheet: string, cell: string) => void;
}

/** Findings of one return on the left, the chosen one's cell among its neighbours on the right. */
export function FindingExplorer({ sha256, findings, onOpenOriginal }: FindingExplorerProps): ReactElement {
  const ordered = useMemo(() => byGravity(findings), [findings]);
  const [selected, setSelected] = useState(0);
  const chosen = ordered[Math.min(selected, ordered.length - 1)];
  if (chosen === undefined) return <EmptyState title={detailText.noFindings} hint={detailText.noFindingsHint} />;
  return (
    <div className="returns-finding-explorer">
      <FindingList findings={ordered} selected={ordered.indexOf(chosen)} onSelect={setSelected} />
      <section className="returns-finding-here" aria-label={detailText.nearby}>
        <p className="returns-finding-chosen">
          <StateTag state={chosen.severity} /> <strong>{returnsText.place(chosen.sheet, chosen.cell)}</strong>
        </p>
        <p>{sentenceOf(chosen)}</p>
        <Surroundings sha256={sha256} finding={chosen} findings={ordered} onOpenOriginal={onOpenOriginal} />
      </section>
    </div>
  );
}

/** Rows above and below the cell: enough to recognise the place. */
const AROUND = 3;

interface SurroundingsProps extends FindingExplorerProps {
  readonly finding: Finding;
}

function Surroundings({ sha256, finding, findings, onOpenOriginal }: SurroundingsProps): ReactElement {
  const { sheet, cell } = finding;
  const original = useOriginal(sheet === null ? null : sha256, sheet);
  if (sheet === null || sha256 === null) return <p className="muted">{detailText.wholeFile}</p>;
  if (original.isPending) return <Spin size="small" />;
  if (original.isError) return <FailureAlert failure={original.error} onRetry={() => void original.refetch()} />;
  const caption = cell === null ? null : cellCaption(original.data, cell);
  return (
    <>
      {caption === null ? null : (
        <dl className="returns-finding-caption">
          {caption.row === null ? null : (
            <div>
              <dt>{detailText.row}</dt>
              <dd>{caption.row}</dd>
            </div>
          )}
          {caption.column === null ? null : (
            <div>
              <dt>{detailText.column}</dt>
              <dd>{caption.column}</dd>
            </div>
          )}
        </dl>
      )}
      <div className={`returns-held-${nameColumn(original.data)}`}>
        {cell === null ? (
          <SheetView sheet={original.data} marks={marksOf(findings, sheet)} />
        ) : (
          <SheetView sheet={original.data} focus={cell} around={AROUND} marks={marksOf(findings, sheet)} />
        )}
      </div>
      {cell === null ? null : <Button onClick={() => onOpenOriginal(sheet, cell)}>{detailText.openOriginal}</Button>}
    </>
  );
}
