import { Button, Spin } from 'antd';
import type { ReactElement } from 'react';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { detailText } from '../../../../shared/text/ui/returns-text.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SheetView } from '../../../ui/sheet-view.tsx';
import { useOriginal } from '../original/use-original.ts';
import { cellCaption, excerptOf, marksOf } from './finding-place.ts';

export interface CellExcerptProps {
  /** Null where the file could not even be read. */
  readonly sha256: string | null;
  readonly finding: Finding;
  /** Drawn on their cells, that one among them. */
  readonly findings: readonly Finding[];
  readonly onOpenOriginal: (sheet: string, cell: string) => void;
}

/** The cell of a finding among its neighbours, with the heading of its column and the name of its row. */
export function CellExcerpt({ sha256, finding, findings, onOpenOriginal }: CellExcerptProps): ReactElement {
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
      <div className="returns-excerpt">
        {cell === null ? (
          <SheetView sheet={original.data} marks={marksOf(findings, sheet)} />
        ) : (
          <SheetView sheet={original.data} focus={cell} pick={excerptOf(original.data, cell)} marks={marksOf(findings, sheet)} />
        )}
      </div>
      {cell === null ? null : (
        <div>
          <Button onClick={() => onOpenOriginal(sheet, cell)}>{detailText.openOriginal}</Button>
        </div>
      )}
    </>
  );
}
