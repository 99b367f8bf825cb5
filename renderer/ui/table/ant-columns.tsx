import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import type { TableProps } from 'antd';
import type { ReactElement } from 'react';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import { type Arrangement, filterChoices } from '../arrange-rows.ts';
import { lineBelow, type Shown } from '../column-levels.ts';
import { FilterIcon } from '../filter-icon.tsx';
import { SearchFilter } from '../search-filter.tsx';
import { ValuesFilter } from '../values-filter.tsx';
import type { DataColumn } from './data-column.ts';
import type { Line } from './lines.ts';

export interface AntColumnsInput<Row> {
  readonly rows: readonly Row[];
  readonly arrangement: Arrangement;
  readonly shown: Shown<DataColumn<Row>>;
  readonly folded: ReadonlySet<string>;
  onFold(group: string): void;
}

type AntColumn<Row> = NonNullable<TableProps<Line<Row>>['columns']>[number];

/** The columns as antd takes them. The head of a group spans all up to the first that is summed. */
export function antColumns<Row extends object>(input: AntColumnsInput<Row>): AntColumn<Row>[] {
  const { columns } = input.shown;
  const summed = columns.findIndex(({ sum }) => sum !== undefined);
  const span = summed === -1 ? columns.length : Math.max(1, summed);
  return columns.map((column, index) => antColumn(column, index, span, input));
}

function antColumn<Row extends object>(
  column: DataColumn<Row>,
  index: number,
  span: number,
  { rows, arrangement, shown, folded, onFold }: AntColumnsInput<Row>,
): AntColumn<Row> {
  const chosen = [...(arrangement.filters[column.key] ?? [])];
  return {
    key: column.key,
    title: column.title,
    align: column.align ?? 'left',
    className: column.align === 'right' ? 'number-cell' : '',
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortable === false ? {} : { sorter: true, sortOrder: arrangement.sortKey === column.key ? arrangement.direction : null }),
    onCell: (line) => (line.kind === 'data' || index >= span ? {} : { colSpan: index === 0 ? span : 0, className: 'line-head' }),
    render: (_value, line: Line<Row>) => {
      if (line.kind === 'data')
        return (
          <>
            {column.render?.(line.row) ?? column.text(line.row)}
            {column.level === 'answers' ? <SecondLine text={lineBelow(shown.below, line.row)} /> : null}
          </>
        );
      if (index > 0) return column.sum?.(line.rows) ?? '';
      if (line.kind === 'total') return tableText.total(line.rows.length);
      return <GroupHead name={line.name} count={line.rows.length} folded={folded.has(line.name)} onFold={() => onFold(line.name)} />;
    },
    ...filterOf(column, rows, chosen),
  };
}

interface GroupHeadProps {
  readonly name: string;
  readonly count: number;
  readonly folded: boolean;
  readonly onFold: () => void;
}

function GroupHead({ name, count, folded, onFold }: GroupHeadProps): ReactElement {
  const Icon = folded ? CaretRightOutlined : CaretDownOutlined;
  const what = folded ? tableText.unfold(name) : tableText.fold(name);
  return (
    <button type="button" className="group-fold" aria-expanded={!folded} title={what} onClick={onFold}>
      <Icon aria-hidden="true" /> {tableText.group(name, count)}
    </button>
  );
}

const SecondLine = ({ text }: { readonly text: string }): ReactElement | null =>
  text === '' ? null : <span className="second-line">{text}</span>;

function filterOf<Row extends object>(column: DataColumn<Row>, rows: readonly Row[], chosen: string[]): Partial<AntColumn<Row>> {
  if (column.filter === undefined) return {};
  const filteredValue = chosen.length === 0 ? null : chosen;
  const filterIcon = (): ReactElement => <FilterIcon title={column.title} kind={column.filter ?? 'values'} />;
  if (column.filter === 'values') {
    return {
      filterDropdown: (dropdown) => <ValuesFilter title={column.title} choices={filterChoices(rows, column)} {...dropdown} />,
      filterIcon,
      filteredValue,
    };
  }
  return { filterDropdown: (dropdown) => <SearchFilter title={column.title} {...dropdown} />, filterIcon, filteredValue };
}
