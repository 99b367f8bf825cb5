import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { standingOf } from '../../../shared/domain/plan/conflict-standing.ts';
import type { Conflict, Statement } from '../../../shared/domain/plan/conflict-types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { adoptionRuleText, statementYearText } from '../../../shared/text/conflict-text.ts';
import { dateText } from '../../../shared/text/report-text.ts';
import { basisText, conflictText, demandText } from '../../../shared/text/ui/plan-text.ts';
import { DecisionForm } from './decision-form.tsx';

export interface ConflictBodyProps {
  readonly plan: Plan;
  readonly conflict: Conflict;
  readonly year: number;
  readonly decisions: MethodOutput<'plan.conflicts'>['decisions'];
}

/** All statements of one subject side by side, what holds, and the form. */
export function ConflictBody({ plan, conflict, year, decisions }: ConflictBodyProps): ReactElement {
  const { columns } = conflictText;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const differing = new Set(conflict.differences.flatMap((difference) => difference.statements));
  return (
    <div className="conflict-body">
      <table className="statement-table">
        <thead>
          <tr>
            {[columns.mark, columns.place, columns.quote, columns.year, columns.demand, columns.basis, columns.scope, columns.units].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {conflict.statements.map((statement) => (
            <tr key={statement.id} className={differing.has(statement.id) ? '' : 'statement-other'}>
              <td>
                <Mark conflict={conflict} statement={statement} year={year} />
              </td>
              <td>{statement.place}</td>
              <td className="statement-quote">“{statement.quote}”</td>
              <td>{statementYearText(statement.year)}</td>
              <td>{demandText(statement)}</td>
              <td>{basisText(statement.basis)}</td>
              <td>{statement.scope ?? ''}</td>
              <td>{statement.leadUnits.map((id) => names.get(id) ?? id).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {conflict.adopted === null ? null : <p>{conflictText.rule(adoptionRuleText(conflict.adopted.rule, plan))}</p>}
      {decisions.map((decision) => (
        <p key={decision.decidedAt}>{conflictText.decision(decision.decidedBy, dateText(decision.decidedAt), decision.reason)}</p>
      ))}
      <DecisionForm conflict={conflict} year={year} />
    </div>
  );
}

function Mark({
  conflict,
  statement,
  year,
}: {
  readonly conflict: Conflict;
  readonly statement: Statement;
  readonly year: number;
}): ReactElement | null {
  const standing = standingOf(conflict, statement, year);
  if (standing === 'adopted') return <span className="statement-adopted">{conflictText.winning}</span>;
  return standing === 'losing' ? <span className="statement-losing">{conflictText.losing}</span> : null;
}
