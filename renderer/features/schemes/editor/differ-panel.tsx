import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Raw } from '../../../../shared/domain/schemes/base/records.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { SchemeVersion } from '../scheme-state.tsx';
import { Waiting } from '../waiting.tsx';
import { ChangeLines } from './change-lines.tsx';
import type { MeasureNames } from './titles.ts';

export interface DifferPanelProps {
  readonly id: string;
  /** What is compared: the draft, or the version as it is. */
  readonly data: Raw;
  readonly number: number;
  readonly changed: boolean;
  readonly versions: readonly SchemeVersion[];
  readonly names: MeasureNames;
}

/** 与第 1 版逐条比较; of an unchanged version with the first, of a draft also with its own. */
export function DifferPanel({ id, data, number, changed, versions, names }: DifferPanelProps): ReactElement | null {
  const others = versions.filter((version) => changed || version.number !== number);
  const [chosen, setChosen] = useState<number | null>(null);
  const other = chosen ?? others[0]?.number ?? null;
  const differ = useCall('schemes.differ', { id, number: other ?? number, data }, { enabled: other !== null });
  if (other === null) return null;
  return (
    <Panel
      title={text.differTitle(other)}
      extra={
        others.length < 2 ? null : (
          <Select
            size="small"
            aria-label={text.differWith}
            value={other}
            onChange={setChosen}
            options={others.map((version) => ({ value: version.number, label: schemesPageText.version(version.number) }))}
          />
        )
      }
    >
      <FailureAlert failure={differ.error} onRetry={() => void differ.refetch()} />
      {differ.isPending ? <Waiting /> : null}
      {differ.data === undefined ? null : differ.data.comparable ? (
        differ.data.changes.length === 0 ? (
          <p>{text.differNone}</p>
        ) : (
          <ChangeLines changes={differ.data.changes} names={names} />
        )
      ) : (
        <p className="muted">{text.differUncomparable}</p>
      )}
    </Panel>
  );
}
