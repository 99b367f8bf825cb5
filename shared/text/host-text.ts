/** What the hosts themselves say: in the terminal they run in, and on the pages that stand in for the interface. */
export const hostText = {
  title: '治气考核',
  opened: (url: string): string => `治气考核已启动，请在本机浏览器打开：${url}`,
  linkOnce: '链接只能用一次；按回车键取得新链接，按 Ctrl+C 结束。',
  newLink: (url: string): string => `新链接：${url}`,
  stopped: '治气考核已结束。',
  building: '界面尚未生成，正在生成，约需半分钟……',
  buildFailed: '界面没有生成成功。请执行 npm run build，按其提示处理后再启动。',
  optionUnknown: (option: string): string => `不认识的参数：${option}。用法：npm run serve -- [工作库.sqlite] [--data 文件夹] [--open]`,
  optionIncomplete: (option: string): string => `参数 ${option} 后面要写文件夹。`,
  coreEnded: '程序的计算部分意外退出，请重新启动。',
  electronMissing: 'Electron 程序文件未安装，改用浏览器界面。',
  desktopMissing: '桌面程序尚未生成（npm run build），改用浏览器界面。',

  unnamedUser: '未具名用户',

  dataFolder: '治气考核',
  sampleWork: '示例工作库',
  sampleReturns: '示例填报表',

  refusedTitle: '治气考核：不能打开',
  refused: '这个链接已经用过或不完整。请回到启动治气考核的窗口，按回车键取得新链接。',
  notFound: '没有这个页面。',
} as const;
