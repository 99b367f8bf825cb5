/** Menus, dialogs and messages of the desktop window. */
export const desktopText = {
  productName: '治气考核',
  workFilter: '治气考核工作库',
  returnsFilter: '填报表',
  allFilter: '所有文件',
  pdfFilter: 'PDF 文件',
  workbookFilter: 'Excel 工作簿',

  openWork: '打开工作库',
  newWork: '新建工作库',
  pickReturns: '选择收回的填报表',
  pickReturnsFolder: '选择存放填报表的文件夹',
  saveAs: '另存为',
  outputFolder: { templates: '选择存放空白填报表的文件夹', reports: '选择存放正式文件的文件夹' },

  menu: {
    file: '文件(&F)', newWork: '新建工作库…', openWork: '打开工作库…', quit: '退出',
    edit: '编辑(&E)', undo: '撤销', redo: '恢复', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选',
    view: '视图(&V)', reload: '重新载入', zoomIn: '放大', zoomOut: '缩小', resetZoom: '实际大小', fullScreen: '全屏', developer: '开发者工具',
    help: '帮助(&H)', log: '打开日志所在文件夹', about: '关于治气考核',
  },

  about: (version: string): string => `治气考核 ${version}\n空气质量持续改善行动年度考核与镇街排名\n全部数据保存在本机，不联网。`,
  coreEndedTitle: '程序的计算部分意外退出',
  coreEnded: (log: string): string => `已入库的数据不受影响；正在进行的一步没有完成。\n请点“重新启动”后再做一次。如再次出现，请把日志交给维护人员：\n${log}`,
  pageEndedTitle: '界面意外关闭',
  pageEnded: '已入库的数据不受影响。请点“重新载入”继续。',
  pageMissingTitle: '界面文件缺失',
  pageMissing: '没有找到界面文件。请重新安装程序；从源码运行时请先执行 npm run build。',
  workFailedTitle: '工作库没有打开',
  restart: '重新启动',
  reload: '重新载入',
  quit: '退出',
  close: '知道了',
} as const;
