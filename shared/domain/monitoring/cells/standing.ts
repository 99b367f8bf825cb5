import { typedText } from '../../returns/cell-text.ts';
import type { CellLookup } from '../../tables/formula-result.ts';
import type { RawValue } from '../../tables/raw-workbook.ts';
import { type GridRow, keyOf } from '../grid.ts';
import type { Notices } from '../notices.ts';
import type { TablePlan } from '../plan-table.ts';
import type { ConcentrationUnit, Field } from '../types.ts';
import { countsAsShown } from '../value-looks.ts';
import type { CommentReader } from './comments.ts';
import { formulaStands, isChanging } from './formulas.ts';

interface Reader {
  readonly plan: TablePlan;
  readonly notices: Notices;
  readonly edition: number;
  readonly comments: CommentReader;
  readonly lookup: CellLookup;
}

interface Looked {
  readonly row: GridRow;
  readonly column: number;
  readonly place: { readonly sheet: string; readonly key: number; readonly column: string };
  readonly field: Field;
  readonly unit: ConcentrationUnit | null;
  /** The cell holds no value, or a mark that says so. */
  readonly missing: boolean;
}

/** Whether a cell says what it seems to: as it looks, as its formula was computed, and by the comment on it. What does not is named. */
export function stands(reader: Reader, cell: RawValue | undefined, looked: Looked): boolean {
  const { plan, notices, edition } = reader;
  const { row, column, place, field, unit, missing } = looked;
  if (edition >= 4 && cell !== undefined && plan.grid.covering(row.row, column) !== undefined) {
    notices.cell('MONITOR_VALUE_MERGED', place, { text: typedText(cell, false) });
    return false;
  }
  const unresolved = edition < 5 || cell !== undefined ? undefined : plan.grid.unresolved.get(place.key);
  if (unresolved !== undefined) {
    notices.cell('MONITOR_FORMULA_HELD', place, { formula: unresolved, reason: 'empty' });
    return false;
  }
  if (edition < 4 || missing || cell === undefined) return true;
  const look = row.look(column);
  if (look !== null && !countsAsShown({ look, place, field, unit, edition }, typedText(cell, false), notices)) return false;
  if (edition < 5) return true;
  if (look?.formula !== undefined && !formulaStands(look.formula, cell, reader.lookup, place, notices)) return false;
  return standsCommented(reader, place);
}

function standsCommented({ comments, notices }: Reader, place: Looked['place']): boolean {
  const comment = comments.of(place.key);
  if (comment === null) return true;
  notices.cell(comment.held ? 'MONITOR_COMMENT_HELD' : 'MONITOR_COMMENT', place, { text: comment.text, of: 'value' });
  return !comment.held;
}

/** A comment on the day or the place of a row speaks of its values, and a day that changes with every opening is none. */
export function isRowHeld({ plan, comments, notices, edition }: Reader, given: GridRow): boolean {
  if (edition < 5) return false;
  const { row } = given;
  const { place, station, date, hour } = plan.keys;
  let held = false;
  for (const key of [place, station, date, hour]) {
    if (key === null) continue;
    const at = { sheet: plan.grid.name, key: keyOf(row, key.column), column: key.title };
    const formula = given.look(key.column)?.formula ?? '';
    if (isChanging(formula)) {
      notices.cell('MONITOR_FORMULA_HELD', at, { formula, reason: 'changes' });
      held = true;
    }
    const comment = comments.of(at.key);
    if (comment === null) continue;
    notices.cell(comment.held ? 'MONITOR_COMMENT_HELD' : 'MONITOR_COMMENT', at, { text: comment.text, of: 'row' });
    held ||= comment.held;
  }
  return held;
}
