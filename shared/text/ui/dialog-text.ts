/** Words of the dialogs by which something is decided. */
export const dialogText = {
  reason: '理由',
  reasonPlaceholder: '会记入工作库，如：市环〔2026〕3号下达',
  reasonsOffered: '最近用过的理由',
  actor: (name: string): string => `操作人 ${name}，连同理由和时间记入工作库。`,
  cancel: '取消',
  undo: '撤销',
  undoReason: (done: string): string => `撤销：${done}`,
  undone: '已撤销。',
  confirmKey: 'Ctrl＋回车也可以确定',
  before: '原来',
  after: '改为',
  none: '无',
  effect: '影响',
  effectWaiting: '正在测算影响…',
  remark: (measure: string | undefined, sentence: string): string => (measure === undefined ? sentence : `${measure}：${sentence}`),
  effectNone: '目标和得分都没有变化。',
  effectNoScores: '得分没有变化。',
  effectTargets: '目标',
  effectScores: (count: number): string => `得分（${count} 个变化）`,
  effectSchemes: '办法结果',
  targetOf: (name: string, unit: string | undefined, stretch: boolean, year: number): string =>
    `${unit === undefined ? '' : `${unit} `}${name}${stretch ? ' 奋斗目标' : ''}（${year} 年）`,
  schemeOf: (scheme: string, subject: string, year: number): string => `${scheme} ${subject}（${year} 年）`,
  amount: (change: string, out: 'points' | 'money'): string => `${change} ${out === 'points' ? '分' : '万元'}`,
  effectMore: (count: number): string => `另有 ${count} 个`,
  score: (before: string, beforeGrade: string, after: string, afterGrade: string): string =>
    beforeGrade === afterGrade ? `${before} → ${after}` : `${before} ${beforeGrade} → ${after} ${afterGrade}`,
  change: (before: string, after: string): string => `${before} → ${after}`,
  yearOf: (name: string, year: number): string => `${name}（${year} 年）`,
  datePlaceholder: '如 2027-01-15',
  dateInvalid: '请写年月日，如 2027-01-15',
} as const;

/** Why nothing can be changed. */
export const lockText = {
  readOnly: '工作库只读，这里不能改动；需要修改时请复制到可以写入的文件夹，打开副本。',
  final: (year: number): string => `${year} 年度已定稿，这里不能改动；需要更正时，先点页面上方的“重新开启…”。`,
} as const;
