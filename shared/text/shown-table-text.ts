/** Words above a table that is handed over as a workbook. */
export const shownTableText = {
  writtenOn: (day: string): string => `导出日期：${day}`,
} as const;
