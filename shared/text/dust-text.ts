/** How dust days (扣沙日) enter concentrations and day counts. */
export interface Dust {
  readonly concentrations: boolean;
  readonly days: 'kept' | 'without-pm' | 'left-out';
}

/** What of dust days is taken out; blank for nothing. */
export function dustText({ concentrations, days }: Dust): string {
  if (days === 'without-pm') return `浓度${concentrations ? '' : '不'}扣除沙尘影响日，沙尘影响日的天数${WITHOUT_PM}`;
  if (concentrations && days === 'left-out') return '浓度和天数均扣除沙尘影响日';
  if (concentrations) return '浓度扣除沙尘影响日，天数不扣除';
  return days === 'left-out' ? '天数扣除沙尘影响日，浓度不扣除' : '';
}

/** The same where nothing is said otherwise. */
export const dustSaid = (dust: Dust): string => dustText(dust) || '浓度和天数均未扣除沙尘影响日';

/** What stands beside: concentrations the other way, day counts as measured, or without the days. */
export const otherDustText = ({ concentrations, days }: Dust): string =>
  `浓度${concentrations ? '不扣除' : '扣除'}沙尘影响日，天数${days === 'kept' ? '扣除' : '不扣除'}沙尘影响日`;

/** As a ranking holds it. */
export const dustOfRanking = (dust: {
  readonly concentrations: boolean;
  readonly dayCounts: boolean;
  readonly daysStay?: true | undefined;
}): Dust => ({
  concentrations: dust.concentrations,
  days: dust.dayCounts ? (dust.daysStay === true ? 'without-pm' : 'left-out') : 'kept',
});

/** 沙尘日的天数 of each way, in a few words. */
export const DAY_MODE_TEXTS: Readonly<Record<Dust['days'], string>> = {
  kept: '按实测AQI计入',
  'without-pm': '剔除PM10、PM2.5后按其余各项计入',
  'left-out': '整日不计',
};

interface DustDay {
  readonly count: string;
  readonly measured: { readonly aqi: number | null; readonly category: string | null } | null;
}

/** Of one dust day: how it counts, and what it was as measured where it counts otherwise. */
export function dustDayText({ count, measured }: DustDay, used: Dust['days']): string {
  if (used === 'kept') return '扣沙日，按实测AQI计入天数';
  if (used === 'left-out') return '扣沙日，整日不计入天数';
  if (measured === null) return count === 'dust' ? '扣沙日，除PM10、PM2.5外没有监测值，不计入天数' : '扣沙日';
  return `扣沙日，剔除PM10、PM2.5后按其余各项计入（实测AQI ${measured.aqi ?? '大于300'}，${measured.category ?? '不发布'}）`;
}

/** How many dust days there are, and how many of them do not count. */
export const dustDayCount = (days: number, left: number): string => `${days} 天${left === 0 ? '' : `（其中 ${left} 天不计入天数）`}`;

/** Under a calendar: how dust days count in it, and that it is a look where the work has another way. */
export const dustDaysText = ({ used, ofWork }: { readonly used: Dust['days']; readonly ofWork: Dust['days'] }): string =>
  used === ofWork
    ? `扣沙日${DAY_MODE_TEXTS[used]}`
    : `试看：扣沙日${DAY_MODE_TEXTS[used]}；工作库的设置是${DAY_MODE_TEXTS[ofWork]}，本次结果不存储`;

const WITHOUT_PM = '按PM10、PM2.5以外各项的AQI统计';

/** Under an evaluation: which way was taken, and that it is a look where the work has another. */
export function dustSentences(days: number, used: Dust, ofWork: Dust): string[] {
  const looked = used.concentrations !== ofWork.concentrations || used.days !== ofWork.days;
  return [
    days === 0 ? '本时段没有列入扣沙日清单的日期。' : `本时段有扣沙日${days}天，${dustSaid(used)}。`,
    ...(looked ? [`试看：沙尘口径为本次查看所选，不是工作库的设置（${dustSaid(ofWork)}），结果不存储。`] : []),
  ];
}
