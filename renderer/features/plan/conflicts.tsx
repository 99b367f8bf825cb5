import { Collapse } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { Conflict } from '../../../shared/domain/plan/conflict-types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { adoptionRuleText, conflictKindText } from '../../../shared/text/conflict-text.ts';
import { conflictText, demandText } from '../../../shared/text/ui/plan-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ConflictBody } from './conflict-body.tsx';

export interface ConflictsProps {
  readonly plan: Plan;
  readonly conflicts: MethodOutput<'plan.conflicts'>;
  /** Subject to unfold. */
  readonly at: string | null;
}

/** Where the plan contradicts itself: both quotes, what holds, by which rule, and the form to decide otherwise. */
export function Conflicts({ plan, conflicts, at }: ConflictsProps): ReactElement {
  const [open, setOpen] = useState<readonly string[]>(at === null ? [] : [at]);
  useEffect(() => {
    if (at === null) return;
    setOpen((before) => (before.includes(at) ? before : [...before, at]));
    document.getElementById(panelId(at))?.scrollIntoView({ block: 'start' });
  }, [at]);
  if (conflicts.conflicts.length === 0) return <EmptyState title={conflictText.empty} />;
  const numbers = displacingFirst(conflicts.conflicts.filter((conflict) => conflict.grade === 'numbers'));
  const leads = conflicts.conflicts.filter((conflict) => conflict.grade === 'leads');
  const displaced = conflicts.conflicts.filter(displaces).length;
  return (
    <div className="conflicts">
      <p className="muted">{conflictText.intro(numbers.length, leads.length, displaced)}</p>
      {[
        { title: conflictText.numbers, group: numbers },
        { title: conflictText.leads, group: leads },
      ]
        .filter(({ group }) => group.length > 0)
        .map(({ title, group }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <Collapse
              size="small"
              activeKey={[...open]}
              onChange={(keys) => setOpen([...open.filter((key) => !group.some((conflict) => conflict.id === key)), ...keys])}
              items={group.map((conflict) => ({
                key: conflict.id,
                id: panelId(conflict.id),
                label: <ConflictLine plan={plan} conflict={conflict} year={conflicts.year} />,
                children: (
                  <ConflictBody
                    plan={plan}
                    conflict={conflict}
                    year={conflicts.year}
                    decisions={conflicts.decisions.filter((decision) => decision.subject === conflict.id)}
                  />
                ),
              }))}
            />
          </section>
        ))}
    </div>
  );
}

const panelId = (subject: string): string => `conflict-${subject}`;

/** A target of the year had to give way to another one. */
export const displaces = (conflict: Conflict): boolean => (conflict.adopted?.losing.length ?? 0) > 0;

const displacingFirst = (conflicts: readonly Conflict[]): Conflict[] =>
  conflicts.toSorted((one, other) => Number(displaces(other)) - Number(displaces(one)));

function ConflictLine({ plan, conflict, year }: { readonly plan: Plan; readonly conflict: Conflict; readonly year: number }): ReactElement {
  const kinds = [...new Set(conflict.differences.map((difference) => conflictKindText(difference.kind)))].join('、');
  const adopted = conflict.statements.find((statement) => statement.id === conflict.adopted?.statement);
  return (
    <span className="conflict-line">
      <strong>{conflict.title}</strong>
      <span className="muted">{kinds}</span>
      <span className={displaces(conflict) ? 'conflict-adopted conflict-displacing' : 'conflict-adopted'}>
        {adopted === undefined ? conflictText.adoptedNone(year) : conflictText.adopted(year, demandText(adopted), adopted.place)}
        {displaces(conflict) && conflict.adopted !== null ? `，${adoptionRuleText(conflict.adopted.rule, plan)}` : ''}
      </span>
    </span>
  );
}
