import { CopyOutlined } from '@ant-design/icons';
import { Button, Table, type TableProps } from 'antd';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';
import { type Arrangement, arrangeRows, filterChoices, UNARRANGED } from './arrange-rows.ts';
import { copyText } from './clipboard.ts';
import { ColumnChoice } from './column-choice.tsx';
import { type LeveledColumn, lineBelow, type Shown, shownColumns } from './column-levels.ts';
import { FilterIcon } from './filter-icon.tsx';
import { SearchFilter } from './search-filter.tsx';
import { focusedRowAfter } from './row-keys.ts';
import { tsv } from './tsv.ts';
import { useWidth } from './use-width.ts';
import { ValuesFilter } from './values-filter.tsx';
import { useNotice } from './use-notice.tsx';

export interface DataColumn<Row> extends LeveledColumn<Row> {
  /** Numbers belong to the right; they get figures of equal width. */
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly width?: number | string | undefined;
  /** False switches sorting off for this column. */
  readonly sortable?: boolean | undefined;
  render?: ((row: Row) => ReactNode) | undefined;
}

export interface DataTableProps<Row extends object> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly title?: ReactNode;
  /** Name for screen readers where there is no visible title. */
  readonly label?: string;
  onRowActivate?: ((row: Row) => void) | undefined;
  readonly expandable?: TableProps<Row>['expandable'];
  readonly emptyText?: ReactNode;
  readonly loading?: boolean;
  /** Further buttons beside 复制. */
  readonly extra?: ReactNode;
  /** Row that is drawn as chosen. */
  readonly selectedKey?: string | null;
  /** Other words than the number of rows, where a row is not what one counts. */
  countText?: ((shown: readonly Row[]) => string) | undefined;
  /** Class of a row, for example to set apart what counts differently. */
  rowClass?: ((row: Row) => string) | undefined;
}

/** The one table of the product: sort, filter, copy for Excel, keyboard, headers that stay in view. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { columns, rows, rowKey, onRowActivate } = props;
  const width = useWidth();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const visible = useMemo(() => shownColumns<Row, DataColumn<Row>>(columns, width, chosen), [columns, width, chosen]);
  const [arrangement, setArrangement] = useState<Arrangement>(UNARRANGED);
  const [focused, setFocused] = useState<string | null>(null);
  const shown = useMemo(() => arrangeRows(rows, columns, arrangement), [rows, columns, arrangement]);
  const tabStop = shown.some((row) => rowKey(row) === focused) ? focused : keyOfFirst(shown, rowKey);

  return (
    <div className="data-table">
      <TableHead {...props} shown={shown} choice={<ColumnChoice columns={visible.choosable} chosen={chosen} onChoose={setChosen} />} />
      {/* Arrow keys come up from the focused row; the rows themselves are the interactive elements. */}
      <div onKeyDown={focusedRowAfter}>
        <Table<Row>
          aria-label={props.label ?? (typeof props.title === 'string' ? props.title : undefined)}
          size="small"
          dataSource={shown}
          columns={visible.columns.map((column) => antColumn(column, rows, arrangement, visible))}
          {...(columns.some(({ level }) => level === 'answers') ? { tableLayout: 'fixed' as const } : {})}
          rowKey={rowKey}
          loading={props.loading ?? false}
          pagination={shown.length > LONG ? { pageSize: LONG, showSizeChanger: false, size: 'small' } : false}
          showSorterTooltip={false}
          locale={{ emptyText: props.emptyText ?? tableText.empty }}
          rowClassName={(row) =>
            [
              props.rowClass?.(row) ?? '',
              onRowActivate === undefined ? '' : 'row-active',
              props.selectedKey === rowKey(row) ? 'row-selected' : '',
            ].join(' ')
          }
          onRow={(row) => ({
            tabIndex: rowKey(row) === tabStop ? 0 : -1,
            onFocus: () => setFocused(rowKey(row)),
            onClick: (event: MouseEvent) => {
              if (!onControl(event.target)) onRowActivate?.(row);
            },
            onKeyDown: (event: KeyboardEvent) => activateByKey(event, () => onRowActivate?.(row)),
          })}
          onChange={(_pages, filters, sorter) => setArrangement(arrangementOf(filters, sorter))}
          {...(props.expandable === undefined ? {} : { expandable: props.expandable })}
        />
      </div>
    </div>
  );
}

/** More rows than this are shown page by page; sorting, filtering and copying still see all of them. */
const LONG = 200;

interface TableHeadProps<Row extends object> extends DataTableProps<Row> {
  readonly shown: readonly Row[];
  readonly choice: ReactNode;
}

function TableHead<Row extends object>(props: TableHeadProps<Row>): ReactElement {
  const notice = useNotice();
  const copy = async (): Promise<void> => {
    const body = props.shown.map((row) => props.columns.map((column) => column.text(row)));
    const copied = await copyText(tsv([props.columns.map((column) => column.title), ...body]));
    void (copied ? notice.success(tableText.copied(props.shown.length)) : notice.error(tableText.copyFailed));
  };
  return (
    <div className="data-table-head">
      {props.title === undefined ? null : <h2 className="data-table-title">{props.title}</h2>}
      <span className="data-table-count">
        {props.countText?.(props.shown) ?? tableText.rowCount(props.shown.length, props.rows.length)}
      </span>
      <span className="data-table-tools">
        {props.extra}
        {props.choice}
        <Button
          size="small"
          icon={<CopyOutlined aria-hidden="true" />}
          onClick={() => void copy()}
          title={tableText.copyHint}
          disabled={props.shown.length === 0}
        >
          {tableText.copy}
        </Button>
      </span>
    </div>
  );
}

type AntColumn<Row> = NonNullable<TableProps<Row>['columns']>[number];

function antColumn<Row extends object>(
  column: DataColumn<Row>,
  rows: readonly Row[],
  arrangement: Arrangement,
  { below }: Shown<DataColumn<Row>>,
): AntColumn<Row> {
  const chosen = [...(arrangement.filters[column.key] ?? [])];
  return {
    key: column.key,
    title: column.title,
    align: column.align ?? 'left',
    className: column.align === 'right' ? 'number-cell' : '',
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortable === false ? {} : { sorter: true, sortOrder: arrangement.sortKey === column.key ? arrangement.direction : null }),
    render: (_value, row) => (
      <>
        {column.render?.(row) ?? column.text(row)}
        {column.level === 'answers' ? <SecondLine text={lineBelow(below, row)} /> : null}
      </>
    ),
    ...filterOf(column, rows, chosen),
  };
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

type Change<Row> = Parameters<NonNullable<TableProps<Row>['onChange']>>;

function arrangementOf<Row>(filters: Change<Row>[1], sorter: Change<Row>[2]): Arrangement {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  const sortKey = one?.order ? String(one.columnKey) : null;
  const entries = Object.entries(filters).map(([key, values]) => [key, (values ?? []).map(String)] as const);
  return { sortKey, direction: one?.order === 'descend' ? 'descend' : 'ascend', filters: Object.fromEntries(entries) };
}

/** Enter opens the row, or folds it out where rows fold; a button inside the row keeps its own Enter. */
function activateByKey(event: KeyboardEvent, activate: () => void): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
  const fold = event.currentTarget.querySelector('.ant-table-row-expand-icon');
  if (fold instanceof HTMLElement) fold.click();
  activate();
}

const onControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, label, [role="button"]') !== null;

const keyOfFirst = <Row,>(rows: readonly Row[], rowKey: (row: Row) => string): string | null => {
  const first = rows[0];
  return first === undefined ? null : rowKey(first);
};
