import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { returnsText, statusText } from '../../../../shared/text/ui/returns-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { CountCell } from '../detail/count-cell.tsx';
import { FileName } from '../detail/file-name.tsx';

/** In the words of the interface 缺数据 is "missing"; a unit that has not reported has a word of its own. */
const shownState = (unit: UnitStatus): ShownState => (unit.state === 'missing' ? 'notReported' : unit.state);

const reported = (unit: UnitStatus, text: string): string => (unit.state === 'missing' ? '' : text);

export const statusColumns: readonly DataColumn<UnitStatus>[] = [
  {
    key: 'unit',
    title: statusText.columns.unit,
    text: (unit) => unit.name,
    filter: 'search',
    level: 'answers',
    render: (unit) => <strong>{unit.name}</strong>,
  },
  { key: 'kind', title: statusText.columns.kind, text: (unit) => unit.kindName, filter: 'values', width: 84, level: 'C' },
  {
    key: 'state',
    title: statusText.columns.state,
    text: (unit) => stateWords[shownState(unit)],
    filter: 'values',
    width: 130,
    render: (unit) => <StateTag state={shownState(unit)} />,
  },
  {
    key: 'reportedOn',
    title: statusText.columns.reportedOn,
    text: (unit) => reported(unit, unit.reportedOn ?? statusText.noDate),
    sortValue: (unit) => unit.reportedOn,
    width: 108,
  },
  {
    key: 'version',
    title: statusText.columns.version,
    text: (unit) => (unit.version === null ? '' : returnsText.version(unit.version)),
    sortValue: (unit) => unit.version,
    width: 84,
    level: 'C',
  },
  {
    key: 'file',
    title: statusText.columns.file,
    text: (unit) => unit.file ?? '',
    filter: 'search',
    width: 320,
    level: 'C',
    render: (unit) => <FileName name={unit.file ?? ''} />,
  },
  {
    key: 'answers',
    title: statusText.columns.answers,
    text: (unit) => reported(unit, String(unit.answers)),
    sortValue: (unit) => (unit.state === 'missing' ? null : unit.answers),
    sum: (units) => String(units.reduce((sum, { answers }) => sum + answers, 0)),
    align: 'right',
    width: 76,
  },
  {
    key: 'errors',
    title: statusText.columns.errors,
    text: (unit) => reported(unit, String(unit.errors)),
    sortValue: (unit) => unit.errors,
    sum: (units) => String(units.reduce((sum, { errors }) => sum + errors, 0)),
    align: 'right',
    width: 76,
    render: (unit) => (unit.state === 'missing' ? '' : <CountCell count={unit.errors} severity="error" />),
  },
  {
    key: 'warnings',
    title: statusText.columns.warnings,
    text: (unit) => reported(unit, String(unit.warnings)),
    sortValue: (unit) => unit.warnings,
    sum: (units) => String(units.reduce((sum, { warnings }) => sum + warnings, 0)),
    align: 'right',
    width: 76,
    render: (unit) => (unit.state === 'missing' ? '' : <CountCell count={unit.warnings} severity="warning" />),
  },
];

/** Worst first: who has sent nothing, then an empty workbook, then by errors and warnings. */
export const worstFirst = (units: readonly UnitStatus[]): UnitStatus[] =>
  units.toSorted(
    (one, other) =>
      SEVERITY.indexOf(other.state) - SEVERITY.indexOf(one.state) || other.errors - one.errors || other.warnings - one.warnings,
  );

/** The worst last. A unit in time is no better than one that was late: both have reported. */
const SEVERITY: readonly UnitStatus['state'][] = ['empty', 'missing'];
