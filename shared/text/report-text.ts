/** Names of the documents, and what a user may type for them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  annex1: ['附件1', '指标', 'indicators'],
  annex3: ['附件3', '事项', 'items'],
  ranking: ['排名', '镇街排名', 'rank'],
};

export const reportKindNames = Object.entries(KINDS).map(([kind, names]) => `${kind}（${names[0]}）`).join('、');

/** annex1 / 附件1 / 指标 → annex1; unknown words come back as they are. */
export function reportKindOf(text: string): string {
  return Object.entries(KINDS).find(([kind, names]) => kind === text || names.includes(text))?.[0] ?? text;
}

/** 2024 → 2024年; 2024-07 → 2024年7月; 2024-01..2024-07 → 2024年1—7月. */
export function periodText(period: string): string {
  const [first = '', last = first] = period.split('..');
  const [year, month] = last.split('-');
  if (month === undefined) return `${year}年`;
  const from = Number(first.split('-')[1]);
  return from === Number(month) ? `${year}年${from}月` : `${year}年${from}—${Number(month)}月`;
}

/** 2024-08-31 → 2024年8月31日 (GB/T 9704-2012, 7.3.5.4: no leading zeros). */
export function dateText(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Title of a scheme, marked 示范方案 unless its title already says so. */
export const schemeText = (title: string, demonstration: boolean): string => (demonstration && !title.includes('示范') ? `${title}（示范方案）` : title);
