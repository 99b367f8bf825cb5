import { Failure } from '../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { isDistrictName, matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { readCell, readHappened } from '../../../shared/domain/schemes/trial/cells.ts';
import { columnName } from '../../../shared/domain/schemes/trial/columns.ts';
import { periodName } from '../../../shared/domain/schemes/trial/period-name.ts';
import type { AppliedScheme } from '../scheme-apply/applied-scheme.ts';

/** One supposed figure (假设): of a subject, or of all of them, in one period. */
export interface Supposed {
  /** Null: of everybody. */
  readonly subjectId: string | null;
  readonly period: string;
  /** As the scheme reads it: pm25, pm25.target, manual:tasks. */
  readonly column: string;
  readonly reading: Reading<unknown>;
  /** As it was typed. */
  readonly typed: string;
}

interface Readable {
  readonly plan: YearPlan;
  readonly applied: AppliedScheme;
  /** Periods that are computed; the year alone unless the scheme is by month or quarter. */
  readonly periods: readonly string[];
}

/**
 * Reads one supposed change as it is typed: UNIT/COLUMN=V, UNIT/MEASURE/target=V, target:MEASURE=V or COLUMN=V for everybody; behind UNIT
 * stands @PERIOD where the scheme is computed by periods. Weights are read apart.
 */
export function readSupposed(text: string, readable: Readable): Supposed {
  const found = /^(?<left>[^=＝]+)[=＝](?<value>.*)$/su.exec(text.trim())?.groups;
  const [left, typed] = [found?.['left']?.trim() ?? '', found?.['value']?.trim() ?? ''];
  const special = /^(?<word>target|目标)[:：](?<name>.+)$/u.exec(left)?.groups;
  const columns = readable.applied.scheme.columns;
  const known = columns.join('、');
  if (found === undefined || left === '') throw new Failure('WHATIF_SCHEME_FORM', { change: text, known });
  const parts = special?.['name'] === undefined ? left.split(/[/／]/u).map((part) => part.trim()) : ['', special['name'].trim(), 'target'];
  const [first = '', ...rest] = parts;
  const everybody = special !== undefined || rest.length === 0;
  const [unit = '', period] = everybody ? ['', undefined] : first.split('@').map((part) => part.trim());
  const words = special === undefined && everybody ? [first] : rest;
  const column = columnOf(words, columns, text);
  return {
    subjectId: everybody ? null : subjectOf(unit, readable.plan),
    period: periodOf(period, readable, text),
    column,
    reading: readingOf(column, typed, text),
    typed,
  };
}

const SLOT_WORDS: Readonly<Record<string, string>> = {
  值: 'value',
  完成值: 'value',
  目标: 'target',
  奋斗目标: 'stretch',
  上年: 'lastYear',
  上年同期: 'lastYear',
  上期: 'lastMonth',
  基数: 'base',
  同类平均: 'groupMean',
  限值: 'limit',
  名次: 'place',
};
const KINDS = new Set(['manual', 'param', 'status', 'event']);

/** pm25/target is pm25.target, tasks/manual is manual:tasks. */
function columnOf(words: readonly string[], columns: readonly string[], change: string): string {
  const [name = '', typedSlot = 'value'] = words;
  const slot = SLOT_WORDS[typedSlot] ?? typedSlot;
  const column = columnName(KINDS.has(slot) ? `${slot}:${name}` : slot === 'value' ? name : `${name}.${slot}`);
  const found = columns.find((one) => one === column) ?? columns.find((one) => slot === 'value' && one.endsWith(`:${name}`));
  if (found === undefined || words.length > 2)
    throw new Failure('WHATIF_SCHEME_COLUMN', { change, name: words.join('/'), known: columns.join('、') });
  return found;
}

function subjectOf(name: string, plan: YearPlan): string {
  if (name === DISTRICT || isDistrictName(plan.district, name)) return DISTRICT;
  const unit = plan.units.find(({ id }) => id === name) ?? matchUnit(plan, name);
  if (unit === null) throw new Failure('WHATIF_UNIT', { unit: name, known: plan.units.map((one) => one.name).join('、') });
  return unit.id;
}

function periodOf(text: string | undefined, { plan, periods }: Readable, change: string): string {
  const period = text === undefined ? String(plan.year) : periodName(text);
  if (!periods.includes(period)) throw new Failure('WHATIF_SCHEME_PERIOD', { change, periods: periods.join('、') });
  return period;
}

function readingOf(column: string, typed: string, change: string): Reading<unknown> {
  const refused = (): Failure => new Failure('WHATIF_SCHEME_VALUE', { change, value: typed });
  if (column.startsWith('event:')) {
    const happened = readHappened(typed);
    if (happened === null) throw refused();
    return { kind: 'value', value: happened, sources: [] };
  }
  const cell = readCell(typed.replace(/^[≤≥<>＜＞]/u, ''));
  if (cell.kind === 'blank') return { kind: 'missing', lack: { code: 'blank', params: { column } }, sources: [] };
  if (cell.kind === 'notApplicable' || cell.kind === 'noOccurrence') return { kind: cell.kind, sources: [] };
  if (column.startsWith('status:')) return { kind: 'value', value: typed, sources: [] };
  if (cell.kind !== 'number') throw refused();
  return { kind: 'value', value: cell.value, sources: [] };
}
