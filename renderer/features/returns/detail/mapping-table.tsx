import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import { mappingText } from '../../../../shared/text/ui/mapping-text.ts';
import { returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { RowWords } from '../importing/import-state.ts';

type Mapping = NonNullable<PreviewFile['mapping']>;
type MappingRow = Mapping['rows'][number];

/** Setting rows right by hand (人工对应): what has been said, and what is done with what is said now. */
export interface RowSetting {
  readonly rows: RowWords | undefined;
  readonly onRows: (rows: RowWords) => void;
}

export interface MappingTableProps extends RowSetting {
  readonly mapping: Mapping;
  readonly onOpenOriginal: (sheet: string, cell: string) => void;
}

/**
 * 对应关系: what each row of a table of the office's own is in the form of the unit, and how surely. A row is set right by the name of another row; the file is
 * then read anew.
 */
export function MappingTable({ mapping, rows, onRows, onOpenOriginal }: MappingTableProps): ReactElement {
  const before: RowWords = rows ?? new Map<string, string | null>();
  const [said, setSaid] = useState(before);
  const changed = mapping.rows.filter(({ key }) => said.get(key) !== before.get(key)).length;
  const say = (row: MappingRow, choice: string | undefined): void => {
    const next = new Map(said);
    if (choice === undefined) next.delete(row.key);
    else next.set(row.key, choice === SKIPPED ? null : choice);
    setSaid(next);
  };
  return (
    <div className="returns-value-table">
      <p className="muted">{mappingText.hint}</p>
      <DataTable<MappingRow>
        label={mappingText.tab(mapping.rows.length)}
        columns={columnsOf(mapping, said, say)}
        rows={mapping.rows}
        rowKey={({ sheet, cell }) => `${sheet} ${cell}`}
        onRowActivate={({ sheet, cell }) => onOpenOriginal(sheet, cell)}
        extra={
          <Button type="primary" size="small" disabled={changed === 0} onClick={() => onRows(said)}>
            {mappingText.apply(changed)}
          </Button>
        }
      />
    </div>
  );
}

/** Stands for 不取 in the list; no row of a form has this id. */
const SKIPPED = '-';

const OPEN: readonly MappingRow['state'][] = ['unknown', 'unclear', 'differs'];

function columnsOf(
  { choices }: Mapping,
  said: RowWords,
  say: (row: MappingRow, choice: string | undefined) => void,
): readonly DataColumn<MappingRow>[] {
  const nameOf = new Map(choices.map(({ rowId, name }) => [rowId, name]));
  const meant = ({ key, rowId, state }: MappingRow): string | null => {
    const word = said.get(key);
    if (word !== undefined) return word ?? SKIPPED;
    return state === 'skipped' ? SKIPPED : rowId;
  };
  const options = [{ value: SKIPPED, label: mappingText.skip }, ...choices.map(({ rowId, name }) => ({ value: rowId, label: name }))];
  return [
    { key: 'text', title: mappingText.columns.text, text: ({ text }) => text, filter: 'search', width: 220 },
    {
      key: 'row',
      title: mappingText.columns.row,
      text: (row) => nameOf.get(meant(row) ?? '') ?? (meant(row) === SKIPPED ? mappingText.skip : ''),
      filter: 'search',
      render: (row) => (
        <span role="presentation" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
          <Select
            className="returns-row-choice"
            size="small"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear={said.has(row.key)}
            options={options}
            value={meant(row)}
            placeholder={mappingText.choose}
            aria-label={mappingText.chooseOf(row.text)}
            popupMatchSelectWidth={false}
            onChange={(choice: string | undefined) => say(row, choice)}
          />
        </span>
      ),
    },
    {
      key: 'state',
      title: mappingText.columns.state,
      text: (row) => mappingText.states[row.state](row.likeness ?? 0),
      filter: 'values',
      width: 150,
      render: (row) => (
        <StateTag state={OPEN.includes(row.state) ? 'warning' : 'info'} text={mappingText.states[row.state](row.likeness ?? 0)} />
      ),
    },
    { key: 'place', title: mappingText.columns.place, text: ({ sheet, cell }) => returnsText.place(sheet, cell), width: 130 },
  ];
}
