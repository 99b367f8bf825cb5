import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createRandom, seedOf } from '../../main/services/samples/random.ts';
import type { ScoreInput } from '../../shared/domain/assessment/context.ts';
import type { Consent } from '../../shared/domain/assessment/types.ts';
import type { StoredAnswer, StoredReturn, TownAir } from '../../shared/domain/assessment/types.ts';
import { adoptTargets } from '../../shared/domain/plan/conflicts.ts';
import type { Item, Plan, Unit } from '../../shared/domain/plan/schema.ts';
import { airUnits } from '../../shared/domain/plan/unit-schema.ts';
import { planForYear, documentOf, type YearPlan } from '../../shared/domain/plan/years/plan-for-year.ts';
import { layoutReturn } from '../../shared/domain/returns/layout.ts';
import type { AnswerCell, AnswerField, LayoutRow, ParsedValue, TaskStatus } from '../../shared/domain/returns/types.ts';
import { type ScoringScheme, scoringSchemeSchema } from '../../shared/domain/assessment/scheme.ts';
import { loadDefaultScheme } from './assessment-plan.ts';
import { loadTestPlan } from './plan.ts';
import { loadSecondPlan } from './templates.ts';

const YEAR = 2024;

let loaded: Plan | null = null;
/** Read once: nobody changes it. */
const realPlan = (): Plan => (loaded ??= loadTestPlan());

const JUDGED: ReadonlySet<AnswerField> = new Set(['numerator', 'denominator', 'increment', 'value', 'status', 'date'] as const);

export interface Made {
  readonly seed: number;
  /** Share of the cells that are filled in, of units that have reported. */
  readonly filled: number;
  /** Share of the units that have reported. */
  readonly reported: number;
}

/** The real plan with made answers: the same seed gives the same year. */
export const madeInput = (made: Made): ScoreInput => inputOf(planForYear([documentOf(realPlan())], YEAR, null), made);

/** The invented district with made answers: four kinds of units, one decimal, other grades. */
export const madeSecond = (made: Made): ScoreInput => ({
  ...inputOf(planForYear([documentOf(secondPlan())], SECOND_YEAR, null), made),
  scheme: secondScheme(),
});

const SECOND_YEAR = 2025;

let second: Plan | null = null;
const secondPlan = (): Plan => (second ??= loadSecondPlan());

const secondScheme = (): ScoringScheme =>
  scoringSchemeSchema.parse(parse(readFileSync(new URL('../fixtures/templates/schemes/linjiang-scoring.yml', import.meta.url), 'utf8')));

/** A district of so many towns, each judged by its air and by `items` items of the list. */
export function madeTowns(towns: number, items: number, made: Made): ScoreInput {
  const base = realPlan();
  const [item] = base.annex3?.items ?? [];
  const [town] = base.units.filter((unit) => unit.kind === 'town');
  if (item === undefined || town === undefined || base.annex3 === null) throw new Error('the real plan has a list and towns');
  const list = Array.from({ length: items }, (_, index) => madeItem(item, index + 1));
  const plan: Plan = {
    ...base,
    units: [
      ...base.units.filter((unit) => unit.kind !== 'town'),
      ...Array.from({ length: towns }, (_, index) => madeTown(town, index + 1)),
    ],
    annex3: { ...base.annex3, items: list },
    reporting: { ...base.reporting, townItems: list.map(({ id }) => ({ item: id, reason: '属地' })) },
  };
  return inputOf(planForYear([documentOf(plan)], YEAR, null), made);
}

/** A few units of the real plan with the rows that they lead or are asked for: small enough to score hundreds of times. */
export function madeSmall(made: Made, departments = 3, towns = 4): ScoreInput {
  const base = realPlan();
  const of = (kind: string, count: number): Unit[] => base.units.filter((unit) => unit.kind === kind).slice(0, count);
  const units = [...of('department', departments), ...of('town', towns)];
  const ids = new Set(units.map(({ id }) => id));
  const led = <Row extends { readonly leadUnits: string[] }>(rows: readonly Row[], most: number): Row[] =>
    rows
      .map((row) => ({ ...row, leadUnits: row.leadUnits.filter((id) => ids.has(id)) }))
      .filter((row) => row.leadUnits.length > 0)
      .slice(0, most);
  const { annex1, annex2, annex3 } = base;
  const plan: Plan = {
    ...base,
    units,
    annex1: { ...annex1, rows: led(annex1.rows, 12) },
    annex2: annex2 === null ? null : { ...annex2, tasks: led(annex2.tasks, 5) },
    annex3: annex3 === null ? null : { ...annex3, items: led(annex3.items, 14) },
  };
  return inputOf(planForYear([documentOf(plan)], YEAR, null), made);
}

const madeItem = ({ leadUnits, leadUnitsPrinted }: Item, number: number): Item => ({
  id: `A3-1.${number}`,
  section: 1,
  number,
  text: `事项${number}`,
  type: 'qualitative',
  leadUnits,
  leadUnitsPrinted,
  responsiblePrinted: '各镇街',
  measures: [],
});

const madeTown = (town: Unit, number: number): Unit => ({
  ...town,
  id: `town-${number}`,
  name: `第${number}镇`,
  aliases: [],
  divisionCode: null,
});

function inputOf(plan: YearPlan, made: Made): ScoreInput {
  const adopted = adoptTargets(plan);
  const returns = plan.units.filter((unit) => random(made, unit.id)() < made.reported).map((unit) => madeReturn(unit, made));
  const reporting = new Set(returns.map(({ unitId }) => unitId));
  const rows = plan.units
    .filter((unit) => reporting.has(unit.id))
    .flatMap((unit) => formRows(unit, { plan, adopted }).map((row) => ({ unit, row })));
  const answers = rows.flatMap(({ unit, row }) => answersOf(unit, row, made));
  const consents = rows.flatMap(({ unit, row }) => consentsOf(unit, row, made));
  const townAir = airUnits(plan).map((unit) => madeAir(unit, made));
  return { plan, scheme: loadDefaultScheme(), year: plan.year, adopted, answers, returns, consents, townAir };
}

/** Rows of a unit's form. */
export const formRows = (unit: Unit, { plan, adopted }: Pick<ScoreInput, 'plan' | 'adopted'>): readonly LayoutRow[] =>
  layoutReturn(plan, 'made', unit, { air: false, adopted }).sheets.flatMap((sheet) => sheet.rows);

const random = ({ seed }: Made, text: string): (() => number) => createRandom(seedOf(seed, text));

function madeReturn({ id, name }: Unit, made: Made): StoredReturn {
  const late = random(made, `${id} late`)() < 0.1;
  return {
    unitId: id,
    file: `${name}.xlsx`,
    sha256: 'a'.repeat(64),
    reportedOn: late ? '2025-01-20' : '2025-01-10',
    reportedOnSource: null,
  };
}

/** Some rows ask for exemption as a whole, and a few cells are in error; everything else is a value or blank. */
function answersOf(unit: Unit, row: LayoutRow, made: Made): StoredAnswer[] {
  const cells = (Object.entries(row.answers) as [AnswerField, AnswerCell][]).filter(([field]) => JUDGED.has(field));
  if (asksExemption(unit, row, made)) {
    const words = cells.filter(([field]) => (row.answers.status === undefined ? field !== 'date' : field === 'status'));
    return words.map(([field]) => madeAnswer(unit, row.rowId, field, exemptValue(field)));
  }
  return cells.flatMap(([field, cell]) => {
    const next = random(made, `${unit.id} ${row.rowId} ${field}`);
    if (next() > made.filled || (!cell.required && next() < 0.5)) return [];
    const value: ParsedValue = next() < 0.02 ? { kind: 'rejected', value: 'NUMBER_VAGUE' } : valueFor(cell, field, next);
    return [madeAnswer(unit, row.rowId, field, value)];
  });
}

const exemptValue = (field: AnswerField): ParsedValue =>
  field === 'status' ? { kind: 'status', value: 'notApplicable' } : { kind: 'notApplicable' };

const asksExemption = (unit: Unit, row: LayoutRow, made: Made): boolean => random(made, `${unit.id} ${row.rowId} exempt`)() < 0.06;

/** The office has consented to most of what was asked, to some of it before consents were asked for. */
function consentsOf(unit: Unit, row: LayoutRow, made: Made): Consent[] {
  const next = random(made, `${unit.id} ${row.rowId} consent`);
  if (!asksExemption(unit, row, made) || next() < 0.4) return [];
  return [{ unitId: unit.id, rowId: row.rowId, reason: '同意', by: '张三', asBefore: next() < 0.3 }];
}

export function madeAnswer(unit: Pick<Unit, 'id' | 'name'>, rowId: string, field: AnswerField, value: ParsedValue): StoredAnswer {
  const raw = value.kind === 'notApplicable' ? '无' : value.kind === 'held' ? '' : value.value;
  const source = {
    file: `${unit.name}.xlsx`,
    sha256: 'a'.repeat(64),
    sheet: '填报',
    cell: `${rowId}!${field}`,
    raw,
    unitId: unit.id,
    field,
  };
  return { unitId: unit.id, rowId, field, value, source };
}

const STATUSES: readonly TaskStatus[] = ['done', 'done', 'done', 'onTrack', 'behind', 'notStarted'];

/** Mostly near the target, so that some meet it and some do not; now and then 0. */
export function valueFor(cell: AnswerCell, field: AnswerField, next: () => number): ParsedValue {
  if (cell.kind === 'status') return { kind: 'status', value: STATUSES[Math.floor(next() * STATUSES.length)] ?? 'done' };
  if (cell.kind === 'date') return { kind: 'date', value: `2024-${next() < 0.5 ? '08' : '11'}-15` };
  if (next() < 0.03) return { kind: 'quantity', value: '0' };
  if (field === 'numerator') return { kind: 'quantity', value: String(Math.floor(60 + next() * 140)) };
  if (field === 'denominator') return { kind: 'quantity', value: String(Math.floor(120 + next() * 80)) };
  const expected = Number(cell.expected ?? '50');
  return { kind: 'quantity', value: (expected * (0.8 + next() * 0.4)).toFixed(cell.decimals ?? 0) };
}

function madeAir({ id }: Unit, made: Made): TownAir {
  const next = random(made, `${id} air`);
  const insufficient = next() < 0.05 ? 'YEAR_DAYS_SHORT' : null;
  return {
    unitId: id,
    pm25Mean: (30 + next() * 15).toFixed(3),
    goodDays: 270 + Math.floor(next() * 80),
    validDays: 360,
    insufficient,
    sources: [],
  };
}
