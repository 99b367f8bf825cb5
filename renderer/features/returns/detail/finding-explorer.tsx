import { type ReactElement, useMemo, useState } from 'react';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { detailText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { CellExcerpt } from './cell-excerpt.tsx';
import { FindingList } from './finding-list.tsx';
import { byGravity, sentenceOf } from './finding-place.ts';

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
        <CellExcerpt sha256={sha256} finding={chosen} findings={ordered} onOpenOriginal={onOpenOriginal} />
      </section>
    </div>
  );
}
