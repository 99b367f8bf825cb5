import type { Article, Item, Measure, Task } from '../plan/schema.ts';
import { type Unit, unitKindOf } from '../plan/unit-schema.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import { answerColumns } from './layout-columns.ts';
import { askedText, figureAnswers, type FigureAnswers, ownPartAnswers, ownPartOf, ownPartText, targetOf } from './layout-figure.ts';
import { ROLES } from './layout-indicators.ts';
import type { LayoutOptions } from './layout-options.ts';
import { STATUS_WORDS } from './parse-status.ts';
import type { LayoutColumn, LayoutRow, LayoutSheet } from './types.ts';

/** 任务填报: status, date, progress and evidence of every task of the unit, each followed by its figures. Null where there are none. */
export function taskSheet(plan: YearPlan, unit: Unit, options: LayoutOptions): LayoutSheet | null {
  const { year } = plan;
  const kind = unitKindOf(plan, unit);
  const { leads, asked } = kind;
  const rows = [...(leads ? departmentRows(plan, unit, options) : []), ...(asked ? townRows(plan, unit, leads) : [])];
  if (rows.length === 0) return null;
  const figures = rows.some((row) => row.kind === 'figure');
  return {
    kind: 'tasks',
    name: '任务填报',
    title: `${unit.name}${year}年任务填报`,
    notes: [
      `完成状态从下拉列表中选择：${Object.values(STATUS_WORDS).join('、')}。本单位没有此项任务的选“${STATUS_WORDS.notApplicable}”，并在备注中说明，由主管部门同意后不计入评分。`,
      ...(figures
        ? [
            !leads
              ? `以“└”开头的是${ownPartOf(kind)}的数量，没有可不填。`
              : '以“└”开头的是上一项任务的数量指标，浅黄色单元格须填，灰色不用填。',
          ]
        : []),
    ],
    columns: [...fixedColumns(rows, year), ...answerColumns(rows)],
    rows,
  };
}

function fixedColumns(rows: readonly LayoutRow[], year: number): LayoutColumn[] {
  const columns: LayoutColumn[] = [
    { key: 'id', title: '编号', width: 11, answer: null },
    // Articles come whole, which is several hundred characters.
    { key: 'name', title: '任务内容', width: rows.some((row) => row.rowId.startsWith(ARTICLE)) ? 70 : 44, answer: null },
  ];
  if (rows.some((row) => row.fixed['unit'] !== undefined && row.fixed['unit'] !== ''))
    columns.push({ key: 'unit', title: '单位', width: 9, answer: null });
  if (rows.some((row) => row.fixed['target'] !== undefined && row.fixed['target'] !== ''))
    columns.push({ key: 'target', title: `${year}年目标`, width: 12, answer: null });
  columns.push({ key: 'role', title: '报送角色', width: 11, answer: null });
  return columns;
}

const ARTICLE = '正文-';

function departmentRows(plan: YearPlan, unit: Unit, options: LayoutOptions): LayoutRow[] {
  const { annex1, annex2, annex3, year } = plan;
  const tasks = annex2 !== null && year >= annex2.fromYear && year <= annex2.toYear ? annex2.tasks : [];
  const led = (rows: readonly (Task | Item)[]): LayoutRow[] =>
    rows.filter((row) => row.leadUnits.includes(unit.id)).flatMap((row) => leadRows(row, unit, year, options));
  const rows = [
    ...withHeading('section-annex2', annex2 === null ? '' : `${annex2.label}　${annex2.title}`, led(tasks)),
    ...withHeading('section-annex3', annex3 === null ? '' : `${annex3.label}　${annex3.title}`, led(annex3?.items ?? [])),
  ];
  const indicators = annex1.rows.some((indicator) => indicator.leadUnits.includes(unit.id));
  return rows.length > 0 || indicators ? rows : articleRows(plan, unit);
}

const withHeading = (rowId: string, name: string, rows: LayoutRow[]): LayoutRow[] =>
  rows.length === 0 ? [] : [{ rowId, kind: 'section', fixed: { name }, answers: {} }, ...rows];

function leadRows(entry: Task | Item, unit: Unit, year: number, options: LayoutOptions): LayoutRow[] {
  const first = entry.leadUnits[0] === unit.id;
  const role = first ? ROLES.first : ROLES.other;
  const figures = entry.measures.flatMap((measure): LayoutRow[] => {
    const target = targetOf(measure, options.adopted, year);
    if (target === null) return [];
    const remark = target.remark === null ? '' : `\n注：${target.remark}`;
    return [
      figureRow(
        entry.id,
        measure,
        `${measure.name}\n${askedText(measure, year)}${remark}`,
        { target: target.printed, role },
        figureAnswers(measure, target, year, first),
      ),
    ];
  });
  return [statusRow(entry.id, entry.text, role, 'deadline' in entry ? entry.deadline?.printed : undefined), ...figures];
}

/**
 * The list names 各镇街 for every item; units report those that plan.reporting asks them for, with their own part of the figures. A unit
 * that leads an item reports it as lead only.
 */
function townRows(plan: YearPlan, unit: Unit, leads: boolean): LayoutRow[] {
  const { annex3, year } = plan;
  if (annex3 === null) return [];
  const own = ownPartOf(unitKindOf(plan, unit));
  const asked = new Set(plan.reporting.townItems.map((entry) => entry.item));
  const rows = annex3.items
    .filter((item) => asked.has(item.id) && !(leads && item.leadUnits.includes(unit.id)))
    .flatMap((item) => [
      statusRow(item.id, item.text, ROLES.responsible, undefined),
      ...item.measures.map((measure) =>
        figureRow(
          item.id,
          measure,
          `${measure.name}\n${ownPartText(measure, own)}`,
          { role: ROLES.responsible },
          ownPartAnswers(measure, year, own),
        ),
      ),
    ]);
  return withHeading(leads ? 'section-asked' : 'section-annex3', `${annex3.label}　${annex3.title}`, rows);
}

/** A department that stands in no annex reports on the articles (正文) that name it. */
function articleRows(plan: YearPlan, unit: Unit): LayoutRow[] {
  const rows = plan.articles
    .filter((article) => article.units.includes(unit.id))
    .map((article) => statusRow(articleRowId(article), article.text, ROLES.responsible, undefined));
  return withHeading('section-articles', '方案正文', rows);
}

const articleRowId = (article: Article): string => `${ARTICLE}${article.number}`;

function statusRow(rowId: string, text: string, role: string, deadline: string | undefined): LayoutRow {
  return {
    rowId,
    kind: 'task',
    fixed: { id: rowId, name: text, unit: '', target: deadline ?? '', role },
    answers: {
      status: { kind: 'status', required: true },
      // A dated item that is done needs its date; any other may have one.
      date:
        deadline === undefined
          ? { kind: 'date', required: false }
          : { kind: 'date', required: true, prompt: `时限：${deadline}。填写实际完成日期；尚未完成的不填。` },
      progress: { kind: 'text', required: false },
      evidence: { kind: 'text', required: false },
      remark: { kind: 'text', required: false },
    },
  };
}

function figureRow(
  parent: string,
  measure: Measure,
  name: string,
  fixed: Readonly<Record<string, string>>,
  answers: FigureAnswers,
): LayoutRow {
  return {
    rowId: measure.id,
    kind: 'figure',
    parent,
    fixed: { id: measure.id === parent ? `${measure.id}-数` : measure.id, name: `└ ${name}`, unit: measure.unit, target: '', ...fixed },
    answers: { ...answers, remark: { kind: 'text', required: false } },
  };
}
