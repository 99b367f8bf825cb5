/** Words of versions (第几版) of a return, of what counts, and of answers to findings. */

/** Why a version does not take the place of the one that counts. */
export const objectionTexts = {
  empty: '空表',
  older: '较旧',
  fewer: '少填',
  errors: '错误更多',
  undated: '不能分出新旧',
} as const;

export type VersionState = 'counts' | 'kept' | 'withdrawn';

const VERSION_STATES: Readonly<Record<VersionState, string>> = { counts: '采用', kept: '未采用', withdrawn: '已撤回' };

export const versionStateText = (state: VersionState): string => VERSION_STATES[state];

export type FindingState = 'open' | 'confirmed' | 'corrected' | 'returned' | 'dismissed';

const FINDING_STATES: Readonly<Record<FindingState, string>> = {
  open: '待处理',
  confirmed: '核实属实',
  corrected: '已更正',
  returned: '已退回',
  dismissed: '不再提示',
};

export const findingStateText = (state: FindingState): string => FINDING_STATES[state];

/** What stands beside a value that the office has corrected. */
export const correctionText = ({ by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string }): string =>
  `核定（${by} ${at.slice(0, 10)}，${reason}）`;
