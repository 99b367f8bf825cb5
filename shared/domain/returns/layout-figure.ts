import { foreignSource } from '../plan/conflict-types.ts';
import type { Measure } from '../plan/schema.ts';
import { targetText } from '../plan/target.ts';
import type { Target } from '../plan/target-schema.ts';
import type { UnitKind } from '../plan/unit-schema.ts';
import type { LayoutOptions } from './layout-options.ts';
import type { AnswerCell, AnswerField } from './types.ts';

/** The target a figure is measured by, as adopted for the year. */
export interface FigureTarget {
  readonly target: Target;
  /** As the form shows it. */
  readonly printed: string;
  /** Printed after the text of the row: that another target than the row's own holds, what is striven for beyond it (奋斗目标). */
  readonly remark: string | null;
}

/** Null where no target holds for the year. */
export function targetOf(measure: Measure, adopted: LayoutOptions['adopted'], year: number): FigureTarget | null {
  const holds = adopted.get(measure.id);
  if (holds === undefined) return null;
  const stretch = measure.stretch?.[String(year)];
  const remarks = [
    ...(holds.displaced === null ? [] : [`目标按${foreignSource(holds) ?? holds.from}采用${holds.printed}，本行原列${holds.displaced}。`]),
    ...(stretch === undefined ? [] : [`奋斗目标${targetText(stretch)}。`]),
  ];
  return { target: holds.target, printed: holds.printed, remark: remarks.length === 0 ? null : remarks.join('') };
}

export type FigureAnswers = Readonly<Partial<Record<AnswerField, AnswerCell>>>;

/** 比率 asks 分子, 分母 and, to check them, the rate; 累计数 asks 当年新增 and 累计; everything else one value. */
export function figureAnswers(measure: Measure, target: FigureTarget, year: number, required: boolean): FigureAnswers {
  // 文字目标 is judged by what the unit says of it; a number beside it informs only.
  if (target.target.kind === 'text')
    return { status: { kind: 'status', required }, ...withoutDuty(countAnswers(measure, target, year, false)) };
  return countAnswers(measure, target, year, required && target.target.kind !== 'pending');
}

const withoutDuty = (answers: FigureAnswers): FigureAnswers =>
  Object.fromEntries(Object.entries(answers).map(([field, cell]) => [field, { ...cell, required: false }]));

function countAnswers(measure: Measure, target: FigureTarget, year: number, required: boolean): FigureAnswers {
  if (measure.kind === 'rate') return rateAnswers(measure, target, required);
  const value = valueCell(measure, target);
  if (measure.basis !== 'cumulative')
    return {
      value: {
        ...value,
        required,
        asks: measure.basis === 'level' ? 'level' : 'year',
        prompt: `${WHAT_IS_COUNTED[measure.basis](year)}，单位：${measure.unit}。只填数字，没有发生填 0。`,
      },
    };
  return {
    increment: {
      kind: 'quantity',
      unit: measure.unit,
      required,
      asks: 'year',
      prompt: `${year}年当年新增，单位：${measure.unit}。不含往年，没有新增填 0。`,
    },
    value: { ...value, required, asks: 'total', prompt: `截至${year}年底的累计数，单位：${measure.unit}。含往年和当年新增。` },
  };
}

function rateAnswers(measure: Measure, target: FigureTarget, required: boolean): FigureAnswers {
  const numerator = rateParts(measure).numerator;
  const denominator = rateParts(measure).denominator;
  return {
    numerator: {
      kind: 'quantity',
      unit: numerator.unit,
      required,
      of: numerator.name,
      prompt: `分子：${numerator.name}（${numerator.unit}）。只填数字，没有发生填 0。`,
    },
    denominator: {
      kind: 'quantity',
      unit: denominator.unit,
      required,
      of: denominator.name,
      zeroAllowed: measure.zeroDenominator === 'complete',
      prompt: `分母：${denominator.name}（${denominator.unit}）。只填数字${measure.zeroDenominator === 'complete' ? '，全年没有发生填 0' : ''}。`,
    },
    value: {
      ...valueCell(measure, target),
      required: false,
      prompt: `完成率可不填，由程序按分子÷分母计算。填写时须与分子、分母一致，如 85% 填 85。`,
    },
  };
}

const rateParts = (measure: Measure) => ({
  numerator: measure.numerator ?? { name: `${measure.name}的分子`, unit: '' },
  denominator: measure.denominator ?? { name: `${measure.name}的分母`, unit: '' },
});

function valueCell(measure: Measure, target: FigureTarget): Omit<AnswerCell, 'required'> {
  const shared = {
    kind: 'quantity',
    unit: measure.unit,
    ...expectation(target.target),
    decimals: measure.decimals,
  } as const;
  return measure.unit === '%' ? { ...shared, percent: true } : shared;
}

/** What a value is expected to reach. */
function expectation(target: Target): Pick<AnswerCell, 'expected' | 'low' | 'operator'> {
  if (target.kind === 'number') return { expected: target.value, operator: target.operator };
  return target.kind === 'range' ? { expected: target.high, low: target.low } : {};
}

/** Whose part a unit reports: 本辖区 of those that have one (their air is watched), 本单位 of others (企业). */
export const ownPartOf = ({ air }: Pick<UnitKind, 'air'>): string => (air ? '本辖区' : '本单位');

/** A unit's own part (完成数) of an item: one optional number without a target of its own. */
export function ownPartAnswers(measure: Measure, year: number, own: string): FigureAnswers {
  const percent = measure.unit === '%' ? { percent: true } : {};
  return {
    value: {
      kind: 'quantity',
      unit: measure.unit,
      ...percent,
      decimals: measure.decimals,
      required: false,
      asks: 'year',
      prompt: `${own}${year}年${percent.percent ? '完成率，如 85% 填 85' : `完成数，单位：${measure.unit}`}。没有可不填。`,
    },
  };
}

const WHAT_IS_COUNTED = {
  level: (year: number) => `${year}年全年数值`,
  cumulative: (year: number) => `截至${year}年底累计数`,
  increment: (year: number) => `${year}年当年新增数`,
  yearly: (year: number) => `${year}年全年完成数`,
} as const;

/** What a row asks for, in the workbook's own column: 分子：…（辆） / 分母：…（辆）. */
export function askedText(measure: Measure, year: number): string {
  if (measure.kind === 'rate') {
    const { numerator, denominator } = rateParts(measure);
    return `分子：${numerator.name}（${numerator.unit}）\n分母：${denominator.name}（${denominator.unit}）`;
  }
  return measure.basis === 'cumulative'
    ? `当年新增：${year}年新增数\n完成值：截至${year}年底累计数`
    : `完成值：${WHAT_IS_COUNTED[measure.basis](year)}`;
}

export const ownPartText = (measure: Measure, own: string): string =>
  `${own}${measure.unit === '%' ? '完成率' : '完成数'}（${measure.unit}）`;
