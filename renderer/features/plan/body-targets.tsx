import { type ReactElement, useMemo } from 'react';
import type { BodyTarget, Plan } from '../../../shared/domain/plan/schema.ts';
import { statementYearText } from '../../../shared/text/conflict-text.ts';
import { articlePlace, basisText, demandText, planText } from '../../../shared/text/ui/plan-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';

/** What the body of the plan demands in numbers or by a date. */
export function BodyTargets({ plan }: { readonly plan: Plan }): ReactElement {
  const columns = useMemo(() => columnsOf(plan), [plan]);
  return <DataTable label={planText.tabs.body} columns={columns} rows={plan.bodyTargets} rowKey={(target) => target.id} />;
}

function columnsOf(plan: Plan): DataColumn<BodyTarget>[] {
  const { bodyColumns } = planText;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  return [
    { key: 'id', title: bodyColumns.id, text: (target) => target.id, width: 72 },
    {
      key: 'place',
      title: bodyColumns.place,
      text: (target) => articlePlace(target.article),
      sortValue: (target) => target.article,
      filter: 'values',
      width: 132,
    },
    { key: 'quote', title: bodyColumns.quote, text: (target) => target.quote, sortable: false, filter: 'search' },
    { key: 'year', title: bodyColumns.year, text: (target) => statementYearText(target.year), filter: 'values', width: 88 },
    { key: 'demand', title: bodyColumns.demand, text: demandText, sortable: false, width: 170 },
    { key: 'basis', title: bodyColumns.basis, text: (target) => basisText(target.basis), filter: 'values', width: 104 },
    {
      key: 'units',
      title: bodyColumns.units,
      text: (target) => target.leadUnits.map((id) => names.get(id) ?? id).join('、'),
      sortable: false,
      filter: 'search',
      width: 210,
    },
  ];
}
