const PROBLEMS: Readonly<Record<string, string>> = {
  database: '数据库结构',
  plan: '方案或评分办法的内容与其哈希不符',
  file: '原件字节与其哈希不符',
  return: '填报表与原件或导入记录不符',
  monitoring: '监测数据与原件或导入记录不符',
  value: '数值与原表单元格不符',
  consent: '同意不涉及的记录与操作记录不符',
  run: '重新计算与存档结果不符',
};

export const checkProblemText = (kind: string): string => PROBLEMS[kind] ?? kind;
