/** Words of received files (收到的文件) of monitoring data, dust days and forecasts: command line and page. */

export type MonitoringKind = 'monitoring' | 'published' | 'dust' | 'forecast';
export type MonitoringFileState = 'counts' | 'replaced' | 'withdrawn';

const KINDS: Readonly<Record<MonitoringKind, string>> = {
  monitoring: '监测数据',
  published: '公布的AQI',
  dust: '扣沙日清单',
  forecast: '预报清单',
};
const STATES: Readonly<Record<MonitoringFileState, string>> = { counts: '采用', replaced: '已被替换', withdrawn: '已撤回' };

export const monitoringKindText = (kind: MonitoringKind): string => KINDS[kind];

export const monitoringStateText = (state: MonitoringFileState): string => STATES[state];

/** A few by name, many by their number. */
export const monitoringPlacesText = (places: readonly string[]): string =>
  places.length === 0 ? '—' : places.length <= NAMED ? places.join('、') : `${places.slice(0, NAMED).join('、')}等 ${places.length} 处`;

const NAMED = 2;

/** The page 收到的文件. */
export const monitoringFilesText = {
  title: '收到的监测文件',
  none: '还没有收到监测数据、扣沙日清单和预报清单',
  hint: '导入的每个文件都列在这里，发错的可以撤回：它的数据不再采用，被它替换的数据重新有效。撤回的可以恢复。',
  columns: {
    number: '收件号',
    file: '文件',
    kind: '类别',
    state: '状态',
    span: '时段',
    counting: '采用/共',
    places: '地点',
    errors: '错误',
    warnings: '警告',
    received: '收到',
  },
  span: (from: string | null, to: string | null): string => (from === null || to === null ? '—' : from === to ? from : `${from}至${to}`),
  readBy: (rules: readonly string[]): string => `读入时的规则：${rules.join('；')}`,
  withdraw: '撤回',
  restore: '恢复',
  withdrawTitle: (file: string): string => `撤回《${file}》`,
  restoreTitle: (file: string): string => `恢复《${file}》`,
  withdrawEffect: (counting: number): string =>
    `其中 ${counting} 条数据现在采用。撤回后都不再采用，被这个文件替换的数据重新有效；评价、排名和得分随之改变。已定稿的年度仍以定稿时的计算记录为准。`,
  restoreEffect: '恢复后按收到的先后与其他文件相比：后来收到的文件更正过的数据，仍以后来的为准。',
  done: (act: 'withdraw' | 'restore', file: string, changed: number): string =>
    `已${act === 'withdraw' ? '撤回' : '恢复'}《${file}》，${changed} 条数据改变了是否有效`,
  history: '经过',
  act: (act: 'withdraw' | 'restore'): string => (act === 'withdraw' ? '撤回' : '恢复'),
  historyColumns: { at: '时间', act: '事项', reason: '理由', by: '操作人' },
  findings: (count: number): string => `问题（${count}）`,
  noFindings: '没有问题',
} as const;
