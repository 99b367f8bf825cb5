import { engineText } from './engine-text.ts';

/** Words of 考核年度: states, rounds, sources of targets, what stands against signing. */

const STATES: Readonly<Record<string, string>> = {
  unopened: '未开启',
  preparing: '准备',
  collecting: '收集',
  verifying: '核实',
  trial: '试算',
  final: '定稿',
  archived: '归档',
};
export const yearStateText = (state: string): string => STATES[state] ?? state;

const ROUNDS: Readonly<Record<string, string>> = { year: '年报', quarter: '季调度', month: '月调度' };
export const roundText = (round: string): string => ROUNDS[round] ?? round;

/** year → 年报, 2026-Q1 → 第1季度, 2026-03 → 3月. */
export function roundName(key: string): string {
  const quarter = /-Q(\d)$/.exec(key)?.[1];
  if (quarter !== undefined) return `第${quarter}季度`;
  const month = /-(\d\d)$/.exec(key)?.[1];
  return month === undefined ? roundText(key) : `${Number(month)}月`;
}

interface NextRound {
  readonly round: string;
  readonly due: string;
  readonly after: string | null;
  readonly reported: readonly string[];
  readonly undated: readonly string[];
  readonly missing: readonly string[];
}

/** 各轮截止: of the rounds within the year. */
export const roundsDueText = (dates: Readonly<Record<string, string>>): string =>
  Object.entries(dates)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([round, day]) => `${roundName(round)} ${day}`)
    .join('、');

/** 下一轮: until when, who has reported, and by what that is told. */
export function nextRoundText({ round, due, after, reported, undated, missing }: NextRound): string {
  const counts = `${roundName(round)} ${due} 截止：已报 ${reported.length}，未报 ${missing.length}`;
  if (after === null) return counts;
  const unclear = undated.length === 0 ? '' : `，没有填报日期不能判断 ${undated.length}`;
  return `${counts}${unclear}（按 ${after} 以后的填报日期）`;
}

const ACTS: Readonly<Record<string, string>> = {
  open: '开启',
  change: '调整',
  cancel: '取消开启',
  final: '定稿',
  reopen: '重新开启',
  archive: '归档',
};
export const yearActText = (act: string): string => ACTS[act] ?? act;

/** By what a target came about: 附件1, a document, 沿用2025年, 2025年与2027年插值 … */
export function targetSourceText(rule: string | null, place: string, fromYears: readonly number[]): string {
  switch (rule) {
    case null:
      return '未定';
    case 'none':
      return '不考核';
    case 'carried':
      return `沿用${fromYears.join('、')}年`;
    case 'interpolated':
      return `${fromYears.map((year) => `${year}年`).join('与')}插值`;
    case 'entered':
      return '开启年度时录入';
    case 'user':
      return `人工决定：${place}`;
    default:
      return place;
  }
}

const SOURCE_RULES = { carry: 'carried', interpolate: 'interpolated', entered: 'entered', none: 'none' } as const;

/** ≤30（沿用2026年）, 不考核: a target that was chosen for a year. */
export function chosenTargetText(source: keyof typeof SOURCE_RULES, printed: string | null, fromYears: readonly number[]): string {
  if (source === 'entered' && printed !== null) return printed;
  const words = targetSourceText(SOURCE_RULES[source], '', fromYears);
  return printed === null ? words : `${printed}（${words}）`;
}

export const schemeVersionText = (title: string, number: number): string => `${title} 第${number}版`;

/** 1 个（移出 甲、乙 等 26 个）: units that report, with those that came or went. */
export function unitsMovedText(
  count: number,
  moved: { readonly added: readonly string[]; readonly removed: readonly string[] } | null = null,
): string {
  const named = (verb: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${verb} ${firstNames(names.join('、'))}${names.length > LISTED ? ` ${names.length} 个` : ''}`];
  const words = moved === null ? [] : [...named('加入', moved.added), ...named('移出', moved.removed)];
  return `${count} 个${words.length === 0 ? '' : `（${words.join('；')}）`}`;
}

/** Parts of what is decided about a year. */
export const YEAR_PARTS = {
  list: '年度事项清单',
  scheme: '评分办法',
  due: '年报截止',
  rounds: '报送轮次',
  roundsDue: '截止',
  units: '报送单位',
  targets: '目标',
} as const;

interface ToldChange {
  readonly part: keyof typeof YEAR_PARTS;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** 改动: 年报截止 2027-01-20→2027-02-01；A1-07 …目标 ≤30（沿用2026年）→不考核. */
export const changesText = (changes: readonly ToldChange[]): string =>
  changes.map(({ part, subject, before, after }) => `${subject}${YEAR_PARTS[part]} ${before ?? '无'}→${after ?? '无'}`).join('；');

/** 归档 of a year: who marked it when, that no file was made, and that a reopened year has left it behind. */
export function archiveText({
  at,
  by,
  reopenedAt,
}: {
  readonly at: string;
  readonly by: string;
  readonly reopenedAt: string | null;
}): string {
  const mark = `${at.slice(0, 10)} ${by}标记`;
  return reopenedAt === null
    ? `${mark}（只作标记，没有生成归档文件）`
    : `${mark}；${reopenedAt.slice(0, 10)} 重新开启，归档与现在的年度不再相符，改完须重新定稿、重新归档`;
}

type Params = Readonly<Record<string, string>>;

/** More names than these are counted, not listed. */
const LISTED = 8;

function firstNames(joined: string): string {
  const names = joined.split('、');
  return names.length <= LISTED ? joined : `${names.slice(0, LISTED).join('、')} 等`;
}

/** year=2027-01-20、2026-Q4=2027-01-10 → 年报 2027-01-20、第4季度 2027-01-10. */
const datedRounds = (joined: string): string =>
  joined
    .split('、')
    .map((one) => one.split('='))
    .map(([round = '', day = '']) => `${roundName(round)} ${day}`)
    .join('、');

interface Moved {
  readonly run: number;
  readonly moved: readonly { readonly name: string; readonly before: string | null; readonly after: string | null }[] | null;
}

/** 定稿后的变动: who would score otherwise by now, and that the signed run still holds. Blank where nobody would. */
export function signedMovesText({ run, moved }: Moved): string {
  if (moved === null) return `按现在的数据已算不出得分，不能与定稿的第 ${run} 号计算记录相比。${HOLDS}`;
  if (moved.length === 0) return '';
  const first = moved.slice(0, LISTED).map(({ name, before, after }) => `${name} ${before ?? '—'}→${after ?? '—'}`);
  const names = `${first.join('、')}${moved.length > LISTED ? ' 等' : ''}`;
  return `定稿后数据或设置有变动：按现在的数据，有 ${moved.length} 个对象的得分与定稿的第 ${run} 号计算记录不同（${names}）。${HOLDS}`;
}

const TO_REOPEN = '要按现在的数据，先重新开启年度，核对后重新定稿。';
const HOLDS = `得分仍以定稿为准；${TO_REOPEN}`;

/** Beside scores that are computed anew of a year that is signed. */
export const signedSameText = (run: number): string => `年度已定稿，得分与定稿的第 ${run} 号计算记录相同。`;

interface SignedScoreShown {
  readonly run: number;
  readonly computedAt: string;
  readonly same: boolean;
  readonly total: string | null;
  readonly grade: string | null;
  readonly rows: readonly {
    readonly rowId: string;
    readonly title: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Beside one score of a signed year: by which run the year counts and, where they differ, the signed score and the one that is shown. */
export function signedScoreText(signed: SignedScoreShown, shown: { readonly total: string; readonly grade: string }): string {
  const { run, computedAt, same, total, grade } = signed;
  const by = `年度已定稿，得分以第 ${run} 号计算记录（${computedAt.slice(0, 10)}）为准`;
  if (same) return `${by}，以下与它相同。`;
  if (total === null) return `${by}；该记录中没有这个对象按本办法的得分，以下按现在的数据计算，不是定稿的得分。${TO_REOPEN}`;
  return `${by}：定稿 ${total} 分（${grade ?? '—'}）；以下按现在的数据计算，为 ${shown.total} 分（${shown.grade}），不是定稿的得分。${TO_REOPEN}`;
}

/** A1-01 PM2.5年均浓度：定稿 8.00，现在 7.50. */
export const signedRowTexts = ({ rows }: Pick<SignedScoreShown, 'rows'>): string[] =>
  rows.map(
    ({ rowId, title, before, after }) =>
      `${rowId} ${title.replaceAll('\n', '')}：定稿 ${before ?? NOT_COUNTED}，现在 ${after ?? NOT_COUNTED}`,
  );

const NOT_COUNTED = '不计分';

const BLOCKERS: Readonly<Record<string, (params: Params) => string>> = {
  rows: (p) => `${p['count']} 处数据与操作日志不符，被程序以外的途径改动过（如：${p['place']}）；先核验工作库，查明后从备份恢复`,
  missing: (p) => `${p['count']} 个单位未报：${firstNames(p['units'] ?? '')}`,
  empty: (p) => `${p['count']} 个单位报来空表：${firstNames(p['units'] ?? '')}`,
  unpassed: (p) => `${p['count']} 个单位没有审核通过：${firstNames(p['units'] ?? '')}`,
  errors: (p) => `${p['count']} 处错误没有改正`,
  missingRows: (p) => `${p['count']} 项缺数据，按缺项计分：${firstNames(p['units'] ?? '')}`,
  consents: (p) => `${p['count']} 项“不涉及”申请没有答复：${firstNames(p['units'] ?? '')}`,
  dueAhead: (p) => `报送截止日未到：${datedRounds(p['rounds'] ?? '')}`,
  pending: (p) => `目标待定：${p['measures']}`,
  demonstration: () => '评分办法没有经过审定',
  open: (p) => `${p['count']} 个对象还缺数，没有最后结果：${firstNames(p['units'] ?? '')}`,
  otherScheme: (p) =>
    `试算所用的办法（${p['scheme']} 第 ${p['number']} 版）不是本年度选定的办法（${p['own'] === '' ? '未选定' : `${p['own']} 第 ${p['ownNumber']} 版`}）；要按它考核，先把本年度的办法改为它`,
  engine: (p) =>
    `试算由${engineText(p['made'] ?? '')}算出，本程序（${engineText(p['now'] ?? '')}）重算结果不同；要按本程序的结果定稿，先重新试算`,
};
export const blockerText = (code: string, params: Params): string => BLOCKERS[code]?.(params) ?? code;

/** 另有 2 个单位不要求报送（甲镇、乙镇），仍列入考核…; blank where all are asked. */
export const unaskedText = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `另有 ${names.length} 个单位不要求报送（${firstNames(names.join('、'))}），仍列入考核和排名，没有别的来源的数按缺数据计分`;
