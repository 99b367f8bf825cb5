import { comparableText, saysNotApplicable } from './cell-text.ts';
import { type CellReading, unread } from './reading.ts';
import type { TaskStatus } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** 完成状态 as printed in the list of the workbook, in its order. */
export const STATUS_WORDS: Readonly<Record<TaskStatus, string>> = {
  done: '已完成',
  onTrack: '按序推进',
  behind: '进度滞后',
  notStarted: '未启动',
  notApplicable: '不涉及',
};

/** Reads a status by its printed word or by what clerks write in its place. */
export function parseStatus(raw: RawValue): CellReading {
  if (raw.type !== 'text') return unread('STATUS_UNREADABLE');
  if (saysNotApplicable(raw.text)) return { value: { kind: 'status', value: 'notApplicable' }, issues: [] };
  const status = STATUSES.get(comparableText(raw.text).replaceAll(/[。.;,!]+$/gu, ''));
  return status === undefined ? unread('STATUS_UNREADABLE') : { value: { kind: 'status', value: status }, issues: [] };
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
