import { exact, isDecimalText } from '../../numbers/decimal.ts';
import { measuresOf, rowsOf } from '../../plan/statements.ts';
import { printedNeighbours, readTypedTarget } from '../../plan/typed-target.ts';
import { matchUnit } from '../../plan/unit-names.ts';
import type { Unit } from '../../plan/unit-schema.ts';
import { answerFieldOf, answerTitle } from '../../returns/layout-columns.ts';
import { layoutReturn } from '../../returns/layout.ts';
import { parseAnswer } from '../../returns/parse-cell.ts';
import { type CellIssue, issue } from '../../returns/reading.ts';
import type { LayoutRow } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import { type Change, type ChangeProblem, JUDGED_FIELDS } from './changes.ts';
import { type WeightedRow, weightedRows } from './weights.ts';

export type ChangeReading =
  | { readonly ok: true; readonly change: Change; /** What the form would remark on the value. */ readonly issues: readonly CellIssue[] }
  | { readonly ok: false; readonly problem: ChangeProblem };

/**
 * Reads one supposed change as it is typed: UNIT/ROW/FIELD=V (unit by name or id, field in the words of the form, V as the form's cells are read, blank
 * for a cell without a value), weight:ROW=N (before ROW the kind of unit where two tables have the row), target:MEASURE=V (≤31, 30～35, 待定).
 */
export function readChange(text: string, input: ScoreInput): ChangeReading {
  const found = /^(?<left>[^=＝]+)[=＝](?<value>.*)$/su.exec(text.trim())?.groups;
  const [left, value] = [found?.['left']?.trim() ?? '', found?.['value']?.trim() ?? ''];
  const special = /^(?<word>weight|target|权重|分值|目标)[:：](?<name>.+)$/u.exec(left)?.groups;
  if (special?.['name'] !== undefined) {
    const name = special['name'].trim();
    return special['word'] === 'target' || special['word'] === '目标'
      ? readTargetChange(name, value, input)
      : readWeight(name, value, input);
  }
  const [unit, row, field, ...rest] = left.split(/[/／]/u).map((part) => part.trim());
  if (unit === undefined || row === undefined || field === undefined || rest.length > 0) return problem('WHATIF_FORM', { change: text });
  return readCell(unit, row, field, value, input);
}

const problem = (code: ChangeProblem['code'], params: ChangeProblem['params']): ChangeReading => ({ ok: false, problem: { code, params } });

const listed = (names: Iterable<string>): string => [...new Set(names)].join('、');

function readCell(unitText: string, rowText: string, fieldText: string, raw: string, input: ScoreInput): ChangeReading {
  const { plan, year } = input;
  const unit = plan.units.find(({ id }) => id === unitText) ?? matchUnit(plan, unitText);
  if (unit === null) return problem('WHATIF_UNIT', { unit: unitText, known: listed(plan.units.map(({ name }) => name)) });
  const rows = judgedRows(unit, input);
  const named = rowNamed(rows, rowText);
  if (named.length === 0) return problem('WHATIF_ROW', { unit: unit.name, row: rowText, known: listed(rows.map(({ rowId }) => rowId)) });
  const field = JUDGED_FIELDS.find((one) => one === answerFieldOf(fieldText));
  const row = field === undefined ? undefined : named.find(({ answers }) => answers[field] !== undefined);
  const spec = field === undefined ? undefined : row?.answers[field];
  if (field === undefined || row === undefined || spec === undefined) {
    const known = listed(named.flatMap(({ answers }) => JUDGED_FIELDS.filter((one) => answers[one] !== undefined).map(answerTitle)));
    return problem('WHATIF_FIELD', { unit: unit.name, row: rowText, field: fieldText, known });
  }
  const reading = parseAnswer({ type: 'text', text: raw }, spec, { date1904: false, year, formula: false });
  const [first] = reading.issues;
  if (reading.value === null && first !== undefined)
    return problem('WHATIF_VALUE', {
      ...first.params,
      cell: `${unit.name}/${row.rowId}/${answerTitle(field)}`,
      text: raw,
      finding: first.code,
    });
  return {
    ok: true,
    change: { kind: 'cell', unitId: unit.id, rowId: row.rowId, field, value: reading.value, raw },
    issues: [...reading.issues, ...settledIssues(row.rowId, input)],
  };
}

/** 上级认定 counts in place of what is reported: a change of the report changes nothing. */
function settledIssues(measureId: string, { plan, settled }: ScoreInput): CellIssue[] {
  const held = settled?.get(measureId);
  const measure = measuresOf(plan).find(({ id }) => id === measureId);
  if (held === undefined || measure === undefined) return [];
  return [issue('WHATIF_SETTLED', { measure: `${measure.id} ${measure.name}`, value: held.value, document: held.document })];
}

/** Rows of the unit's form with a field that bears on a score. */
const judgedRows = (unit: Unit, { plan, adopted }: ScoreInput): LayoutRow[] =>
  layoutReturn(plan, '', unit, { air: false, adopted })
    .sheets.flatMap((sheet) => sheet.rows)
    .filter(({ answers }) => JUDGED_FIELDS.some((field) => answers[field] !== undefined));

/** The row of that id, and the only figure that it has, so that it need not be named by its own id. */
function rowNamed(rows: readonly LayoutRow[], id: string): LayoutRow[] {
  const own = rows.filter(({ rowId }) => rowId === id);
  const figures = rows.filter(({ parent, rowId }) => parent === id && rowId !== id);
  return figures.length === 1 ? [...own, ...figures] : own;
}

function readWeight(name: string, value: string, { scheme, plan }: ScoreInput): ChangeReading {
  const [qualifier, rowText] = /[/／]/u.test(name) ? name.split(/[/／]/u, 2).map((part) => part.trim()) : [null, name];
  const kinds = plan.unitKinds.filter((kind) => qualifier !== null && (kind.id === qualifier || kind.name === qualifier));
  const rows = weightedRows(scheme).filter(
    ({ table }) => qualifier === null || kinds.some((kind) => (table === 'air' ? kind.air : kind.leads)),
  );
  const row = rows.find(({ rowId }) => rowId === rowText);
  if (row === undefined) {
    // A row that shares its part equally with others is there, only without points of its own.
    const shared = rowsOf(plan).some(({ id }) => id === rowText) ? 'true' : 'false';
    return problem('WHATIF_WEIGHT_ROW', { row: name, shared, known: listed(rows.map(({ rowId }) => rowId)) });
  }
  const points = value.normalize('NFKC').replace(/分$/u, '').trim();
  const max = maxOf(row, { scheme });
  if (!isDecimalText(points) || exact(points).isNegative() || exact(points).gt(max))
    return problem('WHATIF_WEIGHT', { row: name, value, max });
  return { ok: true, change: { kind: 'weight', row, points }, issues: [] };
}

const maxOf = ({ table }: WeightedRow, { scheme }: Pick<ScoreInput, 'scheme'>): string =>
  table === 'air' ? scheme.town.air.max : scheme.district.annex1.max;

function readTargetChange(name: string, value: string, { plan, adopted, year }: ScoreInput): ChangeReading {
  const measure = measuresOf(plan).find(({ id }) => id === name) ?? onlyMeasure(plan, name);
  if (measure === undefined) return problem('WHATIF_MEASURE', { measure: name, known: listed(measuresOf(plan).map(({ id }) => id)) });
  const [present, own] = [adopted.get(measure.id)?.target, measure.targets[String(year)]];
  const known = [...[present, own].flatMap((target) => target ?? []), ...printedNeighbours(measure, year)];
  const read = readTypedTarget(value, measure, known);
  if (!read.ok) return problem('TARGET_INVALID', { measure: `${measure.id} ${measure.name}`, text: value, ...read.fault });
  return { ok: true, change: { kind: 'target', measureId: measure.id, target: read.target }, issues: read.remarks };
}

/** The figure of a row that has only one. */
function onlyMeasure(plan: ScoreInput['plan'], rowId: string) {
  const [measure, ...more] = rowsOf(plan).find(({ id }) => id === rowId)?.measures ?? [];
  return more.length === 0 ? measure : undefined;
}
