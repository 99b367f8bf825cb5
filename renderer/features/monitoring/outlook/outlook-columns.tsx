import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';
import { demandWords, type OutlookLine, soFarWords, type TargetOutlook, targetWords } from './outlook-words.ts';

const { columns } = outlookText;

const LOOKS = {
  met: 'met',
  secured: 'met',
  missed: 'unmet',
  impossible: 'unmet',
  possible: 'info',
  noData: 'missing',
} as const satisfies Record<TargetOutlook['state'], ShownState>;

/** One line for each place and target. */
export const OUTLOOK_COLUMNS: readonly DataColumn<OutlookLine>[] = [
  {
    key: 'place',
    title: columns.place,
    text: ({ row }) => row.name,
    filter: 'values',
    width: 120,
    render: ({ row }) => (row.kind === 'district' ? <strong>{row.name}</strong> : row.name),
  },
  {
    key: 'measure',
    title: columns.measure,
    text: ({ target }) => outlookText.measures[target.target.measure],
    filter: 'values',
    width: 150,
  },
  { key: 'target', title: columns.target, text: ({ target }) => targetWords(target.target), sortable: false, width: 86 },
  { key: 'soFar', title: columns.soFar, text: ({ target }) => soFarWords(target), sortable: false, width: 150 },
  {
    key: 'state',
    title: columns.state,
    text: ({ target }) => outlookText.states[target.state],
    filter: 'values',
    width: 112,
    render: ({ target }) => <StateTag state={LOOKS[target.state]} text={outlookText.states[target.state]} />,
  },
  { key: 'demand', title: columns.demand, text: ({ row, target }) => demandWords(target, row.outlook.remainingDays), sortable: false },
  numbers('elapsed', columns.days, 80, ({ row }) => row.outlook.elapsedDays),
  numbers('remaining', columns.remaining, 80, ({ row }) => row.outlook.remainingDays),
];
