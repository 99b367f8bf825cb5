import type { Indicator, Measure, Unit } from '../plan/schema.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import { answerColumns } from './layout-columns.ts';
import { askedText, figureAnswers, targetOf } from './layout-figure.ts';
import type { LayoutOptions } from './layout-options.ts';
import type { LayoutRow, LayoutSheet } from './types.ts';

/** 报送角色: the first-named lead (首位牵头) must report, the others (配合) may. */
export const ROLES = { first: '首位牵头', other: '配合', responsible: '责任单位' } as const;

/** 指标填报: the rows of annex 1 in which the unit is named as lead. Null where there are none. */
export function indicatorSheet(plan: YearPlan, unit: Unit, options: LayoutOptions): LayoutSheet | null {
  const { year } = plan;
  const rows = plan.annex1.rows
    .filter((indicator) => indicator.leadUnits.includes(unit.id))
    .flatMap((indicator) => indicator.measures.flatMap((measure) => indicatorRow(indicator, measure, unit, year, options) ?? []));
  if (rows.length === 0) return null;
  return {
    kind: 'indicators',
    name: '指标填报',
    title: `${unit.name}${year}年指标填报（${plan.annex1.label}）`,
    notes: [
      '浅黄色单元格由填报单位填写，灰色不用填。比率填分子、分母；带“＊”的填当年新增和年底累计。',
      ...(rows.some((row) => row.fixed['role'] === ROLES.other)
        ? [`报送角色为“${ROLES.first}”的必须填报；为“${ROLES.other}”的可以不填，填了须与首位牵头单位一致。`]
        : []),
    ],
    columns: [
      { key: 'id', title: '编号', width: 8.5, answer: null },
      { key: 'category', title: '类别', width: 15, answer: null },
      { key: 'name', title: '指标', width: 32, answer: null },
      { key: 'ask', title: '填报内容', width: 34, answer: null },
      { key: 'unit', title: '单位', width: 14, answer: null },
      { key: 'target', title: `${year}年目标`, width: 12, answer: null },
      { key: 'role', title: '报送角色', width: 11, answer: null },
      ...answerColumns(rows),
    ],
    rows,
  };
}

function indicatorRow(indicator: Indicator, measure: Measure, unit: Unit, year: number, options: LayoutOptions): LayoutRow | null {
  const target = targetOf(measure, options.adopted, year);
  if (target === null) return null;
  const first = indicator.leadUnits[0] === unit.id;
  const remark = target.remark === null ? '' : `\n注：${target.remark}`;
  return {
    rowId: measure.id,
    kind: 'indicator',
    fixed: {
      id: measure.id,
      category: indicator.category,
      name: `${indicator.cumulative ? '＊' : ''}${measure.name}`,
      ask: `${askedText(measure, year)}${remark}`,
      unit: measure.unit,
      target: target.printed,
      role: first ? ROLES.first : ROLES.other,
    },
    answers: {
      ...figureAnswers(measure, target, year, first),
      evidence: { kind: 'text', required: false },
      remark: { kind: 'text', required: false },
    },
  };
}
