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

export const eventPlaceText = (id: number, kind: string): string => (id === 0 ? '操作记录' : `第 ${id} 条操作记录（${kind}）`);

export const settingMissingText = { event: '库内有，操作记录中没有', setting: '操作记录中有，库内没有' } as const;
