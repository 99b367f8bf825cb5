type Gap =
  | { readonly code: 'NO_DATA' }
  | { readonly code: 'MONTH_DAYS_SHORT'; readonly month: string; readonly validDays: number; readonly required: number }
  | { readonly code: 'YEAR_DAYS_SHORT'; readonly validDays: number; readonly required: number };

const PARTICULATE_ONLY = 2;
const ALL_POLLUTANTS = 6;

/** 备注 of a ranking row: shared rank, incomplete pollutants, or why the town is not ranked. */
export function rankingRemark(row: { readonly shared: boolean; readonly gaps: readonly Gap[]; readonly pollutants: readonly string[] }): string {
  const parts = [gapsText(row.gaps)];
  if (row.shared) parts.push('并列');
  if (row.pollutants.length > 0 && row.pollutants.length < ALL_POLLUTANTS) {
    parts.push(row.pollutants.length <= PARTICULATE_ONLY ? '仅监测颗粒物，优良率不列位次' : `仅监测${row.pollutants.length}项，优良率不列位次`);
  }
  return parts.filter((part) => part !== '').join('；');
}

function gapsText(gaps: readonly Gap[]): string {
  if (gaps.some((gap) => gap.code === 'NO_DATA')) return '无监测数据，不排名';
  const months = gaps.flatMap((gap) => (gap.code === 'MONTH_DAYS_SHORT' ? [Number(gap.month.slice(5))] : []));
  const year = gaps.find((gap) => gap.code === 'YEAR_DAYS_SHORT');
  const parts = [
    ...(months.length === 0 ? [] : [`${months.join('、')}月有效天数不足`]),
    ...(year?.code === 'YEAR_DAYS_SHORT' ? [`全年有效${year.validDays}天（应不少于${year.required}天）`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join('，')}，不排名`;
}
