/** Words of received files (收到的文件) of monitoring data, dust days and forecasts: command line and page. */

export type MonitoringKind = 'monitoring' | 'dust' | 'forecast';
export type MonitoringFileState = 'counts' | 'replaced' | 'withdrawn';

const KINDS: Readonly<Record<MonitoringKind, string>> = { monitoring: '监测数据', dust: '扣沙日清单', forecast: '预报清单' };
const STATES: Readonly<Record<MonitoringFileState, string>> = { counts: '采用', replaced: '已被替换', withdrawn: '已撤回' };

export const monitoringKindText = (kind: MonitoringKind): string => KINDS[kind];

export const monitoringStateText = (state: MonitoringFileState): string => STATES[state];

/** A few by name, many by their number. */
export const monitoringPlacesText = (places: readonly string[]): string =>
  places.length === 0 ? '—' : places.length <= NAMED ? places.join('、') : `${places.slice(0, NAMED).join('、')}等 ${places.length} 处`;

const NAMED = 2;
