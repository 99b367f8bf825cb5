import type { ReactElement } from 'react';
import { dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { POLLUTANT_ORDER } from '../monitoring-types.ts';
import { type IaqiStep, isMaximum, stepWords } from './iaqi-words.ts';

const { columns } = dayText;

/** The 分指数 of every pollutant with the numbers put in. */
export function IaqiTable({ steps }: { readonly steps: readonly IaqiStep[] }): ReactElement {
  const ordered = POLLUTANT_ORDER.flatMap((pollutant) => steps.filter((step) => step.pollutant === pollutant));
  return (
    <section className="day-part">
      <DataTable<IaqiStep> title={dayText.steps} columns={columnsOf(steps)} rows={ordered} rowKey={(step) => step.pollutant} />
      <p className="muted">{dayText.formula}</p>
    </section>
  );
}

const columnsOf = (steps: readonly IaqiStep[]): readonly DataColumn<IaqiStep>[] => [
  {
    key: 'pollutant',
    title: columns.pollutant,
    text: (step) => stepWords(step).name,
    sortable: false,
    width: 76,
    render: (step) => <strong>{stepWords(step).name}</strong>,
  },
  { key: 'exact', title: columns.exact, text: (step) => stepWords(step).exact, sortable: false, align: 'right', width: 110 },
  {
    key: 'rounded',
    title: columns.rounded,
    text: (step) => stepWords(step).rounded,
    sortable: false,
    align: 'right',
    width: 88,
    render: (step) => <span title={monitoringText.units[step.pollutant]}>{stepWords(step).rounded}</span>,
  },
  { key: 'breakpoints', title: columns.breakpoints, text: (step) => stepWords(step).breakpoints, sortable: false, width: 84 },
  { key: 'iaqiRange', title: columns.iaqiRange, text: (step) => stepWords(step).iaqiRange, sortable: false, width: 96 },
  { key: 'calculation', title: columns.calculation, text: (step) => stepWords(step).calculation, sortable: false },
  {
    key: 'iaqi',
    title: columns.iaqi,
    text: (step) => stepWords(step).iaqi,
    sortable: false,
    align: 'right',
    width: 84,
    render: (step) =>
      isMaximum(step, steps) ? (
        <strong>
          {dayText.maximum} {stepWords(step).iaqi}
        </strong>
      ) : (
        stepWords(step).iaqi
      ),
  },
  { key: 'valid', title: columns.valid, text: (step) => stepWords(step).valid, sortable: false, align: 'right', width: 92 },
  { key: 'clause', title: columns.clause, text: (step) => step.clause, sortable: false, width: 72 },
];
