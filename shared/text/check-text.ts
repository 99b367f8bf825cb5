const PROBLEMS: Readonly<Record<string, string>> = {
  database: '数据库结构',
  plan: '方案或评分办法的内容与其哈希不符',
  file: '原件字节与其哈希不符',
  return: '填报表与原件或导入记录不符',
  monitoring: '监测数据与原件或导入记录不符',
  value: '数值与原表单元格不符',
  consent: '同意不涉及的记录与操作记录不符',
  schemeInput: '办法的录入与操作记录不符',
  run: '重新计算与存档结果不符',
  event: '操作记录不连续或被改动',
  setting: '设置与操作记录不符',
  register: '收件登记与操作记录不符',
};

export const checkProblemText = (kind: string): string => PROBLEMS[kind] ?? kind;

const CHAIN: Readonly<Record<string, string>> = {
  hash: '内容与其校验值不符',
  link: '与前一条不相接，前面有记录被删除或改动',
  unchained: '没有校验值，不是本程序写入的',
  beginning: '不是新建或升级的记录，前面的记录已被删除',
};

export const chainProblemText = (problem: string): string => CHAIN[problem] ?? problem;

/** 收件登记 against the log. */
export const loggedText = { notStored: '操作记录中有，库内没有', notLogged: '库内有，操作记录中没有' } as const;

export const receivedLineText = ({ number, sha256 }: { readonly number: number; readonly sha256: string }): string =>
  `收件号 ${number}（${sha256.slice(0, 12)}…）`;

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

export const settingMissingText = { event: '库内有，操作记录中没有', setting: '操作记录中有，库内没有' } as const;
