const STAGES: Readonly<Record<string, string>> = {
  templates: '正在生成填报表',
  read: '正在读取填报表',
  store: '正在入库',
  readMonitoring: '正在读取监测数据',
  storeMonitoring: '正在保存监测数据',
  checkMonitoring: '正在核对监测数据原件',
  planBook: '正在生成方案工作簿',
  valueBook: '正在生成填写用的工作簿',
  samples: '正在编制示例填报表',
  layout: '正在排版',
  print: '正在生成文件',
  checkFiles: '正在核对原件',
  checkRuns: '正在复算结果',
};

/** What a job is doing, in a few words. */
export const stageText = (stage: string): string => STAGES[stage] ?? stage;
