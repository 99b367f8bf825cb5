/** Words of the page 报告. */
export const reportsText = {
  hint: '预览就是将要导出的 PDF，数字按当前入库的填报表计算。',
  documents: '文件',
  period: '时段',
  wholeYear: '全年',
  exportPdf: '导出 PDF',
  exportWorkbook: '导出 Excel',
  exportAll: '全部导出到文件夹',
  exportAllHint: (count: number): string => `共 ${count} 份文件，PDF 和 Excel 各一份，一次写入选定的文件夹`,
  downloadAll: '全部下载（压缩包）',
  downloadAllHint: (count: number): string => `共 ${count} 份文件，PDF 和 Excel 各一份，装在一个压缩包里`,
  otherFolder: '换文件夹',
  otherFolderHint: '另选存放正式文件的文件夹；选定后下次直接使用',
  preview: '预览',
  previewing: '正在生成预览',
  noReports: '本年度没有可以打印的文件',
  noReportsHint: '方案的附件没有列出这一年。请在右上角改选年度。',
  exported: (name: string): string => `已导出：${name}`,
  exportedAll: (count: number, folder: string): string => `已导出 ${count} 份文件到“${folder}”`,
  downloaded: (name: string): string => `已交浏览器下载：${name}`,
  downloadedAll: (count: number, name: string): string => `${count} 份文件已装入压缩包“${name}”，交浏览器下载`,
  reveal: '打开所在文件夹',
  exportingOne: (name: string): string => `正在导出 ${name}`,
  exportingOf: (index: number, count: number, name: string): string => `正在导出第 ${index} 份，共 ${count} 份：${name}`,
  nothingCollected: '尚未收到填报表，表中数字为空',
  nothingCollectedHint: '现在导出的文件没有完成情况和得分。请先导入填报表，再导出正式文件。',
  goReturns: '去填报收集',
  partly: (done: number, count: number): string => `共 ${count} 份，已写好 ${done} 份；其余未导出。`,
  close: '关闭',
  sample: '数字来自示例数据，文件上印有“示例数据”字样，不得用于实际考核。',
  pdfFailed: '预览没有显示成功。导出不受影响；请重试，或直接导出 PDF 查看。',
  /** A name that every system takes, with the period in it. */
  fileName: (title: string, period: string): string => `${title}-${period}`.replaceAll(/[\\/:*?"<>|\s]+/g, '-'),
} as const;

export const fontsText = {
  title: (count: number): string => `字体说明：${count} 种字体由其他字体代替`,
  substitution: (role: string, wanted: string, used: string): string => `本机没有${wanted}，${role}以${used}代替`,
  substitutionHint: '正式行文前，可在装有这些字体的电脑上导出，版式不变。',
  missing: (character: string, place: string): string => `“${character}”（${place}）没有字形，印成“〓”`,
  missingTitle: '有生僻字没有字形',
} as const;

export const viewerText = {
  label: (title: string): string => `${title}预览，可用 PageUp、PageDown、Home、End 翻页`,
  page: (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  zoom: '缩放',
  zooms: { width: '适合宽度', actual: '100%' },
  pageLabel: (page: number): string => `第 ${page} 页的图像`,
  opening: '正在显示…',
} as const;
