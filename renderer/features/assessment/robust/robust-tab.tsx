import { Segmented } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { contestedText, sensitivityText } from '../../../../shared/text/sensitivity-text.ts';
import { robustText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { useWork } from '../../../work/work-context.tsx';
import { type RowName, rowNames } from '../row-names.ts';
import { Waiting } from '../waiting.tsx';
import { gradesInOrder, isStable, type Sensitivity } from './grade-order.ts';
import { robustColumns } from './robust-columns.tsx';

const PERCENTS = ['5', '10', '20'] as const;

/** 稳健性: how far places and grades can move, and the one cell that would change a grade. */
export function RobustTab(): ReactElement {
  const { year } = useWork();
  const [percent, setPercent] = useState<string>('10');
  const found = useCall('assessment.sensitivity', { year, percent });
  const scored = useCall('assessment.score', { year });
  const names = useMemo(() => (scored.data === undefined ? null : rowNames(scored.data.result)), [scored.data]);
  return (
    <div className="assessment">
      <div className="tab-bar">
        <span className="robust-percent">
          <span>{robustText.percent}</span>
          <Segmented
            aria-label={robustText.percent}
            value={percent}
            onChange={setPercent}
            options={PERCENTS.map((one) => ({ value: one, label: robustText.percentOption(one) }))}
          />
        </span>
      </div>
      <FailureAlert failure={found.error ?? scored.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Waiting words={robustText.computing} /> : null}
      {found.data === undefined || names === null ? null : <Robust found={found.data} names={names} />}
    </div>
  );
}

function Robust({ found, names }: { readonly found: Sensitivity; readonly names: RowName }): ReactElement {
  const grades = useMemo(() => gradesInOrder(found), [found]);
  return (
    <>
      {kindsOf(found.units).map(({ kindName, units }) => {
        const reported = units.filter((unit) => unit.reported);
        return (
          <DataTable
            key={kindName}
            title={robustText.ofKind(kindName)}
            columns={robustColumns({ grades, places: reported.length, names })}
            rows={units.toSorted((one, other) => Number(isStable(one)) - Number(isStable(other)) || (other.place ?? 0) - (one.place ?? 0))}
            rowKey={({ subjectId }) => subjectId}
            countText={(shown) => robustText.stable(shown.filter((unit) => unit.reported && isStable(unit)).length, shown.length)}
          />
        );
      })}
      <Panel title={sensitivityText.contestedTargets}>
        {found.contested.length === 0 ? <p className="muted">{sensitivityText.noContested}</p> : null}
        <ul>
          {found.contested.map((one) => (
            <li key={one.statement}>{contestedText(one)}</li>
          ))}
        </ul>
      </Panel>
      <p className="muted">{sensitivityText.method(found.percent)}</p>
    </>
  );
}
