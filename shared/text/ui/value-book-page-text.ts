/** Words of taking targets and settled figures in by workbook. */
export const valueBookPageText = {
  export: '导出目标表',
  exportHint: '导出填好指标和现行目标的工作簿，填写后可以整份导入',
  exportName: (district: string, year: number): string => `${district}-${year}-目标表.xlsx`,
  exported: (name: string): string => `已导出 ${name}。`,
  kinds: {
    targets: {
      import: '导入目标表…',
      hint: '导入填好的目标调整；先列出改动和对得分的影响，再入库',
      confirm: '修订目标',
      done: (rows: number): string => `已修订 ${rows} 项目标。`,
    },
    figures: {
      import: '导入认定数表…',
      hint: '导入填好的认定数；先列出改动和对得分的影响，再入库',
      confirm: '录入',
      done: (rows: number): string => `已录入 ${rows} 个认定数。`,
    },
  },
  title: (file: string): string => `导入 ${file}`,
  reading: '正在读取',
  rows: (rows: number): string => `填了 ${rows} 行`,
  findings: (errors: number, warnings: number): string => `检查：错误 ${errors}，其他 ${warnings}`,
  errors: (count: number): string => `有 ${count} 处错误，改正后才能入库`,
  empty: '没有填写的行，没有可以入库的内容',
  same: '与工作库中的相同',
  changes: (count: number): string => `改动（${count}）`,
  issued: '印发日期（可以不填）',
} as const;
