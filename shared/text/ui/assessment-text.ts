/** Words of the page 评分. */
export const assessmentText = {
  hint: (computedAt: string): string => `计算时间 ${computedAt}`,
  demonstration: '示范方案',
  demonstrationHint: '方案原文没有规定分值和计分方法，本办法是示范方案，正式使用前须由主管部门审定。',
  recompute: '重新计算',
  recomputed: '数据有变化，得分已重新计算。',
  unchanged: (computedAt: string): string => `填报数据没有变化，得分与 ${computedAt} 计算的一致。`,
  computing: '正在计算得分…',
  districtOpen: (whole: string): string => `逐项查看${whole}得分`,
  ofKind: (kind: string): string => `${kind}得分`,
  districtSummary: (whole: string): string => `${whole}得分概况`,
  emptyUnits: '没有单位',
  unknownUnit: (unit: string): string => `没有找到单位“${unit}”`,
  unknownUnitHint: '该单位不在本年度的考核范围内，请返回后另选。',
  columns: {
    name: '单位',
    penalties: '扣分',
    total: '总分',
    grade: '等次',
    reported: '报送',
    row: '考核内容',
    state: '完成情况',
    points: '得分',
    max: '分值',
    value: '完成值',
    target: '目标',
    unit: '计量单位',
  },
  nothingCollected: '尚未收到填报表，暂无得分',
  nothingCollectedHint: '导入各单位的填报表后，这里显示本级和各单位的得分。',
  goReturns: '去填报收集',
  noGrade: '—',
  partColumn: (title: string, max: string): string => `${title} ${trimZeros(max)}分`,
  reported: '已报送',
  notReported: '未报送',
  noPart: '—',
  notCounted: '不计',
  points: '分',
  outOf: (max: string): string => `/ ${max} 分`,
  grade: (grade: string): string => `等次：${grade}`,
} as const;

/** Words of the breakdown 得分逐项来历. */
export const breakdownText = {
  title: (name: string): string => `${name}得分逐项来历`,
  summary: (name: string): string => `${name}总分`,
  back: '返回得分表',
  previous: '上一个',
  next: '下一个',
  choose: '选择单位',
  expandAll: '全部展开',
  collapseAll: '全部收起',
  sum: '总分怎么得来',
  penalties: '扣分',
  noPenalties: '没有扣分',
  penalty: { lateReturn: '迟报扣分' } as Readonly<Record<string, string>>,
  target: '目标',
  noTarget: '无数值目标',
  adoptedFrom: (place: string): string => `采用${place}的目标`,
  displaced: (printed: string): string => `本项原文为${printed}，未采用`,
  value: '完成值',
  noValue: '没有可用的数值',
  exact: '修约前',
  exactShort: (digits: string): string => `${digits}…`,
  rule: '计分',
  state: '完成情况',
  sources: '数据来源',
  settled: (document: string): string => `上级认定：${document}`,
  noSources: '没有数据来源（未填报）',
  openSource: (sheet: string, cell: string): string => `打开原表，看工作表“${sheet}”的 ${cell}`,
  source: (file: string, sheet: string, cell: string): string => `${file} · ${sheet}!${cell}`,
  quoted: (raw: string): string => (raw === '' ? '空白' : `原文“${raw}”`),
  part: (points: string, max: string): string => `得 ${points} 分，分值 ${max} 分`,
  fold: '展开或收起',
  noRows: '这一部分没有考核内容',
} as const;

/** How the total comes about, one sentence for each step. */
export const sumText = {
  counted: (points: string, counted: string): string => `各项得分合计 ${points} 分，计入的分值合计 ${counted} 分`,
  left: (rows: number, points: string): string => `其中 ${rows} 项不涉及，${points} 分不计入`,
  missingParts: (points: string): string => `该单位没有承担的部分（${points} 分）不计入`,
  folded: (points: string, counted: string, folded: string): string => `按百分制折算：${points} ÷ ${counted} × 100 = ${folded} 分`,
  unfolded: '计入的分值满 100 分，不需折算',
  penalties: (points: string): string => `扣分合计 ${points} 分`,
  total: (total: string, grade: string): string => `总分 ${total} 分，${grade}`,
  notReported: (total: string): string => `总分 ${total} 分；该单位未报送，不评等次`,
  nothing: '没有计入的考核内容，不评定得分',
} as const;

/** What a cell of a return was asked for. */
export const fieldNames: Readonly<Record<string, string>> = {
  numerator: '分子',
  denominator: '分母',
  increment: '当年新增',
  value: '完成值',
  status: '完成状态',
  date: '完成日期',
  progress: '进展情况',
  evidence: '佐证材料',
  remark: '备注',
  reporter: '填报人',
  reviewer: '审核人',
  phone: '电话',
  reportedOn: '填报日期',
  pm25: 'PM2.5日均值',
  pm10: 'PM10日均值',
  so2: 'SO2日均值',
  no2: 'NO2日均值',
  co: 'CO日均值',
  o3: 'O3日均值',
};

/** Daily values are given as their first and last cell. */
export const rangeNames = { first: '首个', last: '末个' } as const;

/** 2025-01-20T09:30:00+08:00 → 2025年1月20日 09:30. */
export function momentText(moment: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(moment);
  return match === null ? moment : `${match[1]}年${Number(match[2])}月${Number(match[3])}日 ${match[4]}`;
}

/** Number and unit with a thin space between: 37 微克/立方米. A printed target that names its unit (90%以上) stays as it is. */
export const quantityText = (number: string, unit: string): string =>
  unit === '' || number.includes(unit) ? number : `${number}\u2009${unit}`;

const trimZeros = (number: string): string => number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
