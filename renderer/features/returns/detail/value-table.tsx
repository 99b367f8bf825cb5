import { Segmented } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import { typedMarkText } from '../../../../shared/text/typed-text.ts';
import { typedPageText } from '../../../../shared/text/ui/typed-page-text.ts';
import { detailText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { changeOf, isFirstReturn, type PreviewValue } from './value-change.ts';

export interface ValueTableProps {
  readonly file: Pick<PreviewFile, 'values' | 'airDays' | 'typed'>;
  /** What the two columns of values are called, where they are not this time's and the last. */
  readonly titles?: { readonly value: string; readonly last: string };
  /** Of one version, with nothing beside it and nothing said of that. */
  readonly alone?: boolean;
  readonly onOpenOriginal: (sheet: string, cell: string) => void;
}

/** The values of a return beside those of the return before; what differs is marked with a word and a colour. */
export function ValueTable({ file, titles, alone = false, onOpenOriginal }: ValueTableProps): ReactElement {
  const first = isFirstReturn(file);
  const changed = useMemo(() => file.values.filter((value) => value.changed), [file]);
  const [onlyChanged, setOnlyChanged] = useState(changed.length > 0);
  const rows = onlyChanged ? changed : file.values;
  const all = COLUMNS.map((column) => titledBy(column, alone ? { value: detailText.columns.alone, last: '' } : titles));
  const columns = first ? all.filter((column) => !COMPARING.includes(column.key)) : all;
  const { typed } = file;
  return (
    <div className="returns-value-table">
      {first && !alone ? <p className="muted">{detailText.first}</p> : null}
      {!first && changed.length === 0 ? <p className="muted">{detailText.unchanged}</p> : null}
      {file.airDays === 0 ? null : <p className="muted">{detailText.air(file.airDays)}</p>}
      <DataTable<PreviewValue>
        label={detailText.values(rows.length)}
        columns={typed === undefined ? columns : [...columns, originColumn(typedMarkText(typed))]}
        rows={rows}
        rowKey={(value) => `${value.rowId} ${value.field}`}
        rowClass={(value) => (value.changed ? 'returns-value-changed' : '')}
        onRowActivate={(value) => onOpenOriginal(value.sheet, value.cell)}
        extra={
          first || changed.length === 0 ? null : (
            <Segmented
              size="small"
              value={onlyChanged ? 'changed' : 'all'}
              onChange={(choice) => setOnlyChanged(choice === 'changed')}
              options={[
                { value: 'changed', label: detailText.onlyChanged(changed.length) },
                { value: 'all', label: detailText.allValues(file.values.length) },
              ]}
            />
          )
        }
      />
    </div>
  );
}

/** 手工录入 beside each value; one that is gone was not typed. */
const originColumn = (mark: string): DataColumn<PreviewValue> => ({
  key: 'origin',
  title: typedPageText.origin,
  text: (value) => (value.value === '' ? '' : mark),
  width: 132,
});

const titledBy = (column: DataColumn<PreviewValue>, titles: ValueTableProps['titles']): DataColumn<PreviewValue> =>
  titles === undefined || (column.key !== 'value' && column.key !== 'last') ? column : { ...column, title: titles[column.key] };

const COMPARING = ['last', 'change'];

const NUMBER = /^-?[\d,.]+$/;

const figure = (text: string): ReactElement => (
  <span className={NUMBER.test(text) ? 'returns-value-number' : 'returns-value-text'}>{text}</span>
);

const COLUMNS: readonly DataColumn<PreviewValue>[] = [
  { key: 'place', title: detailText.columns.place, text: (value) => returnsText.place(value.sheet, value.cell), width: 116 },
  { key: 'name', title: detailText.columns.name, text: (value) => value.name, filter: 'search' },
  { key: 'column', title: detailText.columns.column, text: (value) => value.column.split('\n')[0] ?? '', filter: 'values', width: 96 },
  {
    key: 'value',
    title: detailText.columns.value,
    text: (value) => value.value,
    width: '24%',
    render: (value) => (value.value === '' ? <span className="muted">{detailText.removed}</span> : figure(value.value)),
  },
  {
    key: 'last',
    title: detailText.columns.last,
    text: (value) => value.last ?? '',
    width: '20%',
    render: (value) => (value.last === null ? returnsText.none : figure(value.last)),
  },
  { key: 'unit', title: detailText.columns.unit, text: (value) => value.unit, width: 84, sortable: false },
  {
    key: 'change',
    title: detailText.columns.change,
    text: (value) => detailText.changes[changeOf(value)],
    filter: 'values',
    width: 76,
    render: (value) => (value.changed ? <span className="returns-value-change">{detailText.changes[changeOf(value)]}</span> : ''),
  },
];
