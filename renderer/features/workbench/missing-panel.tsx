import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../shared/contract/returns.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useRoute } from '../../work/routes.ts';
import { kindsOf } from '../../work/unit-kinds.ts';
import { Panel } from '../../ui/page.tsx';

/** Who has not reported yet, and who reported late. */
export function MissingPanel({ units }: { readonly units: readonly UnitStatus[] }): ReactElement {
  const { href } = useRoute();
  const missing = units.filter((unit) => unit.state === 'missing' || unit.state === 'empty');
  const late = units.filter((unit) => unit.state === 'late').map((unit) => workbenchText.lateUnit(unit.name, unit.reportedOn ?? ''));
  const groups = [
    ...kindsOf(missing).map((group) => ({
      title: workbenchText.missingGroup(group.kindName, group.units.length),
      names: group.units.map((unit) => unit.name),
    })),
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
