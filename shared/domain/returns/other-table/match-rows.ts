import type { RawCell } from '../../tables/raw-workbook.ts';
import { comparableText, typedText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import { relateUnit } from '../quantity-units.ts';
import type { LayoutRow, ReturnLayout } from '../types.ts';
import { cellsOf, type FoundTable, saysAnswer } from './find-table.ts';
import { type Alike, LIKE, likeness, likenessText, MARGIN, namesIn } from './likeness.ts';

/** Likeness of the same name or the same id. */
const WHOLE = 100;

/** A row of the table with the rows of the form that it answers: an item and its only figure stand in one row of a table. */
export interface MatchedRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
  /** The cell with the name, or where the id alone tells the row, with the id. */
  readonly at: RawCell;
  readonly row: LayoutRow;
  /** 相似度, 0–100. */
  readonly likeness: number;
}

/** A row with an answer that is no row of the form (`others` blank), or resembles several. */
export interface OpenRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
  readonly at: RawCell;
  readonly others: readonly LayoutRow[];
}

export interface MatchedRows {
  readonly matched: readonly MatchedRow[];
  readonly open: readonly OpenRow[];
}

/** Rows of the form that ask for something. */
export const askingRows = (layout: ReturnLayout): LayoutRow[] =>
  layout.sheets
    .filter(({ kind }) => kind === 'indicators' || kind === 'tasks')
    .flatMap(({ rows }) => rows.filter((row) => row.kind !== 'section' && Object.keys(row.answers).length > 0));

/**
 * Rows of a table by id or by the likeness of their names, unit and target with them. Each row of the form is found once: of two that resemble
 * it the one that does so clearly more; where neither does, both stay open.
 */
export function matchRows(table: FoundTable, rows: readonly LayoutRow[], date1904: boolean, compare: Alike = likeness): MatchedRows {
  const named = rows.map((row) => ({ row, names: namesOf(row) }));
  const claims: Claim[] = [];
  const open: OpenRow[] = [];
  for (const [number, cells] of table.rows) {
    if (number <= table.headerRow) continue;
    const names = cellsOf(table, cells, ({ role }) => role === 'name');
    const first = names[0] ?? cellsOf(table, cells, ({ role }) => role === 'number')[0];
    if (first === undefined) continue;
    const scored = scoresOf(table, cells, named, { date1904, compare });
    const [best] = scored;
    const at = best === undefined ? first : (nameOf(best.row, names, date1904) ?? first);
    const rivals = best === undefined ? [] : rivalsOf(best, scored);
    if (best !== undefined && rivals.length === 0) claims.push({ number, cells, at, ...best });
    else if (saysAnswer(table, cells))
      open.push({ number, cells, at, others: best === undefined ? [] : [best, ...rivals].map(({ row }) => row) });
  }
  return settle(claims, open);
}

/**
 * Other rows that are hardly less alike; beside the very name or id only those that have it too. An item and its figures are one matter: there the
 * name itself decides.
 */
const rivalsOf = (best: ScoredRow, scored: readonly ScoredRow[]): ScoredRow[] =>
  scored.filter(
    (other) => other !== best && isNear(best, other) && other.row.parent !== best.row.rowId && best.row.parent !== other.row.rowId,
  );

const isNear = (best: ScoredRow, other: ScoredRow): boolean =>
  best.likeness === WHOLE ? other.likeness === WHOLE : best.likeness - other.likeness < MARGIN;

interface ScoredRow {
  readonly row: LayoutRow;
  readonly likeness: number;
}

type Claim = MatchedRow;

function settle(claims: readonly Claim[], open: readonly OpenRow[]): MatchedRows {
  const matched: MatchedRow[] = [];
  const left = [...open];
  for (const [row, of] of Map.groupBy(claims, (claim) => claim.row)) {
    const [best, second] = of.toSorted((one, other) => other.likeness - one.likeness);
    const sure = best !== undefined && (second === undefined || !isNear(best, second)) ? best : null;
    if (sure !== null) matched.push(sure);
    left.push(...of.filter((claim) => claim !== sure).map(({ number, cells, at }) => ({ number, cells, at, others: [row] })));
  }
  const byNumber = (one: { readonly number: number }, other: { readonly number: number }): number => one.number - other.number;
  return { matched: matched.toSorted(byNumber), open: left.toSorted(byNumber) };
}

interface NamedRow {
  readonly row: LayoutRow;
  readonly names: readonly string[];
}

/** The name whole, and its first line; of an indicator what is counted too. */
const namesOf = (row: LayoutRow): string[] => [...new Set([row.fixed['name'] ?? '', rowName(row)].flatMap(namesIn))];

/** Of several columns of names (重点任务, 年度目标任务) the cell that tells the row. */
const nameOf = (row: LayoutRow, names: readonly RawCell[], date1904: boolean): RawCell | undefined =>
  names.toSorted((one, other) => alike(row, other, date1904) - alike(row, one, date1904))[0];

const alike = (row: LayoutRow, cell: RawCell, date1904: boolean): number =>
  Math.max(0, ...namesOf(row).map((name) => likeness(likenessText(typedText(cell.value, date1904)), name)));

function scoresOf(
  table: FoundTable,
  cells: ReadonlyMap<number, RawCell>,
  rows: readonly NamedRow[],
  { date1904, compare }: { readonly date1904: boolean; readonly compare: Alike },
): ScoredRow[] {
  const text = (role: string): string[] =>
    cellsOf(table, cells, (column) => column.role === role).map(({ value }) => typedText(value, date1904));
  const ids = new Set([...text('number'), ...text('name')].map(comparableText));
  const names = text('name').map(likenessText);
  const [unit = '', target = ''] = [text('unit')[0], text('target')[0]];
  return rows
    .map(({ row, names: own }) => {
      if (ids.has(comparableText(row.fixed['id'] ?? ''))) return { row, likeness: WHOLE };
      const score = Math.max(0, ...names.flatMap((name) => own.map((other) => compare(name, other))));
      if (score === WHOLE || score < LIKE) return { row, likeness: score };
      return { row, likeness: Math.min(WHOLE - 1, Math.max(0, score + bearing(row, unit, target))) };
    })
    .filter((scored) => scored.likeness >= LIKE)
    .toSorted((one, other) => other.likeness - one.likeness);
}

/** The same target speaks for a row, another unit against it. */
function bearing({ fixed }: LayoutRow, unit: string, target: string): number {
  const own = fixed['unit'] ?? '';
  const strange = unit !== '' && own !== '' && relateUnit(unit, own).kind === 'other';
  const same = target !== '' && comparableText(target) === comparableText(fixed['target'] ?? '');
  return (same ? 15 : 0) - (strange ? 15 : 0);
}
