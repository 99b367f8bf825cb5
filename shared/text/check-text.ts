import { EVENT_ACT_TEXTS } from './event-text.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  database: '数据库结构',
  plan: '方案或评分办法的内容与其哈希不符',
  file: '原件字节与其哈希不符',
  return: '填报表与原件或导入记录不符',
  monitoring: '监测数据与原件或导入记录不符',
  value: '数值与原表单元格不符',
  consent: '同意不涉及的记录与操作记录不符',
  schemeInput: '办法的录入与操作记录不符',
  outline: '镇街轮廓与操作记录不符',
  settledFigure: '认定数与操作记录不符',
  yearDecision: '年度决定与操作记录不符',
  planDocument: '方案文件与操作记录不符',
  scheme: '办法与操作记录不符',
  run: '重新计算与存档结果不符',
  event: '操作记录不连续或被改动',
  setting: '设置与操作记录不符',
  station: '站点登记与操作记录不符',
  exceptionalEvent: '例外事件与操作记录不符',
  register: '收件登记与操作记录不符',
  finding: '导入时查出的问题与导入记录或原件不符',
  formIssue: '填报表发放记录与操作记录不符',
  planDecision: '目标冲突的认定与操作记录不符',
  batch: '导入批次与导入记录不符',
};

export const checkProblemText = (kind: string): string => PROBLEMS[kind] ?? kind;

const CHAIN: Readonly<Record<string, string>> = {
  hash: '内容与其校验值不符',
  link: '与前一条不相接，前面有记录被删除或改动',
  unchained: '没有校验值，不是本程序写入的',
  beginning: '不是新建或升级的记录，前面的记录已被删除',
};

export const chainProblemText = (problem: string): string => CHAIN[problem] ?? problem;

const RUNS: Readonly<Record<string, string>> = { assessment: '年度得分', ranking: '空气质量排名', scheme: '办法试算' };
export const runPlaceText = (kind: string, period: string): string => `${RUNS[kind] ?? kind} ${period}`;

export const runProblemText = {
  log: (id: number): string => `第 ${id} 号计算记录的存档结果与操作记录中的校验值不符`,
  recomputed: (at: string): string => `计算于 ${at}`,
  schemeGone: (at: string, version: string): string => `计算于 ${at}，所用办法（版本 ${version.slice(0, 12)}…）不在库内`,
} as const;
/** Rows against the log. */
export const loggedText = {
  notStored: '操作记录中有，库内没有或已被改动',
  notLogged: '库内有，操作记录中没有',
  misplaced: '与操作记录的先后次序不符',
} as const;

export const receivedLineText = ({ number, sha256 }: { readonly number: number; readonly sha256: string }): string =>
  `收件号 ${number}（${sha256.slice(0, 12)}…）`;

/** A file that came with a password, and what it is read as without it. */
export const openedLineText = ({ sha256, opened }: { readonly sha256: string; readonly opened: string }): string =>
  `有打开密码的原件 ${sha256.slice(0, 12)}…（去掉密码后 ${opened.slice(0, 12)}…）`;

/** A version that the office typed in. */
export const typedLineText = ({
  number,
  receivedOn,
  by,
}: {
  readonly number: number;
  readonly receivedOn: string;
  readonly by: string;
}): string => `收件号 ${number} 的手工录入记录（${receivedOn} 收到，${by} 录入）`;

/** 扫描件 of a version that was typed in. */
export const scanPlaceText = (number: number, name: string): string => `收件号 ${number} 的扫描件 ${name}`;

export const scanBrokenText = (sha256: string): string => `应为 ${sha256.slice(0, 12)}…，库内没有或已被改动`;

export const decisionLineText = (decision: {
  readonly number: number;
  readonly act: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}): string => `收件号 ${decision.number} ${decision.act === 'adopt' ? '采用' : '撤回'} ${decision.reason} ${decision.actor} ${decision.at}`;

export const answerLineText = (answer: {
  readonly number: number;
  readonly finding: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly typed: string | null;
}): string => `收件号 ${answer.number} 问题 ${answer.finding} ${answer.sheet ?? ''}!${answer.cell ?? ''} ${answer.typed ?? ''}`;

export const unitYearText = (unit: string, year: number): string => `${unit} ${year} 年采用的版本`;

type Version = { readonly number: number; readonly version: number } | undefined;

const versionText = (version: Version): string =>
  version === undefined ? '不采用任何一版' : `采用第 ${version.version} 版（收件号 ${version.number}）`;

export const countingText = (marked: Version, due: Version): string =>
  marked?.number === due?.number
    ? `库内${versionText(marked)}，其余各版的标记与操作记录不符`
    : `库内${versionText(marked)}，按操作记录应为${versionText(due)}`;

export const eventPlaceText = (id: number, kind: string): string => (id === 0 ? '操作记录' : `第 ${id} 条操作记录（${kind}）`);

const YEAR_ACT_NAMES: Readonly<Record<string, string>> = {
  open: '开启',
  change: '调整',
  cancel: '取消开启',
  final: '定稿',
  reopen: '重新开启',
  archive: '归档',
};

const DOCUMENT_NAMES: Readonly<Record<string, string>> = {
  plan: '方案',
  list: '年度事项清单',
  adjustment: '目标调整',
  units: '单位调整',
  amendment: '方案修订',
};

const SCHEME_ACT_NAMES: Readonly<Record<string, string>> = { add: '加入', approve: '审定', retire: '停用', restore: '恢复' };

interface FigurePlace {
  readonly measureId: string;
  readonly year: number;
  readonly unitId: string | null;
  readonly value: string;
  readonly document: string;
  readonly actor: string;
}

const TYPE_NAMES: Readonly<Record<string, string>> = { table: '表', index: '索引', trigger: '防改动触发器', view: '采用口径视图' };

/** What is said of a finding that is gone or was made up; `sentence` is what it says, or its rule. */
export const findingProblemText = {
  notStored: (sentence: string): string => `导入时查出“${sentence}”，库内没有或已被改动`,
  notLogged: (sentence: string): string => `库内有“${sentence}”，导入时没有查出`,
  misplaced: '与导入时查出的先后次序不符',
  fewer: (files: number, stored: number): string => `导入时未采用 ${files} 份，各有问题，库内只有 ${stored} 条`,
  rule: (code: string): string => `规则 ${code} 的问题`,
} as const;

export const schemaProblemText = {
  missing: '库内没有：工作库的结构被本程序以外的工具改动过',
  foreign: '不是本程序建立的',
  changed: '定义已被改动',
} as const;

export const strayFileText = { unused: '没有任何填报表或监测文件由它读出，不是本程序存入的', size: '记录的大小与字节数不符' } as const;

export const planVersionText = {
  created: (version: string): string => `新建工作库时方案的版本为 ${version.slice(0, 12)}…，库内已不是这一版`,
  carried: '升级时转存的内容与方案原文不符',
  schemeCarried: '升级时转存的内容与办法原文或操作记录不符',
} as const;

export const runLoggedText = {
  missing: (id: number): string => `第 ${id} 号计算记录在操作记录中有，库内没有`,
  foreign: (id: number): string => `第 ${id} 号计算记录在库内有，操作记录中没有`,
  head: (id: number): string => `第 ${id} 号计算记录的时间、办法、方案或依据与操作记录不符`,
} as const;

export const stationProblemText = (placeId: string, name: string): string => `点位 ${placeId} ${name}`;

export const stationUnnamedText = '没有任何监测文件提到它，不是本程序存入的';

/** What is done about it, once for all problems. */
export const checkRemedyText =
  '以上各处说明工作库在本程序之外被改动过，或已损坏：请停止在此库上定稿和印发，改用改动之前留存的副本；没有副本的，按上列位置与原件逐一核对后重新建库导入。';

/** What a row is, in words, for whoever looks for it. */
export const checkPlaceText = {
  form: (p: { readonly year: number; readonly unit: string; readonly file: string; readonly actor: string }): string =>
    `${p.year} 年度 ${p.unit} 的填报表${p.file === '' ? '' : `（${p.file}）`}，${p.actor} 生成`,
  conflict: (p: Readonly<Record<'subject' | 'statement' | 'decidedBy' | 'reason', string>> & { readonly year: number }): string =>
    `${p.year} 年 ${p.subject} 以 ${p.statement} 为准（${p.decidedBy}：${p.reason}）`,
  batch: (p: { readonly id: number; readonly year: number; readonly importedAt: string | null }): string =>
    `第 ${p.id} 批（${p.year} 年${p.importedAt === null ? '' : `，${p.importedAt} 导入`}）`,
  imported: (p: { readonly unit: string; readonly year: number; readonly version: number; readonly file: string }): string =>
    `${p.unit} ${p.year} 年第 ${p.version} 版 ${p.file}`,
  version: (file: string, version: number): string => `${file}（第 ${version} 版）`,
  monitoringFile: (file: string, id: number): string => `${file}（监测文件 ${id}）`,
  schema: (type: string, name: string): string => `${TYPE_NAMES[type] ?? type} ${name}`,
  finding: (file: string, sheet: string | null, cell: string | null): string =>
    [file, [sheet, cell].filter((part) => part !== null).join('!')].filter((part) => part !== '').join(' '),
  figure: ({ measureId, year, unitId, value, document, actor }: FigurePlace): string =>
    `${measureId} ${year} 年${unitId === null ? '' : ` ${unitId}`} 认定数 ${value}（${document}，${actor}）`,
  decision: (p: { readonly year: number; readonly act: string; readonly actor: string; readonly reason: string }): string =>
    `${p.year} 年度 ${YEAR_ACT_NAMES[p.act] ?? p.act}（${p.actor}：${p.reason}）`,
  document: (p: Readonly<Record<'kind' | 'number' | 'title' | 'issuedOn' | 'effectiveOn', string>>): string =>
    `${DOCUMENT_NAMES[p.kind] ?? p.kind} ${p.number}${p.title === p.number ? '' : `《${p.title}》`}（${p.issuedOn} 印发，${p.effectiveOn} 起生效）`,
  scheme: (p: { readonly id: string; readonly act: string; readonly actor: string }): string =>
    `办法 ${p.id} ${SCHEME_ACT_NAMES[p.act] ?? p.act}（${p.actor}）`,
} as const;

export const exceptionalPlaceText = (event: number, act: string): string => `例外事件 ${event}：${EVENT_ACT_TEXTS[act] ?? act}`;

export const evidencePlaceText = (event: number, name: string): string => `例外事件 ${event} 的证据 ${name}`;

export const stationPlaceText = (name: string, id: number): string => `站点登记第 ${id} 条${name === '' ? '' : `“${name}”`}`;
