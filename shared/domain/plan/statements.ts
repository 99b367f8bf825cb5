import type { Statement } from './conflict-types.ts';
import { chineseNumeral } from './numerals.ts';
import type { BodyTarget, Indicator, Item, ItemList, Measure, Plan, Task, TaskList } from './schema.ts';
import { printsOperator } from './target.ts';
import type { Target } from './target-schema.ts';
import type { DatedRevision, YearPlan } from './years/plan-for-year.ts';

/**
 * Everything the plan demands, place by place, in printed order: annex 1, 2, 3, then the body. A measure gives one statement for each of
 * its years (so that id and year together are the key); words without a figure give one where they belong to a 目标主题; words that
 * speak of two subjects give one for each.
 *
 * `operator` is null where the print gives a bare number: its direction is then this product's reading, not the plan's word.
 */
export function statementsOf(plan: Plan | YearPlan): Statement[] {
  const { annex1, annex2, annex3 } = plan;
  return [
    ...annex1.rows.flatMap((row, position) => ofIndicator(row, `${annex1.label} 第${position + 1}行`)),
    ...(annex2 === null ? [] : annex2.tasks.flatMap((task) => ofTask(task, annex2))),
    ...(annex3 === null ? [] : annex3.items.flatMap((item) => ofItem(item, annex3))),
    ...plan.bodyTargets.flatMap(ofBodyTarget),
    ...('revisions' in plan ? ofRevisions(plan) : []),
  ];
}

/** Every measure of the plan in printed order. */
export function measuresOf(plan: Plan): Measure[] {
  return rowsOf(plan).flatMap((row) => row.measures);
}

/** Rows of 附件1, 附件2 and the year's list in printed order. */
export const rowsOf = (plan: Pick<Plan, 'annex1' | 'annex2' | 'annex3'>): readonly (Indicator | Task | Item)[] => [
  ...plan.annex1.rows,
  ...(plan.annex2?.tasks ?? []),
  ...(plan.annex3?.items ?? []),
];

/** The measure or row that a statement belongs to, without the year or document that its id may carry (A1-05@2027). */
export const measureOf = (statementId: string): string => statementId.split('@')[0] ?? statementId;

/** Id of each row and measure → the row it stands in. */
export const rowsOfStatements = (plan: Pick<Plan, 'annex1' | 'annex2' | 'annex3'>): ReadonlyMap<string, string> =>
  new Map(rowsOf(plan).flatMap((row) => [row.id, ...row.measures.map((measure) => measure.id)].map((id) => [id, row.id] as const)));

/** 考核年度 for which at least one measure has a target; a year between them (2026) has none of its own. */
export function targetYears(plan: Plan): number[] {
  const years = measuresOf(plan).flatMap((measure) => Object.keys(measure.targets).map(Number));
  return [...new Set(years)].toSorted((left, right) => left - right);
}

/** The first and the last year that the plan speaks of: columns of 附件1, term of 附件2. */
export function planSpan({ annex1, annex2 }: Pick<Plan, 'annex1' | 'annex2'>): { readonly from: number; readonly to: number } {
  const years = [...annex1.years, ...(annex2 === null ? [] : [annex2.fromYear, annex2.toYear])];
  return { from: Math.min(...years), to: Math.max(...years) };
}

type Place = Pick<Statement, 'source' | 'place' | 'leadUnits'>;

function ofIndicator(row: Indicator, printed: string): Statement[] {
  const place: Place = { source: 'annex1', place: printed, leadUnits: row.leadUnits };
  const name = `${row.cumulative ? '＊' : ''}${row.name.replaceAll('\n', '')}`;
  return row.measures.flatMap((measure) => ofMeasure(measure, place, (year) => `${name} ${row.printedTargets[year] ?? ''}`));
}

function ofTask(task: Task, list: TaskList): Statement[] {
  const group = list.groups.findIndex((candidate) => candidate.id === task.group) + 1;
  const place: Place = { source: 'annex2', place: `${list.label} ${chineseNumeral(group)}·${task.number}`, leadUnits: task.leadUnits };
  return [...task.measures.flatMap((measure) => ofMeasure(measure, place, () => task.text)), ...ofWords(task, place, 'standing')];
}

function ofItem(item: Item, { label, year }: ItemList): Statement[] {
  const place: Place = { source: 'annex3', place: `${label} ${chineseNumeral(item.section)}·${item.number}`, leadUnits: item.leadUnits };
  return [...item.measures.flatMap((measure) => ofMeasure(measure, place, () => item.text)), ...ofWords(item, place, year)];
}

function ofMeasure(measure: Measure, place: Place, quoteOf: (year: string) => string): Statement[] {
  return Object.entries(measure.targets).map(([year, target]) => ({
    ...place,
    id: measure.id,
    subject: measure.subject,
    quote: quoteOf(year),
    year: Number(year),
    ...meaning(target),
    unit: measure.unit,
    basis: measure.basis,
    scope: measure.scope ?? null,
  }));
}

/** A bare number has no operator of its own; ranges and words are no number to be compared with one. */
function meaning(target: Target): Pick<Statement, 'operator' | 'value' | 'qualitative' | 'target'> {
  if (target.kind !== 'number') return { operator: null, value: null, qualitative: target.printed === '' ? null : target.printed, target };
  return { operator: printsOperator(target.printed) ? target.operator : null, value: target.value, qualitative: null, target };
}

/** Id of the statement that a revision makes: the measure's own id with the document's number. */
export const revisionId = ({ measure, document }: Pick<DatedRevision, 'measure' | 'document'>): string => `${measure}@文${document}`;

/** The document of such an id; null for the id of any other statement. */
export function documentOfRevision(statement: string): number | null {
  const document = /@文(\d+)(?:@\d+)?$/u.exec(statement)?.[1];
  return document === undefined ? null : Number(document);
}

function ofRevisions(plan: YearPlan): Statement[] {
  const measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
  return plan.revisions.flatMap((revision): Statement[] => {
    const measure = measures.get(revision.measure);
    if (measure === undefined) return [];
    const { target, year, number } = revision;
    return [
      {
        ...meaning(target),
        id: revisionId(revision),
        source: 'revision',
        place: number,
        quote: `${measure.name} ${year}年 ${target.printed}`,
        subject: measure.subject,
        year,
        unit: measure.unit,
        basis: measure.basis,
        scope: null,
        leadUnits: [],
      },
    ];
  });
}

/** The part of a row that is only words. */
function ofWords(row: Task | Item, place: Place, year: Statement['year']): Statement[] {
  if (row.subject === undefined) return [];
  const words = {
    target: null,
    operator: null,
    value: null,
    unit: null,
    basis: null,
    qualitative: row.qualitative ?? null,
    scope: row.scope ?? null,
  };
  return [{ ...place, ...words, id: row.id, subject: row.subject, quote: row.text, year }];
}

function ofBodyTarget(target: BodyTarget): Statement[] {
  const subjects = target.subject === undefined ? [] : [target.subject, ...(target.furtherSubjects ?? [])];
  const place = target.article === 0 ? '正文 一、总体要求' : `正文（${chineseNumeral(target.article)}）`;
  const { id, quote, year, operator, value, unit, basis, qualitative, leadUnits } = target;
  return subjects.map((subject) => ({
    id,
    source: 'body',
    subject,
    place,
    quote,
    year,
    operator,
    value,
    unit,
    basis,
    qualitative,
    scope: target.scope ?? null,
    leadUnits,
    target: null,
  }));
}
