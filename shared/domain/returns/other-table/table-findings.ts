import { type Finding, finding, type FindingParams } from '../../findings.ts';
import { plainText, typedText } from '../cell-text.ts';
import { answerTitle, rowName } from '../layout-columns.ts';
import type { WorkbookContext } from '../read-rows.ts';
import type { LayoutRow } from '../types.ts';
import { cellsOf, isAnswer, type TableColumn } from './find-table.ts';
import type { MappedTable } from './map-tables.ts';
import type { RoutedRow } from './routes.ts';

const idText = (row: LayoutRow): string => row.fixed['id'] ?? row.rowId;

/** Which row of the table is which of the form and how surely, what could be none or several, and what the form asks for beyond the table. */
export function tableFindings(mapped: MappedTable, routed: readonly RoutedRow[], { file, date1904, year }: WorkbookContext): Finding[] {
  const { table, matched, open, skipped } = mapped;
  const place = (cell: string) => ({ file, sheet: table.raw.name, cell });
  const raw = (text: string): string => plainText(text).slice(0, 60);
  return [
    ...yearColumns(table.columns, year).map(({ address, params }) => finding('TABLE_YEAR_COLUMN', place(address), params)),
    ...matched.map(({ at, row, likeness, chosen }) => {
      const params = { raw: raw(typedText(at.value, date1904)), row: idText(row), name: rowName(row) };
      return chosen
        ? finding('TABLE_ROW_CHOSEN', place(at.address), params)
        : finding('TABLE_ROW', place(at.address), { ...params, likeness });
    }),
    ...open.map(({ at, others, why }) => {
      const params = { raw: raw(typedText(at.value, date1904)) };
      const rows = others.map((row) => `${idText(row)}（${rowName(row)}）`);
      if (why === 'unknown') return finding('TABLE_ROW_UNKNOWN', place(at.address), params);
      if (why === 'unclear') return finding('TABLE_ROW_UNCLEAR', place(at.address), { ...params, rows: rows.join('、') });
      return finding('TABLE_ROW_DIFFERS', place(at.address), { ...params, id: rows.slice(0, -1).join('、'), name: rows.at(-1) ?? '' });
    }),
    ...skipped.map(({ at }) => finding('TABLE_ROW_SKIPPED', place(at.address), { raw: raw(typedText(at.value, date1904)) })),
    ...routed
      .filter(({ absent }) => absent.length > 0)
      .map(({ match, row, absent }) => {
        const params = { row: idText(row), name: rowName(row), columns: absent.map(answerTitle).join('、') };
        return finding('TABLE_ANSWER_ABSENT', place(match.at.address), params);
      }),
    ...targetFindings(mapped, file, date1904),
  ];
}

/** Of columns for several years (分年列) the one that is read, and the titles of those that are not. */
function yearColumns(columns: readonly TableColumn[], year: number): { readonly address: string; readonly params: FindingParams }[] {
  const others = columns.filter((column) => column.year !== null && column.year !== year && column.role === 'other');
  if (others.length === 0) return [];
  const quote = ({ address, text }: TableColumn): string => `${address}“${text}”`;
  return columns
    .filter((column) => isAnswer(column) && !SAYING.has(column.role))
    .map(({ address, text }) => ({ address, params: { column: text, others: others.map(quote).join('、') } }));
}

/** Words beside the figures, which are of no year. */
const SAYING: ReadonlySet<string> = new Set(['progress', 'date', 'status']);

/** Another number in the column of targets than the year's: the figure beside it may be of another year too. */
const targetFindings = ({ table, matched }: MappedTable, file: string, date1904: boolean): Finding[] =>
  matched.flatMap(({ row, cells }) => {
    const [cell] = cellsOf(table, cells, ({ role }) => role === 'target');
    const [expected, shown] = [row.fixed['target'] ?? '', cell === undefined ? '' : typedText(cell.value, date1904)];
    const [own, other] = [numbersOf(expected), numbersOf(shown)];
    if (cell === undefined || own === '' || other === '' || own === other) return [];
    const params = { row: idText(row), name: rowName(row), expected: expected.replaceAll('\n', ' '), found: shown };
    return [finding('TABLE_TARGET_DIFFERS', { file, sheet: table.raw.name, cell: cell.address }, params)];
  });

const numbersOf = (text: string): string => (plainText(text).match(/\d+(?:\.\d+)?/gu) ?? []).map(Number).join(' ');
