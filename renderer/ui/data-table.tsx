import { Table, type TableProps } from 'antd';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';
import { type Arrangement, arrangeRows, UNARRANGED } from './arrange-rows.ts';
import { ColumnChoice } from './column-choice.tsx';
import { shownColumns } from './column-levels.ts';
import { focusedRowAfter } from './row-keys.ts';
import { antColumns } from './table/ant-columns.tsx';
import type { DataColumn } from './table/data-column.ts';
import { ExportMenu } from './table/export-menu.tsx';
import { type Line, linesOf } from './table/lines.ts';
import { arrangementText, shownTable } from './table/shown-table.ts';
import { useWidth } from './use-width.ts';

export type { DataColumn } from './table/data-column.ts';

/** How rows fold out to what stands below them. */
export interface RowFold<Row> {
  readonly columnTitle: ReactNode;
  readonly expandedRowKeys: readonly string[];
  onExpandedRowsChange(keys: readonly (string | number | bigint)[]): void;
  rowExpandable(row: Row): boolean;
  expandedRowRender(row: Row): ReactNode;
}

export interface DataTableProps<Row extends object> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly title?: ReactNode;
  /** Name for screen readers where there is no visible title. */
  readonly label?: string;
  onRowActivate?: ((row: Row) => void) | undefined;
  readonly expandable?: RowFold<Row>;
  readonly emptyText?: ReactNode;
  readonly loading?: boolean;
  /** Further buttons beside 导出. */
  readonly extra?: ReactNode;
  /** Row that is drawn as chosen. */
  readonly selectedKey?: string | null;
  /** Other words than the number of rows, where a row is not what one counts. */
  countText?: ((shown: readonly Row[]) => string) | undefined;
  /** Class of a row, for example to set apart what counts differently. */
  rowClass?: ((row: Row) => string) | undefined;
  /** Kind under whose head a row stands; the heads fold and carry what their columns sum. */
  groupOf?: ((row: Row) => string) | undefined;
  /** By what the page has chosen these rows; it stands above the exported table. */
  readonly filterText?: string;
  /** False where the page hands the table over as a workbook in a look of its own. */
  readonly excel?: boolean;
}

/** The one table of the product: sort, filter, group, hand over, keyboard, headers that stay in view. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { columns, rows, rowKey, groupOf, onRowActivate } = props;
  const width = useWidth();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const visible = useMemo(() => shownColumns<Row, DataColumn<Row>>(columns, width, chosen), [columns, width, chosen]);
  const [arrangement, setArrangement] = useState<Arrangement>(UNARRANGED);
  const [focused, setFocused] = useState<string | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(NONE_FOLDED);
  const shown = useMemo(() => arrangeRows(rows, columns, arrangement), [rows, columns, arrangement]);
  const summed = columns.some(({ sum }) => sum !== undefined);
  const lines = linesOf({ rows: shown, rowKey, groupOf, folded, summed });
  const tabStop = shown.some((row) => rowKey(row) === focused) ? focused : keyOfFirst(shown, rowKey);
  const fold = (group: string): void =>
    setFolded(new Set(folded.has(group) ? [...folded].filter((name) => name !== group) : [...folded, group]));

  return (
    <div className="data-table">
      <TableHead
        {...props}
        shown={shown}
        arrangement={arrangement}
        choice={<ColumnChoice columns={visible.choosable} chosen={chosen} onChoose={setChosen} />}
      />
      {/* Arrow keys come up from the focused row; the rows themselves are the interactive elements. */}
      <div onKeyDown={focusedRowAfter}>
        <Table<Line<Row>>
          aria-label={props.label ?? (typeof props.title === 'string' ? props.title : undefined)}
          size="small"
          dataSource={lines}
          columns={antColumns({ rows, arrangement, shown: visible, folded, onFold: fold })}
          {...(columns.some(({ level }) => level === 'answers') ? { tableLayout: 'fixed' as const } : {})}
          rowKey={({ key }) => key}
          loading={props.loading ?? false}
          pagination={lines.length > LONG ? { pageSize: LONG, showSizeChanger: false, size: 'small' } : false}
          showSorterTooltip={false}
          locale={{ emptyText: props.emptyText ?? tableText.empty }}
          rowClassName={(line) => classOf(line, props)}
          onRow={(line) =>
            line.kind === 'data'
              ? {
                  tabIndex: line.key === tabStop ? 0 : -1,
                  onFocus: () => setFocused(line.key),
                  onClick: (event: MouseEvent) => {
                    if (!onControl(event.target)) onRowActivate?.(line.row);
                  },
                  onKeyDown: (event: KeyboardEvent) => activateByKey(event, () => onRowActivate?.(line.row)),
                }
              : {}
          }
          onChange={(_pages, filters, sorter) => setArrangement(arrangementOf(filters, sorter))}
          {...(props.expandable === undefined ? {} : { expandable: expandableOf(props.expandable) })}
        />
      </div>
    </div>
  );
}

/** More rows than this are shown page by page; sorting, filtering and copying still see all of them. */
const LONG = 200;

const NONE_FOLDED: ReadonlySet<string> = new Set();

function classOf<Row extends object>(line: Line<Row>, { rowClass, onRowActivate, selectedKey }: DataTableProps<Row>): string {
  if (line.kind !== 'data') return `line-${line.kind}`;
  return [rowClass?.(line.row) ?? '', onRowActivate === undefined ? '' : 'row-active', selectedKey === line.key ? 'row-selected' : ''].join(
    ' ',
  );
}

interface TableHeadProps<Row extends object> extends DataTableProps<Row> {
  readonly shown: readonly Row[];
  readonly arrangement: Arrangement;
  readonly choice: ReactNode;
}

function TableHead<Row extends object>(props: TableHeadProps<Row>): ReactElement {
  const { title, label, columns, rows, rowKey, groupOf, shown, arrangement, filterText = '' } = props;
  const count = props.countText?.(shown) ?? tableText.rowCount(shown.length, rows.length);
  const name = typeof title === 'string' ? title : (label ?? tableText.untitled);
  const exported = () =>
    shownTable({
      title: name,
      about: [filterText, arrangementText(columns, arrangement), count],
      columns,
      // What is folded away on the page is handed over all the same.
      lines: linesOf({ rows: shown, rowKey, groupOf, folded: NONE_FOLDED, summed: columns.some(({ sum }) => sum !== undefined) }),
    });
  return (
    <div className="data-table-head">
      {title === undefined ? null : <h2 className="data-table-title">{title}</h2>}
      <span className="data-table-count">{count}</span>
      <span className="data-table-tools">
        {props.extra}
        {props.choice}
        <ExportMenu
          name={name}
          tables={() => [exported()]}
          disabled={shown.length === 0}
          count={shown.length}
          excel={props.excel ?? true}
        />
      </span>
    </div>
  );
}

function expandableOf<Row>(fold: RowFold<Row>): NonNullable<TableProps<Line<Row>>['expandable']> {
  return {
    columnTitle: fold.columnTitle,
    expandedRowKeys: fold.expandedRowKeys,
    onExpandedRowsChange: (keys) => fold.onExpandedRowsChange(keys),
    rowExpandable: (line) => line.kind === 'data' && fold.rowExpandable(line.row),
    expandedRowRender: (line) => (line.kind === 'data' ? fold.expandedRowRender(line.row) : null),
  };
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
  target instanceof Element && target.closest('button, a, input, label, [role="button"], .ant-select, .ant-select-dropdown') !== null;

const keyOfFirst = <Row,>(rows: readonly Row[], rowKey: (row: Row) => string): string | null => {
  const first = rows[0];
  return first === undefined ? null : rowKey(first);
};
