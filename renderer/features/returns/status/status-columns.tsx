import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { UNIT_STATES } from '../../../../shared/domain/reporting/unit-state.ts';
import { receiptText, unitMarkTexts } from '../../../../shared/text/reporting-text.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { returnsText, statusText } from '../../../../shared/text/ui/returns-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { CountCell } from '../detail/count-cell.tsx';

/** In the words of the interface 缺数据 is "missing"; a unit that has not reported has a word of its own. */
export const shownState = ({ state }: Pick<UnitStatus, 'state'>): ShownState => (state === 'missing' ? 'notReported' : state);

const reported = (unit: UnitStatus, text: string): string => (unit.state === 'missing' ? '' : text);

/** Errors and what is on hold have columns of their own, and so has a receipt that nobody has recorded. */
const marksOf = (unit: UnitStatus): string[] => unitMarkTexts({ ...unit, errors: 0, held: 0, number: null });

function Marks({ unit }: { readonly unit: UnitStatus }): ReactElement {
  return (
    <span className="returns-marks">
      {marksOf(unit).map((text) => (
        <StateTag
          key={text}
          state={text.startsWith(stateWords.late) ? 'late' : text.startsWith(stateWords.extended) ? 'extended' : 'warning'}
          text={text}
        />
      ))}
    </span>
  );
}

const receivedText = ({ number, receipt }: UnitStatus): string =>
  number === null ? '' : receipt === null ? statusText.unregistered : receiptText(receipt);

type CountKey = 'errors' | 'held' | 'warnings';

const countColumn = (key: CountKey, severity: 'error' | 'warning', level?: 'B'): DataColumn<UnitStatus> => ({
  key,
  title: statusText.columns[key],
  text: (unit) => reported(unit, String(unit[key])),
  sortValue: (unit) => unit[key],
  sum: (units) => String(units.reduce((sum, unit) => sum + unit[key], 0)),
  align: 'right',
  width: key === 'held' ? 84 : 72,
  ...(level === undefined ? {} : { level }),
  render: (unit) => (unit.state === 'missing' ? '' : <CountCell count={unit[key]} severity={severity} />),
});

const STATE: DataColumn<UnitStatus> = {
  key: 'state',
  title: statusText.columns.state,
  text: (unit) => stateWords[shownState(unit)],
  filter: 'values',
  width: 96,
  render: (unit) => <StateTag state={shownState(unit)} />,
};

const WHEN: readonly DataColumn<UnitStatus>[] = [
  {
    key: 'sent',
    title: statusText.columns.sent,
    text: (unit) => (unit.sent === null ? '' : receiptText(unit.sent)),
    sortValue: (unit) => unit.sent?.on ?? null,
    width: 150,
    level: 'C',
  },
  {
    key: 'received',
    title: statusText.columns.received,
    text: receivedText,
    sortValue: (unit) => unit.receipt?.on ?? null,
    width: 150,
    render: (unit) => (unit.receipt === null ? <span className="muted">{receivedText(unit)}</span> : receivedText(unit)),
  },
  {
    key: 'reportedOn',
    title: statusText.columns.reportedOn,
    text: (unit) => reported(unit, unit.reportedOn ?? statusText.noDate),
    sortValue: (unit) => unit.reportedOn,
    width: 108,
    level: 'B',
  },
  { key: 'due', title: statusText.columns.due, text: (unit) => unit.due ?? '', sortValue: (unit) => unit.due, width: 104 },
];

export const statusColumns: readonly DataColumn<UnitStatus>[] = [
  {
    key: 'unit',
    title: statusText.columns.unit,
    text: (unit) => unit.name,
    filter: 'search',
    level: 'answers',
    render: (unit) => <strong>{unit.name}</strong>,
  },
  STATE,
  {
    key: 'marks',
    title: statusText.columns.marks,
    text: (unit) => marksOf(unit).join('，'),
    width: 130,
    render: (unit) => <Marks unit={unit} />,
  },
  ...WHEN,
  {
    key: 'version',
    title: statusText.columns.version,
    text: (unit) => (unit.version === null ? '' : returnsText.version(unit.version)),
    sortValue: (unit) => unit.version,
    width: 84,
    level: 'C',
  },
  {
    key: 'answers',
    title: statusText.columns.answers,
    text: (unit) => reported(unit, String(unit.answers)),
    sortValue: (unit) => (unit.state === 'missing' ? null : unit.answers),
    sum: (units) => String(units.reduce((sum, { answers }) => sum + answers, 0)),
    align: 'right',
    width: 72,
  },
  countColumn('errors', 'error'),
  countColumn('held', 'warning'),
  countColumn('warnings', 'warning', 'B'),
];

/** Worst first: who has sent nothing, then an empty workbook, then in the order in which a return goes; within it by errors and warnings. */
export const worstFirst = (units: readonly UnitStatus[]): UnitStatus[] =>
  units.toSorted(
    (one, other) =>
      UNIT_STATES.indexOf(one.state) - UNIT_STATES.indexOf(other.state) || other.errors - one.errors || other.warnings - one.warnings,
  );
