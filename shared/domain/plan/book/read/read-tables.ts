import type { Plan } from '../../schema.ts';
import { SHEET_NAMES } from '../columns.ts';
import { createIds } from '../ids.ts';
import { blankPlan } from '../make/defaults.ts';
import { unitsOfYear } from '../../unit-schema.ts';
import { lineText } from './lines.ts';
import { SAMPLE_MARK } from '../words.ts';
import type { SheetKey } from '../types.ts';
import type { FoundTable } from './find-table.ts';
import { type Notes, onSheet } from './notes.ts';
import { contentOf, isSample } from './plan-rows.ts';
import type { BookRequest } from './request.ts';
import { readHead, readReporting, tellKept } from './read-head.ts';
import { readIndicators } from './read-indicators.ts';
import { readItems, type ReadList } from './read-items.ts';
import { readTasks, yearIn, yearLine } from './read-tasks.ts';
import { readSubjects, readUnitKinds, readUnits, tellKindsInUse, tellRemoved } from './read-units.ts';
import type { TableReading } from './reading.ts';
import { createSubjects } from './subjects.ts';

interface Session {
  readonly tables: ReadonlyMap<SheetKey, FoundTable>;
  readonly request: BookRequest;
  readonly notes: Notes;
  readonly date1904: boolean;
}

type ReadingOf = (table: FoundTable, plan: Plan) => TableReading;

/** The plan that the tables of a workbook make of the one before, and of which of them there is anything. */
export function readTables(session: Session): { readonly plan: Plan; readonly parts: readonly SheetKey[] } {
  const { tables, request, notes } = session;
  const base = request.base ?? { ...blankPlan([], 0), annex3: null };
  const ids = createIds([...request.used, ...givenIds(tables)]);
  const seen = new Map<string, string>();
  const common = { notes, date1904: session.date1904, ids, seen, foreign: request.foreign };
  const named = readNames(session, base, (table, plan) => ({
    ...common,
    table,
    named: plan,
    all: plan,
    subjects: createSubjects({}, ids, notes),
  }));
  const subjects = createSubjects(named.subjects, ids, notes);
  const plan = readAnnexes(session, named, (table, units) => ({ ...common, table, named: { ...named, units }, all: named, subjects }));
  const parts = [...tables.keys()].filter((key) => hasRows(tables.get(key)));
  for (const key of tables.keys()) if (!parts.includes(key)) tellEmpty(session, key, base);
  if (request.base === null) tellMissing(parts, notes);
  return { plan: { ...plan, subjects: subjects.all() }, parts };
}

/** Ids that stand in the workbook are never given to another row of it. */
const givenIds = (tables: Session['tables']): string[] =>
  [...tables.values()].flatMap((table) =>
    table.rows.flatMap((row) => ['id', 'measureId', 'sectionId'].map((column) => row.at(column).text)).filter((id) => id !== SAMPLE_MARK),
  );

/** The plan with what 方案, 单位类别, 单位 and 主题 say. */
function readNames({ tables, request, notes, date1904 }: Session, base: Plan, readingOf: ReadingOf): Plan {
  const head = tables.get('head');
  const context = head === undefined ? null : { table: head, notes, date1904 };
  const plan = context !== null && request.base === null ? { ...base, ...readHead(context, base, request.planId) } : base;
  if (context !== null && request.base !== null) tellKept(context.table, base, context);
  const [kindTable, unitTable, subjectTable] = (['unitKinds', 'units', 'subjects'] as const).map((key) => {
    const table = tables.get(key);
    return hasRows(table) && table !== undefined ? readingOf(table, plan) : null;
  });
  const kinds = kindTable ? readUnitKinds(kindTable) : plan.unitKinds;
  const units = unitTable ? readUnits(unitTable, kinds, plan.district) : plan.units;
  const unitKinds = kindTable ? [...kinds, ...tellKindsInUse(kindTable, plan.unitKinds, kinds, units)] : kinds;
  if (unitTable) tellRemoved(unitTable, base.units, units);
  const subjects = { ...plan.subjects, ...(subjectTable ? readSubjects(subjectTable) : {}) };
  const named = { ...plan, unitKinds, units, subjects };
  if (context === null || request.base !== null) return named;
  return { ...named, reporting: { ...readReporting(context, named), townItems: [] } };
}

/** The plan with what 附件1, 附件2 and 年度事项 say. */
function readAnnexes({ tables, request }: Session, plan: Plan, readingOf: (table: FoundTable, units: Plan['units']) => TableReading): Plan {
  const unitsOf = (year: number | null): Plan['units'] => (year === null ? plan.units : unitsOfYear(plan.units, year));
  const [first, second, list] = (['annex1', 'annex2', 'list'] as const).map((key) => {
    const table = tables.get(key);
    const year = key === 'list' ? (request.listYear ?? (table === undefined ? null : yearIn(lineText(table, 'year')))) : request.asOf;
    return hasRows(table) && table !== undefined ? readingOf(table, unitsOf(year)) : null;
  });
  const annex1 = (first ? readIndicators(first) : null) ?? plan.annex1;
  const annex2 = (second ? readTasks(second, annex1.years) : null) ?? plan.annex2;
  const read = list ? readYearList(list, request) : null;
  const withTasks = { ...plan, annex1, annex2 };
  if (read === null) return withTasks;
  return { ...withTasks, annex3: read.list, reporting: { ...plan.reporting, townItems: read.asked } };
}

function readYearList(reading: TableReading, { listYear }: BookRequest): ReadList | null {
  const { table, notes } = reading;
  const said = yearLine(reading, 'year');
  const line = table.lines.find((one) => one.key === 'year');
  if (said !== null && listYear !== null && said !== listYear)
    notes.add('BOOK_LIST_YEAR_OTHER', line?.cell ?? onSheet(table.sheet), { found: said, expected: listYear });
  const year = listYear ?? said;
  if (year === null) notes.add('BOOK_LIST_YEAR_MISSING', line?.cell ?? onSheet(table.sheet));
  return year === null ? null : readItems(reading, year);
}

/** A sheet of lines has something wherever it stands; a table where a row stands that is no sample. */
function hasRows(table: FoundTable | undefined): boolean {
  if (table === undefined) return false;
  return table.key === 'head' || table.rows.some((row) => !isSample(table, row) && contentOf(table, row).length > 0);
}

/** An empty table is a part that was not given; where the plan has rows of it, that is said. */
function tellEmpty({ tables, request, notes }: Session, key: SheetKey, base: Plan): void {
  const rows = { units: base.units, annex1: base.annex1.rows, annex2: base.annex2?.tasks ?? [], list: base.annex3?.items ?? [] };
  const before = key in rows ? rows[key as keyof typeof rows] : [];
  if (request.base !== null && before.length > 0) notes.add('BOOK_SHEET_EMPTY', onSheet(tables.get(key)?.sheet ?? ''));
}

/** What a new work cannot be made without. */
function tellMissing(parts: readonly SheetKey[], notes: Notes): void {
  for (const key of ['head', 'units', 'annex1'] as const)
    if (!parts.includes(key)) notes.add('BOOK_SHEET_MISSING', { sheet: null, address: null }, { sheet: SHEET_NAMES[key].name });
}
