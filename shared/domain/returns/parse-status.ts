import { comparableText, plainText, saysNotApplicable } from './cell-text.ts';
import { type CellReading, issue, unread } from './reading.ts';
import type { TaskStatus } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import { simplified } from './written-characters.ts';

/** 完成状态 as printed in the list of the workbook, in its order. */
export const STATUS_WORDS: Readonly<Record<TaskStatus, string>> = {
  done: '已完成',
  onTrack: '按序推进',
  behind: '进度滞后',
  notStarted: '未启动',
  notApplicable: '不涉及',
};

/**
 * Reads a status by its printed word, by what clerks write in its place, by words the office has added, or by the usual way of putting it
 * (已按要求完成, 有序推进中). What else the cell says is kept as a remark; what takes the status back (基本完成, 已完成80%) leaves it unread.
 */
export function parseStatus(raw: RawValue, added: ReadonlyMap<string, TaskStatus> = new Map()): CellReading {
  if (raw.type !== 'text') return unread('STATUS_UNREADABLE');
  if (saysNotApplicable(raw.text)) return { value: { kind: 'status', value: 'notApplicable' }, issues: [] };
  const typed = comparableText(simplified(plainText(raw.text))).replaceAll(/[。.;,!]+$/gu, '');
  const word = typed.replaceAll(/(?<!自)[己巳]/gu, '已');
  const issues = word === typed ? [] : [issue('STATUS_TYPO', { word })];
  const own = added.get(word) ?? statusOfWord(word);
  if (own !== null) return { value: { kind: 'status', value: own }, issues };
  const { head, rest } = splitRemark(word);
  const status = added.get(head) ?? statusOfWord(head);
  if (status === null || rest === '' || TAKES_BACK.test(rest)) return unread('STATUS_UNREADABLE');
  return { value: { kind: 'status', value: status }, issues: [...issues, issue('STATUS_REST', { rest })] };
}

/** The status that a word stands for as it is; null of any other word. */
export function statusOfWord(word: string): TaskStatus | null {
  const written = comparableText(word);
  const listed = STATUSES.get(written);
  if (listed !== undefined) return listed;
  if (DONE.test(written)) return 'done';
  return ON_TRACK.test(written) ? 'onTrack' : null;
}

const DONE =
  /^(?:本项|该项|任务|工作|目标|目前|现|均|都|全部|全面|已经|已|按期|按时|按要求|按计划|按规定|如期|提前|超额|顺利|圆满|100%)*(?:完成|办结|建成|落实)(?:任务|目标|目标任务|年度任务|年度目标|整改|100%)?$/u;
const ON_TRACK =
  /^(?:本项|该项|任务|工作|目前)?(?:(?:正在|正|持续|长期|稳步|有序|按序时进度|按序时|按序|按计划|按期|正常|常态化)+(?:推进|实施|开展|办理|进行|坚持)(?:中|之中)?|(?:推进|实施|开展|办理|进行)(?:中|之中))$/u;

/** 部分, 80% and the like behind a status take it back. */
const TAKES_BACK = /部分|未|没|预计|计划|待|除|基本|约|左右|尚|正在|过半|大半|只|仅|(?<!100)%/u;

/** 已完成(8月), 已完成,8月验收, 已完成1350辆: the status, and what is said besides. */
function splitRemark(word: string): { readonly head: string; readonly rest: string } {
  const found =
    /^(?<head>[^([【,;。、:\d]+)[([【](?<rest>.*?)[)\]】]?$/u.exec(word) ??
    /^(?<head>[^([【,;。、:\d]+)[,;。、:](?<rest>.+)$/u.exec(word) ??
    /^(?<head>(?:已|全部|超额)[^([【,;。、:\d]+)(?<rest>\d.*)$/u.exec(word);
  return { head: found?.groups?.['head'] ?? word, rest: found?.groups?.['rest'] ?? '' };
}

const VARIANTS: Readonly<Record<TaskStatus, readonly string[]>> = {
  done: [
    '完成',
    '全部完成',
    '已全部完成',
    '按期完成',
    '按时完成',
    '已按期完成',
    '已按时完成',
    '提前完成',
    '已提前完成',
    '超额完成',
    '已超额完成',
    '完成任务',
    '已办结',
    '办结',
    '已建成',
    '建成',
    '已落实',
    '100%',
    '完成100%',
  ],
  onTrack: [
    '按序时推进',
    '按序时进度推进',
    '按计划推进',
    '按期推进',
    '有序推进',
    '正在推进',
    '推进中',
    '持续推进',
    '正常推进',
    '长期坚持',
    '持续开展',
    '正在开展',
    '正在实施',
    '实施中',
    '进行中',
    '正在进行',
    '正在办理',
    '达到序时进度',
  ],
  behind: [
    '滞后',
    '进展滞后',
    '推进滞后',
    '进度缓慢',
    '推进缓慢',
    '未达序时进度',
    '未达到序时进度',
    '落后',
    '进度落后',
    '逾期',
    '未完成',
    '尚未完成',
    '未按期完成',
    '逾期未完成',
  ],
  notStarted: ['未开展', '尚未开展', '尚未启动', '未开始', '尚未开始', '未开工', '尚未开工', '未实施', '未推进', '待启动', '未落实'],
  // In all its words: cell-text.ts.
  notApplicable: [],
};

const STATUSES: ReadonlyMap<string, TaskStatus> = new Map(
  (Object.keys(STATUS_WORDS) as TaskStatus[]).flatMap((status) =>
    [STATUS_WORDS[status], ...VARIANTS[status]].map((word) => [word, status] as const),
  ),
);
