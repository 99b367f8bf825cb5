const KINDS: Readonly<Record<string, string>> = {
  value: '同年数值不同',
  laterYear: '目标年度不同',
  endValue: '期末数值不同',
  basis: '口径不同（累计、当年）',
  unit: '计量单位不同',
  quantity: '一处有数值、一处只有文字',
  operator: '比较符不同',
  scope: '统计范围不同',
  leads: '牵头单位不同',
};

interface ListLabels {
  readonly annex1: string;
  readonly annex2: string;
  readonly annex3: string;
}

const RULES: Readonly<Record<string, string | ((labels: ListLabels) => string)>> = {
  only: '没有同单位、同口径的不同数值',
  annex1First: ({ annex1, annex3 }) => `${annex1} 优先于${annex3} 和正文`,
  annex3First: ({ annex3 }) => `${annex3} 优先于正文`,
  annex2First: ({ annex2 }) => `${annex2} 优先于正文`,
  user: '人工决定',
  revised: '按最近生效的目标调整文件',
  carried: '沿用上一年度目标',
  interpolated: '按前后年度目标插值',
  entered: '开启年度时录入',
};

export const conflictKindText = (kind: string): string => KINDS[kind] ?? kind;

/** Rule of precedence in words; `labels`: what the plan calls its lists. */
export function adoptionRuleText(rule: string, labels: ListLabels): string {
  const text = RULES[rule] ?? rule;
  return typeof text === 'string' ? text : text(labels);
}

export function statementYearText(year: number | 'yearly' | 'standing'): string {
  if (year === 'yearly') return '每年';
  return year === 'standing' ? '长期' : `${year}年`;
}
