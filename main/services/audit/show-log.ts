import type { LogEntry } from '../../../shared/contract/audit.ts';
import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { measuresOf, rowsOf } from '../../../shared/domain/plan/statements.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { comparableText } from '../../../shared/domain/returns/cell-text.ts';
import { logKindText, logText } from '../../../shared/text/log-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectVersions } from '../../db/queries/register.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import type { ServiceContext } from '../context.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { openYears, readYearPlan } from '../plan/year-plan.ts';
import { type LoggedEvent, type Names, personsOf, type Told } from './logged-event.ts';
import { OTHER_TELLERS, tellByName } from './tell-others.ts';
import { RETURN_TELLERS } from './tell-returns.ts';

const TELLERS = { ...RETURN_TELLERS, ...OTHER_TELLERS };

interface Line extends LogEntry {
  readonly unitId: string | null;
  readonly itemId: string | null;
}

/** 审计记录: what was done, in words, newest first; of one unit, row, person or span where somebody asks for that. */
export function showLog({ work }: ServiceContext, request: MethodInput<'audit.log'>): MethodOutput<'audit.log'> {
  const db = work.handle;
  const plans = openYears(db).map((year) => readYearPlan(db, year).plan);
  const items = itemNames([readWorkPlan(db).plan as YearPlan, ...plans]);
  const names = namesOf(db, items);
  const lines = selectEvents(db).flatMap((event) => linesOf(event, names));
  const wanted = filterOf(db, items, request);
  const entries = lines.filter(wanted).map(({ unitId: _unit, itemId: _item, ...entry }) => entry);
  return { total: lines.length, entries: entries.toReversed() };
}

function linesOf(event: ReturnType<typeof selectEvents>[number], names: Names): Line[] {
  const opened: LoggedEvent = {
    ...event,
    detail: JSON.parse(event.detail) as LoggedEvent['detail'],
    before: parsed(event.before),
    after: parsed(event.after),
  };
  const teller = TELLERS[event.kind];
  const told: readonly Told[] = teller === undefined ? tellByName(opened, logKindText(event.kind), names.scheme) : teller(opened, names);
  return told.map((one) => ({
    id: event.id,
    at: event.at,
    ...personsOf(opened),
    act: one.act,
    object: one.object ?? '',
    year: one.year ?? null,
    unit: one.unitId === undefined || one.unitId === null ? null : names.unit(one.unitId),
    item: one.itemId === undefined || one.itemId === null ? null : names.item(one.itemId),
    before: one.before ?? null,
    after: one.after ?? null,
    reason: one.reason ?? null,
    unitId: one.unitId ?? null,
    itemId: one.itemId ?? null,
  }));
}

const parsed = (value: string | null): unknown => (value === null ? null : (JSON.parse(value) as unknown));

/** Names of rows and figures by id, from every plan of the work. */
function itemNames(plans: readonly YearPlan[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const plan of plans) {
    for (const row of rowsOf(plan)) names.set(row.id, 'name' in row ? row.name : row.text);
    for (const { id, name } of measuresOf(plan)) names.set(id, name);
  }
  return names;
}

function namesOf(db: ReadHandle, items: ReadonlyMap<string, string>): Names {
  const { plan } = readWorkPlan(db);
  const units = new Map(openYears(db).flatMap((year) => readYearPlan(db, year).plan.units.map((unit) => [unit.id, unit.name] as const)));
  for (const unit of plan.units) if (!units.has(unit.id)) units.set(unit.id, unit.name);
  const versions = new Map(selectVersions(db).map((version) => [version.number, version]));
  const schemes = new Map(selectSchemes(db).map(({ id, content }) => [id, titleOf(content) ?? id]));
  return {
    unit: (id) => units.get(id) ?? logText.district,
    item: (id) => items.get(id) ?? items.get(rowOf(id)) ?? null,
    received: (number) => {
      const version = versions.get(number);
      return { unitId: version?.unitId ?? null, text: logText.version(version?.version ?? null, number) };
    },
    scheme: (id) => schemes.get(id) ?? '',
  };
}

/** A figure of a row is called after it: row-a, row@place. */
const rowOf = (id: string): string => id.split('@')[0]?.replace(/-[a-z]$/u, '') ?? id;

function titleOf(content: string): string | null {
  const { title } = JSON.parse(content) as { readonly title?: unknown };
  return typeof title === 'string' ? title : null;
}

function filterOf(
  db: ReadHandle,
  items: ReadonlyMap<string, string>,
  { unit, item, person, from, to }: MethodInput<'audit.log'>,
): (line: Line) => boolean {
  const unitId = unit === undefined ? null : requireUnit(readWorkPlan(db).plan, unit).id;
  const itemIds = item === undefined ? null : idsOf(items, item);
  return (line) =>
    (unitId === null || line.unitId === unitId) &&
    (itemIds === null || (line.itemId !== null && (itemIds.has(line.itemId) || itemIds.has(rowOf(line.itemId))))) &&
    (person === undefined || line.by === person || line.recordedBy === person) &&
    (from === undefined || line.at.slice(0, 10) >= from) &&
    (to === undefined || line.at.slice(0, 10) <= to);
}

function idsOf(items: ReadonlyMap<string, string>, asked: string): ReadonlySet<string> {
  const wanted = comparableText(asked);
  const found = [...items].filter(([id, name]) => comparableText(id) === wanted || comparableText(name) === wanted).map(([id]) => id);
  if (found.length === 0)
    throw new Failure('MEASURE_UNKNOWN', { measure: asked, known: [...items.values()].slice(0, 5).join('、'), count: items.size });
  return new Set(found);
}
