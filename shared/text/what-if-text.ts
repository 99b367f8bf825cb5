import { engineChangeText } from './engine-text.ts';
import { changeTitle } from './scheme/run-words.ts';
import { schemeNoticeText } from './scheme-text.ts';
import { statusText, targetText } from './score-text.ts';

/** Words of 假设测算, of the comparison of two results, and of what a provisional score lacks. */

type Params = Readonly<Record<string, string>>;

type Value =
  | { readonly kind: 'quantity' | 'date' | 'status' | 'text' | 'rejected'; readonly value: string }
  | { readonly kind: 'held'; readonly value: Exclude<Value, { kind: 'held' }> }
  | { readonly kind: 'notApplicable' };

/** A column of the form: 分子, 分母, 完成值 … */
export const fieldText = (field: string): string => FIELDS.get(field) ?? field;

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['numerator', '分子'],
  ['denominator', '分母'],
  ['increment', '当年新增'],
  ['value', '完成值'],
  ['status', '完成状态'],
  ['date', '完成日期'],
]);

/** A cell's content as the form shows it. */
export function cellValueText(value: Value | null): string {
  if (value === null) return '空白';
  if (value.kind === 'notApplicable') return '不涉及';
  if (value.kind === 'rejected') return '有错误';
  if (value.kind === 'held') return `${cellValueText(value.value)}（待确认）`;
  return value.kind === 'status' ? statusText(value.value) : value.value;
}

type Shown =
  | {
      readonly kind: 'cell';
      readonly unit: string;
      readonly rowId: string;
      readonly field: string;
      readonly before: Value | null;
      readonly after: Value | null;
    }
  | { readonly kind: 'weight'; readonly rowId: string; readonly table: string; readonly before: string; readonly after: string }
  | { readonly kind: 'target'; readonly measureId: string; readonly before: string | null; readonly after: string };

/** One supposed change: what it is of, before → after. */
export function supposedText(change: Shown): string {
  switch (change.kind) {
    case 'cell':
      return `${change.unit} ${change.rowId} ${fieldText(change.field)}：${arrow(cellValueText(change.before), cellValueText(change.after))}`;
    case 'weight':
      return `${change.table === '' ? '' : `${change.table} `}${change.rowId} 分值：${arrow(change.before, change.after)}（本部分满分不变，其余各行按原比例分摊）`;
    case 'target':
      return `${change.measureId} 目标：${arrow(change.before ?? '无', change.after)}`;
  }
}

const arrow = (before: string, after: string): string => (before === after ? `${after}（与现值相同）` : `${before} → ${after}`);

interface BeforeAfter {
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** 88.07 → 88.27, or the one value where nothing changed; — for none. */
export function changeText({ before, after }: BeforeAfter): string {
  const [then, now] = [before ?? '—', after ?? '—'];
  return then === now ? String(now) : `${then} → ${now}`;
}

/** Why something differs. */
export function causeText(code: string, params: Params): string {
  return CAUSES[code]?.(params) ?? code;
}

const CAUSES: Readonly<Record<string, (p: Params) => string>> = {
  valueNew: (p) => `${p['figure']}：缺数据 → ${judged(p, 'after')}${cell(p)}`,
  valueGone: (p) => `${p['figure']}：${judged(p, 'before')} → 缺数据${cell(p)}`,
  valueChanged: (p) => `${p['figure']}：${judged(p, 'before')} → ${judged(p, 'after')}${cell(p)}`,
  targetNew: (p) => `${p['figure']}：新定目标${target(p, 'after')}${document(p)}`,
  targetGone: (p) =>
    p['pending'] === undefined
      ? `${p['figure']}：不再有目标（原为${target(p, 'before')}）`
      : `${p['figure']}：目标${target(p, 'before')} → 待定，已报的数暂不评分`,
  targetChanged: (p) => `${p['figure']}：目标${target(p, 'before')} → ${target(p, 'after')}${document(p)}`,
  consentGiven: (p) => `已同意“不涉及”（${p['by']}：${p['reason']}）`,
  consentGone: (p) => `不再有“不涉及”的同意（原为${p['by']}）`,
  rowNew: () => '新增的一行',
  rowGone: () => '不再考核的一行',
  max: (p) => `本行满分 ${p['before']} → ${p['after']}（${p['scheme'] === undefined ? '分值或行数变动' : '办法改动'}）`,
  scheme: () => '办法改动',
  engine: () => '数据和办法都未变，程序的算法不同',
  schemeVersion: () => '两次计算所用的办法版本不同',
  planVersion: () => '两次计算所用的方案和年度安排不同',
  subjectNew: () => '新列入考核',
  subjectGone: () => '不再列入考核',
  returnNew: () => '报来了填报表',
  returnGone: () => '不再有填报表',
  penaltyNew: (p) => `扣分 ${p['after']}`,
  penaltyGone: (p) => `不再扣分（原为 ${p['before']}）`,
  penaltyChanged: (p) => `扣分 ${p['before']} → ${p['after']}`,
  others: () => '本单位未变，别的单位变了',
  settings: () => '两次计算所用的空气评价设置不同',
  engineVersion: (p) => engineChangeText(p['before'] ?? '', p['after'] ?? ''),
  noticeNew: (p) => `新增告知：${schemeNoticeText(p['notice'] ?? '', p)}`,
  noticeGone: (p) => `不再告知：${schemeNoticeText(p['notice'] ?? '', p)}`,
  adjusted: (p) => `${changeTitle(p['adjustment'] ?? '')}随之变化`,
};

export const knownCauseTexts: readonly string[] = Object.keys(CAUSES);

/** As judged; where two judged values are equal and only what was rounded differs, that is shown. */
function judged(p: Params, side: 'before' | 'after'): string {
  const shown = p[side] ?? '';
  if (shown === 'noOccurrence') return '无发生';
  if (shown === 'notApplicable') return '不涉及';
  const hidden = p['before'] === p['after'] ? (side === 'before' ? p['exactBefore'] : p['exactAfter']) : undefined;
  return `${statusText(hidden === undefined ? shown : shorter(hidden))}${p['unit'] ?? ''}`;
}

const LONGEST = 14;
const shorter = (number: string): string => (number.length > LONGEST ? `${number.slice(0, LONGEST)}…` : number);

const target = (p: Params, side: 'before' | 'after'): string => targetText(p[side] ?? '', p['unit'] ?? '');

const document = (p: Params): string => {
  if (p['document'] !== undefined) return `（${p['document']}）`;
  return p['from'] === undefined ? '' : `（按 ${p['from']}）`;
};

/** （区应急局.xlsx 任务填报!I9，“3”改为“5”）; nothing for a value that is only supposed. */
function cell(p: Params): string {
  if (p['file'] === undefined || p['file'] === '') return '';
  const place = p['cell'] === '' ? p['file'] : `${p['file']} ${p['sheet']}!${p['cell']}`;
  const [before, after] = [p['rawBefore'], p['rawAfter']];
  if (before !== undefined && after !== undefined && before !== after) return `（${place}，“${before}”改为“${after}”）`;
  return `（${place}，“${after ?? before ?? ''}”）`;
}

interface MissingPart {
  readonly code: 'return' | 'cells' | 'error' | 'held' | 'zeroDenominator' | 'consent' | 'air' | 'target';
  readonly unit: string | null;
  readonly rows: readonly string[];
  readonly figure: string;
  readonly fields: readonly string[];
}

/** What is missing for the final score, and from whom. */
export function missingPartText({ code, unit, rows, figure, fields }: MissingPart): string {
  const row = rows.join('、');
  const from = unit ?? '';
  const columns = fields.map(fieldText).join('、');
  // A status is called by its column already.
  const what = columns === figure ? row : `${row} ${figure}`;
  switch (code) {
    case 'return':
      return `${from}未报填报表${row === '' ? '' : `（${row}）`}`;
    case 'cells':
      return `${what}：${from}未填${columns}`;
    case 'error':
      return `${what}：${from}填的${columns}有错误，须改正`;
    case 'held':
      return `${what}：${from}填的${columns}存疑，待确认`;
    case 'air':
      return `${from}有效监测天数不足，缺${figure}`;
    case 'zeroDenominator':
      return `${row} ${figure}：${from}填的分母为0，须书面说明`;
    case 'consent':
      return `${row} ${figure}：${from}申请不涉及，未经同意`;
    case 'target':
      return `${row} ${figure}：目标待定`;
  }
}

/** 86.20～91.40; one number where nothing is open; — where nothing can be said. */
export function rangeText(range: { readonly low: string; readonly high: string } | null): string {
  if (range === null) return '—';
  return range.low === range.high ? range.low : `${range.low}～${range.high}`;
}

/** Of the command line. */
export const whatIfCommandText = {
  set: '一条假设，可写多次：单位/行/栏=值、weight:行=分值（限评分办法逐行写了分值的行）、target:指标=目标（如 ≤31）；按规则办法：单位/数据=值、单位/数据/目标=值、target:数据=值、weight:分项=分值或权重',
  scheme: '办法的编号；不写用该年度选定的办法',
  weights: '分值变动的幅度，百分之几',
  weightsInvalid: '请写大于 0、小于 100 的百分数，最多两位小数，如 ±10。',
  diff: '比较两次年度得分：哪些单位、哪些行变了，为什么',
  year: '考核年度',
  notStored: '假设，不保存',
  supposed: '假设',
  changed: (count: number): string => `变化（${count} 个单位）`,
  rows: '逐行',
  nothing: '总分、等次和名次没有变化',
  same: (count: number): string => `其余 ${count} 个单位的总分、等次和名次未变`,
  columns: { unit: '单位', total: '总分', grade: '等次', place: '名次', range: '区间', missing: '缺' },
  points: (points: string, max: string): string => `得分 ${points}（满分 ${max}）`,
  /** A row whose full marks alone differ. */
  followedRow: (row: string, points: string, max: string): string => `${row}（满分 ${max}，得分 ${points}）`,
  followed: (rows: string): string => `只有满分改动的行：${rows}`,
  unmoved: (rows: string): string => `数或目标变了、得分没有变的行：${rows}`,
  compared: (before: string, after: string): string => `比较 ${before} 与 ${after}`,
  runName: (id: number, year: string, at: string): string => `第 ${id} 号计算记录（${year} 年度，${at.slice(0, 10)} ${at.slice(11, 16)}）`,
} as const;
