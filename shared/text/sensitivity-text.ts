import { figureTitle } from './scheme/run-words.ts';
import { cellValueText, fieldText } from './what-if-text.ts';

/** Words of 稳健性. */

type Value = Parameters<typeof cellValueText>[0];

interface Reach {
  readonly low: string;
  readonly high: string;
  readonly best: number | null;
  readonly worst: number | null;
  readonly grades: readonly string[];
}

/** 18～20, or the one place; — without a place. */
export function placeRangeText({ best, worst }: Reach): string {
  if (best === null || worst === null) return '—';
  return best === worst ? String(best) : `${best}～${worst}`;
}

/** 优秀、良好: every grade that can come out. */
export const gradesText = ({ grades }: Reach): string => grades.join('、');

export const totalRangeText = ({ low, high }: Reach): string => (low === high ? low : `${low}～${high}`);

interface Outcome {
  readonly total: string;
  readonly grade: string;
  readonly place: number | null;
}

interface Flip extends Outcome {
  readonly unit: string;
  readonly rowId: string;
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** The one cell, from what it is to what it would be, and what comes of it. */
export function flipText(flip: Flip, now: Outcome): string {
  const cell = `${flip.unit} ${flip.rowId} ${fieldText(flip.field)}：${cellValueText(flip.before)} → ${cellValueText(flip.after)}`;
  return `${cell}，${outcomeText(flip, now)}`;
}

interface AnyOutcome {
  readonly total: string;
  readonly grade: string | null;
  readonly place: number | null;
}

/** What differs of grade and place: 等次 良好 → 优秀，名次 5 → 1. */
function outcomeText(then: AnyOutcome, now: AnyOutcome): string {
  const parts = [
    ...(then.grade === now.grade ? [] : [`等次 ${now.grade ?? '—'} → ${then.grade ?? '—'}`]),
    ...(then.place === now.place ? [] : [`名次 ${now.place ?? '—'} → ${then.place ?? '—'}`]),
  ];
  return parts.length === 0 ? `总分 ${now.total} → ${then.total}` : `${parts.join('，')}（总分 ${now.total} → ${then.total}）`;
}

interface SchemeFlip {
  readonly column: string;
  readonly before: string | null;
  readonly after: string;
  readonly total: string;
  readonly grade: string | null;
  readonly place: number | null;
}

/** Of a scheme of rules: 评审分“bonus”：1 → 2.5，等次 良好 → 优秀（总分 88 → 90）. */
export const schemeFlipText = (flip: SchemeFlip, now: Pick<SchemeFlip, 'total' | 'grade' | 'place'>): string =>
  `${figureTitle(flip.column)}：${flip.before ?? '缺'} → ${flip.after}，${outcomeText(flip, now)}`;

interface WeightMove extends Outcome {
  readonly rowId: string;
  readonly direction: 'up' | 'down';
}

/** A row whose weight alone would move the unit. */
export const weightMoveText = (move: WeightMove, percent: string, now: Outcome): string =>
  `${move.rowId} 分值${move.direction === 'up' ? '加' : '减'} ${percent}%，${outcomeText(move, now)}`;

interface Contested {
  readonly title: string;
  readonly place: string;
  readonly targets: readonly { readonly name: string; readonly adopted: string; readonly other: string }[];
}

/** 绿色工厂：按附件3 一·1，绿色工厂 ≥20 → ≥25 */
export const contestedText = ({ title, place, targets }: Contested): string =>
  `${title}：按 ${place}，${targets.map(({ name, adopted, other }) => `${name} ${adopted} → ${other}`).join('；')}`;

export const contestedMoveText = (move: Outcome, contested: Contested, now: Outcome): string =>
  `${contested.title}按 ${contested.place}，${outcomeText(move, now)}`;

export const sensitivityText = {
  title: '稳健性',
  /** What was varied, and how; printed under the tables. */
  method: (percent: string): string =>
    `范围包括：每一行的分值单独加减 ${percent}%，几行一起变动时对本单位最有利和最不利的组合，各行得分不修约，有争议的目标逐个改用另一处表述。各部分满分不变，总分按办法修约。“最近的一格”是总分变动最小就能改变等次或名次的填报单元格。`,
  columns: {
    place: '名次',
    unit: '单位',
    total: '总分',
    grade: '等次',
    places: '名次范围',
    grades: '等次范围',
    totals: '总分范围',
    weights: '分值变动',
    rounding: '不修约',
    contested: '争议目标',
  },
  nearest: '最近的一格',
  forGrade: '改变等次',
  forPlace: '改变名次',
  contestedTargets: '有争议的目标',
  noContested: '没有可以改用的另一处表述',
  notReported: '未报',
  notFollowing: '总分不是由各行折算而来，没有测算',
  none: '没有一格能单独改变等次或名次',
} as const;
