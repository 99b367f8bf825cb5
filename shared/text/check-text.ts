const PROBLEMS: Readonly<Record<string, string>> = {
  database: '数据库结构',
  plan: '方案内容与其哈希不符',
  file: '原件字节与其哈希不符',
  value: '数值与原表单元格不符',
  run: '重新计算与存档结果不符',
};

export const checkProblemText = (kind: string): string => PROBLEMS[kind] ?? kind;
