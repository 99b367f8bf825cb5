import { Segmented, Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { originalText } from '../../../../shared/text/ui/returns-text.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SheetView } from '../../../ui/sheet-view.tsx';
import { CopyButton } from '../detail/copy-button.tsx';
import { marksOf } from '../detail/finding-place.ts';
import { useOriginal } from './use-original.ts';

export interface OriginalViewProps {
  readonly sha256: string;
  /** Sheet and cell to begin with; null begins with the first sheet. */
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Drawn on their cells. */
  readonly findings: readonly Finding[];
}

/** An original workbook as it was sent: its sheets to choose from, the cell in question outlined, and the proof of its bytes. */
export function OriginalView({ sha256, sheet, cell, findings }: OriginalViewProps): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const shownSheet = chosen ?? sheet;
  const original = useOriginal(sha256, shownSheet);
  if (original.isPending)
    return (
      <div className="returns-original-wait" role="status">
        <Spin size="small" /> {originalText.loading}
      </div>
    );
  if (original.isError) return <FailureAlert failure={original.error} onRetry={() => void original.refetch()} />;
  const { data } = original;
  const marks = marksOf(findings, data.sheet);
  const focused = cell !== null && (sheet === null || data.sheet === sheet) ? cell : null;
  // A hidden sheet that a value came from is not among the visible ones.
  const sheets = data.sheets.includes(data.sheet) ? data.sheets : [...data.sheets, data.sheet];
  return (
    <div className="returns-original">
      <dl className="returns-original-facts">
        <div>
          <dt>{originalText.file}</dt>
          <dd>{data.file}</dd>
        </div>
        {focused === null ? null : (
          <div>
            <dt>{originalText.cell}</dt>
            <dd className="returns-original-cell">{originalText.atCell(data.sheet, focused)}</dd>
          </div>
        )}
        <div>
          <dt>{originalText.hash}</dt>
          <dd>
            <code title={sha256}>{sha256.slice(0, SHOWN_HASH)}…</code> <CopyButton label={originalText.copyHash} text={() => sha256} />
          </dd>
        </div>
      </dl>
      <div className="returns-original-sheets">
        <Segmented aria-label={originalText.sheets} value={data.sheet} onChange={setChosen} options={sheets} />
        <span className="muted">{originalText.marks(marks.length)}</span>
      </div>
      <SheetView sheet={data} marks={marks} {...(focused === null ? {} : { focus: focused })} />
    </div>
  );
}

/** Enough to tell files apart at a glance; the whole one is in the tooltip and on the clipboard. */
const SHOWN_HASH = 16;
