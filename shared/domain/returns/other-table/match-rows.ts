import type { RawCell } from '../../tables/raw-workbook.ts';
import { comparableText, typedText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import { relateUnit } from '../quantity-units.ts';
import { IDS_EDITION } from '../reading-edition.ts';
import type { LayoutRow, ReturnLayout } from '../types.ts';
import { cellsOf, type FoundTable, saysAnswer } from './find-table.ts';
import { type Alike, LIKE, likeness, likenessText, MARGIN, namesIn } from './likeness.ts';

/** Likeness of the same name or the same id. */
const WHOLE = 100;

/** A row of the table with the rows of the form that it answers: an item and its only figure stand in one row of a table. */
export interface MatchedRow extends TableRow {
  readonly row: LayoutRow;
  /** 相似度, 0–100. */
  readonly likeness: number;
  /** Whether somebody has said so (人工对应). */
  readonly chosen: boolean;
}

export interface TableRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
  /** The cell with the name, or where the id alone tells the row, with the id. */
  readonly at: RawCell;
}

/** A row with an answer that is no row of the form (`others` blank), or resembles several, or whose id is one row's and whose name another's. */
export interface OpenRow extends TableRow {
  readonly others: readonly LayoutRow[];
  readonly why: 'unknown' | 'unclear' | 'differs';
}

export interface MatchedRows {
  readonly matched: readonly MatchedRow[];
  readonly open: readonly OpenRow[];
  /** Rows that somebody does not want to be read (不取). */
  readonly skipped: readonly TableRow[];
}

/** How rows are recognised: by which edition of the rules, and what somebody has said of single ones. */
export interface Recognition {
  readonly date1904: boolean;
  readonly edition: number;
  readonly compare: Alike;
  /** By the number of the row. */
  readonly chosen: ReadonlyMap<number, LayoutRow | null>;
}

/** Rows of the form that ask for something. */
export const askingRows = (layout: ReturnLayout): LayoutRow[] =>
  layout.sheets
    .filter(({ kind }) => kind === 'indicators' || kind === 'tasks')
    .flatMap(({ rows }) => rows.filter((row) => row.kind !== 'section' && Object.keys(row.answers).length > 0));

/**
 * Rows of a table by id or by the likeness of their names, unit and target with them. Each row of the form is found once: of two that resemble
 * it the one that does so clearly more; where neither does, both stay open. What somebody has said of a row goes before all that.
 */
export function matchRows(table: FoundTable, rows: readonly LayoutRow[], recognition: Recognition): MatchedRows {
  const { date1904, chosen } = recognition;
  const named = rows.map((row) => ({ row, names: namesOf(row) }));
  const claims: MatchedRow[] = [];
  const open: OpenRow[] = [];
  const skipped: TableRow[] = [];
  for (const [number, cells] of table.rows) {
    const first = number <= table.headerRow ? undefined : firstOf(table, cells);
    if (first === undefined) continue;
    const said = chosen.get(number);
    if (said === null) skipped.push({ number, cells, at: first });
    else if (said !== undefined) claims.push({ ...told(table, { number, cells, at: first }, said, date1904), chosen: true });
    else {
      const found = recognised(table, cells, named, recognition);
      const at = found.best === null ? first : told(table, { number, cells, at: first }, found.best.row, date1904).at;
      if (found.best !== null && found.why === null) claims.push({ number, cells, at, ...found.best, chosen: false });
      else if (found.why !== null && saysAnswer(table, cells)) open.push({ number, cells, at, others: found.others, why: found.why });
    }
  }
  return { ...settle(claims, open), skipped };
}

function firstOf(table: FoundTable, cells: ReadonlyMap<number, RawCell>): RawCell | undefined {
  return cellsOf(table, cells, ({ role }) => role === 'name')[0] ?? cellsOf(table, cells, ({ role }) => role === 'number')[0];
}

/** A row of the table as that row of the form, at the cell that tells it. */
function told(table: FoundTable, row: TableRow, form: LayoutRow, date1904: boolean): Omit<MatchedRow, 'chosen'> {
  const names = cellsOf(table, row.cells, ({ role }) => role === 'name');
  return { ...row, at: nameOf(form, names, date1904) ?? row.at, row: form, likeness: WHOLE };
}

interface Recognised {
  readonly best: ScoredRow | null;
  /** Why it is none, or not the best one for sure; null where it is. */
  readonly why: OpenRow['why'] | null;
  readonly others: readonly LayoutRow[];
}

function recognised(
  table: FoundTable,
  cells: ReadonlyMap<number, RawCell>,
  rows: readonly NamedRow[],
  recognition: Recognition,
): Recognised {
  const { byId, byName, all } = scoresOf(table, cells, rows, recognition);
  const strange = recognition.edition < IDS_EDITION ? null : namedOtherwise(byId, byName);
  if (strange !== null) return { best: strange, why: 'differs', others: [...byId, strange].map(({ row }) => row) };
  const scored = all.filter((one) => one.likeness >= LIKE);
  const [best] = scored;
  if (best === undefined) return { best: null, why: 'unknown', others: [] };
  const rivals = rivalsOf(best, scored);
  return { best, why: rivals.length === 0 ? null : 'unclear', others: [best, ...rivals].map(({ row }) => row) };
}

/**
 * Other rows that are hardly less alike; beside the very name or id only those that have it too. An item and its figures are one matter: there the
 * name itself decides.
 */
const rivalsOf = (best: ScoredRow, scored: readonly ScoredRow[]): ScoredRow[] =>
  scored.filter((other) => other !== best && isNear(best, other) && !isFamily(best.row, other.row));

const isFamily = (one: LayoutRow, other: LayoutRow): boolean => one.parent === other.rowId || other.parent === one.rowId;

/** The row that the name clearly is, where the id beside it is another's: nobody can tell which of the two is a slip. */
function namedOtherwise(byId: readonly ScoredRow[], byName: readonly ScoredRow[]): ScoredRow | null {
  const [named] = byName;
  if (byId.length === 0 || named === undefined || named.likeness < LIKE) return null;
  const isOwn = ({ row }: ScoredRow): boolean => byId.some((one) => one.row === row || isFamily(one.row, row));
  return byName.some((other) => isOwn(other) && isNear(named, other)) ? null : named;
}

const isNear = (best: Pick<ScoredRow, 'likeness'>, other: Pick<ScoredRow, 'likeness'>): boolean =>
  best.likeness === WHOLE ? other.likeness === WHOLE : best.likeness - other.likeness < MARGIN;

const moreAlike = (one: ScoredRow, other: ScoredRow): number => other.likeness - one.likeness;

interface ScoredRow {
  readonly row: LayoutRow;
  readonly likeness: number;
}

function settle(claims: readonly MatchedRow[], open: readonly OpenRow[]): Pick<MatchedRows, 'matched' | 'open'> {
  const matched: MatchedRow[] = [];
  const left = [...open];
  for (const [row, of] of Map.groupBy(claims, (claim) => claim.row)) {
    const chosen = of.filter((claim) => claim.chosen);
    const [best, second] = (chosen.length > 0 ? chosen : of).toSorted(moreAlike);
    const sure = best !== undefined && (second === undefined || !isNear(best, second)) ? best : null;
    if (sure !== null) matched.push(sure);
    left.push(...of.filter((claim) => claim !== sure).map((claim) => asOpen(claim, row)));
  }
  const byNumber = (one: { readonly number: number }, other: { readonly number: number }): number => one.number - other.number;
  return { matched: matched.toSorted(byNumber), open: left.toSorted(byNumber) };
}

/** A row that resembles one of the form that another row is. */
export const asOpen = ({ number, cells, at }: MatchedRow, row: LayoutRow): OpenRow => ({
  number,
  cells,
  at,
  others: [row],
  why: 'unclear',
});

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

interface Scores {
  /** Rows whose id stands in the row, wholly alike. */
  readonly byId: readonly ScoredRow[];
  /** All rows by name, unit and target, the most alike first. */
  readonly byName: readonly ScoredRow[];
  /** By both. */
  readonly all: readonly ScoredRow[];
}

function scoresOf(
  table: FoundTable,
  cells: ReadonlyMap<number, RawCell>,
  rows: readonly NamedRow[],
  { date1904, compare }: Recognition,
): Scores {
  const text = (role: string): string[] =>
    cellsOf(table, cells, (column) => column.role === role).map(({ value }) => typedText(value, date1904));
  const ids = new Set([...text('number'), ...text('name')].map(comparableText));
  const names = text('name').map(likenessText);
  const [unit = '', target = ''] = [text('unit')[0], text('target')[0]];
  const byName = rows.map(({ row, names: own }): ScoredRow => {
    const score = Math.max(0, ...names.flatMap((name) => own.map((other) => compare(name, other))));
    if (score === WHOLE || score < LIKE) return { row, likeness: score };
    return { row, likeness: Math.min(WHOLE - 1, Math.max(0, score + bearing(row, unit, target))) };
  });
  const byId = rows.filter(({ row }) => ids.has(comparableText(row.fixed['id'] ?? ''))).map(({ row }) => ({ row, likeness: WHOLE }));
  const all = byName.map((scored) => byId.find(({ row }) => row === scored.row) ?? scored);
  return { byId, byName: byName.toSorted(moreAlike), all: all.toSorted(moreAlike) };
}

/** The same target speaks for a row, another unit against it. */
function bearing({ fixed }: LayoutRow, unit: string, target: string): number {
  const own = fixed['unit'] ?? '';
  const strange = unit !== '' && own !== '' && relateUnit(unit, own).kind === 'other';
  const same = target !== '' && comparableText(target) === comparableText(fixed['target'] ?? '');
  return (same ? 15 : 0) - (strange ? 15 : 0);
}
