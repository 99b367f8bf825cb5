import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../shared/contract/returns.ts';
import { unitStateText } from '../../../shared/text/reporting-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useRoute } from '../../work/routes.ts';
import { kindsOf } from '../../work/unit-kinds.ts';
import { Panel } from '../../ui/page.tsx';

/** 未报 and 空表 are two: the one has sent nothing, the other nothing in it. */
const OWED = ['missing', 'empty'] as const;

/** Who has not reported yet, and who reported late. */
export function MissingPanel({ units }: { readonly units: readonly UnitStatus[] }): ReactElement {
  const { href } = useRoute();
  const late = units
    .filter((unit) => unit.late)
    .map((unit) => workbenchText.lateUnit(unit.name, unit.receipt?.on ?? unit.reportedOn ?? ''));
  const groups = [
    ...OWED.flatMap((state) =>
      kindsOf(units.filter((unit) => unit.state === state)).map((group) => ({
        title: workbenchText.missingGroup(group.kindName, unitStateText(state), group.units.length),
        names: group.units.map((unit) => unit.name),
      })),
    ),
    { title: workbenchText.lateGroup(late.length), names: late },
  ].filter((group) => group.names.length > 0);
  return (
    <Panel title={workbenchText.missing} extra={<a href={href('returns', { tab: 'status' })}>{workbenchText.toReturns}</a>}>
      {groups.length === 0 ? (
        <p className="muted">{workbenchText.missingNone}</p>
      ) : (
        <dl className="missing-groups">
          {groups.map((group) => (
            <div key={group.title}>
              <dt>{group.title}</dt>
              <dd>{group.names.join('、')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
