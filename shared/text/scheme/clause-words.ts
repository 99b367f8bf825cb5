/** Words around 条文与规则: what stands beside the rules in words, on the page, in print and on the command line. */
export const clauseText = {
  title: '条文与规则',
  columns: { clause: '条款', text: '原文', rule: '规则（读作）', measures: '涉及指标\n（计量单位）', full: '满分或\n最高额' },
  columnNames: { clause: '条款', text: '原文', rule: '规则（读作）', measures: '涉及指标（计量单位）', full: '满分或最高额' },
  sections: {
    clauses: '条文与由条文写成的规则',
    composition: '各条怎样合成总的结果',
    withoutRule: '没有规则的条款',
    withoutClause: '没有条款的规则',
  },
  none: { withoutRule: '每一条都有规则', withoutClause: '每一条规则都写明了依据的条款', text: '办法文件没有写原文' },
  noRule: '没有写成规则',
  noClause: '—',
  composed: '合成',
  everybody: '各对象',
  nothing: '无',
  above: '见表末',
  textHeadOwn: '原文',
  states: { demonstration: '示范', approved: '已审定', plain: '未审定' },
  approved: (document: string, by: string): string => `已审定（${document}，${by}）`,
  version: (number: number): string => `第${number}版`,
  from: (from: string): string => (/^\d{4}$/u.test(from) ? `${from}年起` : `自${from}起`),
  subjects: (subjects: string): string => `对象：${subjects}`,
  source: (source: string): string => `出处：${source}`,
  for: (group: string): string => `〔${group}〕`,
  notes: { basics: '计算：', known: '已知：', assumed: '推定：', notes: '说明：' },
  sample: '本办法为示范（示例），未经任何单位审定，不得作为考核依据。',
  mark: '示范',
  planned: '本办法的规则由治气考核程序执行；左列为原文或其摘要，右列为程序所用规则的读法，两者不符的以原文为准并请改正规则。',
  counted: '原文所写的项数是制定本办法时的，用于以后年度时按当年的清单计算。',
  marked: '〔示范〕',
  command: {
    print: '打印办法：条文与规则对照。写工作库和编号，或只写一个办法文件',
    out: '保存为哪个文件（.pdf 或 .xlsx）',
    number: '第几版；不写为最新一版',
    rule: '文件中有几个办法时，取哪一个',
  },
  print: '打印办法',
  printed: (name: string): string => `已生成 ${name}`,
  toExcel: 'Excel 表格',
  fileName: (title: string, format: string): string => `${title.replaceAll(/[\\/:*?"<>|\s]/gu, '')}.${format}`,
} as const;

/** A measure with its unit, as in a cell: PM2.5（μg/m³）. */
export const measureCell = ({ name, unit }: { readonly name: string; readonly unit: string }): string =>
  unit === '' ? name : `${name}（${unit}）`;

const GROUPS: Readonly<Record<string, string>> = { district: '本地区', department: '部门', town: '镇街' };

/** A group that a scheme names by a kind of units of its own (部门); other names are the scheme's own words. */
export const groupText = (group: string): string => GROUPS[group] ?? group;

export const sameAsText = (clause: string): string => `同“${clause}”`;
