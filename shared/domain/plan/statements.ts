import type { Statement } from './conflict-types.ts';
import { chineseNumeral } from './numerals.ts';
import type { BodyTarget, Indicator, Item, Measure, Plan, Task } from './schema.ts';
import { printsOperator } from './target.ts';

/**
 * Everything the plan demands, place by place, in printed order: annex 1, 2, 3, then the body. A measure gives one statement for each of
 * its years (so that id and year together are the key); words without a figure give one where they belong to a 目标主题; words that
 * speak of two subjects give one for each.
 *
 * `operator` is null where the print gives a bare number: its direction is then this product's reading, not the plan's word.
 */
export function statementsOf(plan: Plan): Statement[] {
  return [
    ...plan.annex1.rows.flatMap((row, position) => ofIndicator(row, position + 1)),
    ...plan.annex2.tasks.flatMap((task) => ofTask(task, plan)),
    ...plan.annex3.items.flatMap((item) => ofItem(item, plan.annex3.year)),
    ...plan.bodyTargets.flatMap(ofBodyTarget),
  ];
}

/** Every measure of the plan in printed order. */
export function measuresOf(plan: Plan): Measure[] {
  return [...plan.annex1.rows, ...plan.annex2.tasks, ...plan.annex3.items].flatMap((row) => row.measures);
}

/** 考核年度 for which at least one measure has a target; a year between them (2026) has none of its own. */
export function targetYears(plan: Plan): number[] {
  const years = measuresOf(plan).flatMap((measure) => Object.keys(measure.targets).map(Number));
  return [...new Set(years)].toSorted((left, right) => left - right);
}

type Place = Pick<Statement, 'source' | 'place' | 'leadUnits'>;

function ofIndicator(row: Indicator, line: number): Statement[] {
  const place: Place = { source: 'annex1', place: `附件1 第${line}行`, leadUnits: row.leadUnits };
  const name = `${row.cumulative ? '＊' : ''}${row.name.replaceAll('\n', '')}`;
  return row.measures.flatMap((measure) => ofMeasure(measure, place, (year) => `${name} ${row.printedTargets[year] ?? ''}`));
}

function ofTask(task: Task, plan: Plan): Statement[] {
  const group = plan.annex2.groups.findIndex((candidate) => candidate.id === task.group) + 1;
  const place: Place = { source: 'annex2', place: `附件2 ${chineseNumeral(group)}·${task.number}`, leadUnits: task.leadUnits };
  return [...task.measures.flatMap((measure) => ofMeasure(measure, place, () => task.text)), ...ofWords(task, place, 'standing')];
}

function ofItem(item: Item, year: number): Statement[] {
  const place: Place = { source: 'annex3', place: `附件3 ${chineseNumeral(item.section)}·${item.number}`, leadUnits: item.leadUnits };
  return [...item.measures.flatMap((measure) => ofMeasure(measure, place, () => item.text)), ...ofWords(item, place, year)];
}

function ofMeasure(measure: Measure, place: Place, quoteOf: (year: string) => string): Statement[] {
  return Object.entries(measure.targets).map(([year, target]) => ({
    ...place,
    id: measure.id,
    subject: measure.subject,
    quote: quoteOf(year),
    year: Number(year),
    operator: printsOperator(target.printed) ? target.operator : null,
    value: target.value,
    unit: measure.unit,
    basis: measure.basis,
    qualitative: null,
    scope: measure.scope ?? null,
  }));
}

/** The part of a row that is only words. */
function ofWords(row: Task | Item, place: Place, year: Statement['year']): Statement[] {
  if (row.subject === undefined) return [];
  const words = { operator: null, value: null, unit: null, basis: null, qualitative: row.qualitative ?? null, scope: row.scope ?? null };
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
  }));
}
