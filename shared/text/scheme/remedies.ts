import { schemeMeasure, type SchemeParams, schemeSlot } from './words.ts';

type Say = (params: SchemeParams) => string;

/** The command that enters a figure in place of one that the work has not. */
function enterFigure(params: SchemeParams, slot = params['slot'] ?? ''): string {
  const period = params['of'] ?? params['period'] ?? params['year'];
  const name = schemeInputName(schemeMeasure(params['measure']), slot);
  return `用 schemes enter${period === undefined ? '' : ` --period ${period}`} --kind param --name ${name} 录入`;
}

const AIR = '请监测单位补报后导入监测数据（air import）';

/** PM2.5目标: a figure beside its measure as a clerk writes it. */
export const schemeInputName = (measure: string, slot: string): string => `${measure}${slot === '' ? '' : schemeSlot(slot)}`;

/** From whom comes what a scheme lacks on a work, and by which command it gets there; nothing where the lack says it all. */
export const LACK_REMEDIES: Readonly<Record<string, Say>> = {
  zeroReference: () => '请核对比较的数；确为0的，这一项不能按百分比计算，须改办法',
  noAmount: () => '请在办法的 rank 上写 places',
  noCase: () => '请在办法的 first 中补一条其余情形（只写 then）',
  fewRanked: () => '补齐同组各对象的数后才有；确要排的，须改办法中的 least',
  givenPlaces: () => '请把同组各对象的名次都录入',
  returned: (params) => RETURNED[params['reason'] ?? ''] ?? '请填报单位更正后重新报送（import）',
  validity: (params) => `${AIR}；全年已有认定数的用 figures set 录入，或${enterFigure(params)}`,
  pollutants: (params) => `${AIR}，或${enterFigure(params)}`,
  lastYear: (params) =>
    `请导入上年同期的监测数据（air import），${params['yearly'] === 'true' ? '或用 figures set 录入上年结果，' : ''}或${enterFigure(params)}`,
  lastPeriod: (params) => `请导入上期的监测数据（air import），或${enterFigure(params)}`,
  otherStandard: (params) => `请在办法中写 evaluation 指定同一标准，或${enterFigure(params)}`,
  baseYearUnsaid: (params) => `请在办法抬头写 params: { baseYear: 年份 } 后加入新版（schemes add），或${enterFigure(params)}`,
  base: (params) => `由考核单位核定基数后录入（figures set），或${enterFigure(params)}`,
  target: (params) => `由考核单位下达目标（targets revise），或在办法抬头 targets 中写明，或${enterFigure(params)}`,
  stretch: (params) => `由考核单位确定后${enterFigure(params)}`,
  limit: (params) => `由考核单位确定后${enterFigure(params)}`,
  yearlyTarget: (params) => `由考核单位分解到各期后${enterFigure(params)}`,
  groupMean: (params) => `补齐同组各对象的数后才有，或${enterFigure(params)}`,
  notEntered: (params) =>
    `${params['kind'] === 'manual' ? '请评审单位打分后' : '由考核单位确定后'}用 schemes enter --period ${params['period'] ?? ''} --kind ${params['kind'] ?? ''} --name ${params['name'] ?? ''} 录入`,
  noData: (params) => `${AIR}，或${enterFigure(params)}`,
  notMonitored: (params) => `请用 --subjects 只选监测空气的单位，或${enterFigure(params)}`,
  yearly: (params) => `请按年计算（--year），或${enterFigure(params)}`,
  yearClosed: (params) => `请先开启（year open WORK.sqlite ${params['year'] ?? ''} --reason 理由）`,
  measureUnknown: (params) => `由主管单位提供后${enterFigure(params)}`,
  rowUnknown: () => '请把办法中 row 的编号改为方案的编号（plan show 列出）',
  others: () => '先补齐所列对象的数',
};

const RETURNED: Readonly<Record<string, string>> = {
  noReturn: '请该单位报送填报表（status 列出），收回后导入（import）',
  noAnswer: '请该单位补填后重新报送（import）',
  partMissing: '请该单位补填后重新报送（import）',
  zeroDenominator: '请该单位更正后重新报送（import）',
  erroneous: '请该单位更正后重新报送（import）',
  held: '请与该单位核实后确认，或由其更正后重新报送（import）',
  exemptionAsked: '由考核单位决定是否同意（consent）',
};

export const schemeRemedyText = (code: string, params: SchemeParams): string => LACK_REMEDIES[code]?.(params) ?? '';
