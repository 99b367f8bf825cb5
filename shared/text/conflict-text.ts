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

const RULES: Readonly<Record<string, string>> = {
  only: '没有同单位、同口径的不同数值',
  user: '人工决定',
  revised: '按最近生效的目标调整文件',
  carried: '沿用上一年度目标',
  interpolated: '按前后年度目标插值',
  entered: '开启年度时录入',
};

export const conflictKindText = (kind: string): string => KINDS[kind] ?? kind;

/** How a plan calls its annexes: 附件1, 附件3; null for one that it does not have. */
export interface AnnexLabels {
  readonly annex1: { readonly label: string };
  readonly annex2: { readonly label: string } | null;
  readonly annex3: { readonly label: string } | null;
}

/** Which place of the plan comes before which, in the plan's own names of its annexes. */
export function adoptionRuleText(rule: string, { annex1, annex2, annex3 }: AnnexLabels): string {
  if (rule === 'annex1First') return `${spaced(annex1.label)}优先于${annex3 === null ? '' : `${spaced(annex3.label)}和`}正文`;
  if (rule === 'annex2First') return `${spaced(annex2?.label ?? '重大任务')}优先于正文`;
  if (rule === 'annex3First') return `${spaced(annex3?.label ?? '年度事项')}优先于正文`;
  return RULES[rule] ?? rule;
}

/** A number at its end stands off from the Chinese after it: 附件1 优先于, 附件优先于. */
const spaced = (label: string): string => (/[\dA-Za-z]$/u.test(label) ? `${label} ` : label);

export function statementYearText(year: number | 'yearly' | 'standing'): string {
  if (year === 'yearly') return '每年';
  return year === 'standing' ? '长期' : `${year}年`;
}
