/** Names of the documents, and what a user may type for them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  annex1: ['指标', '附件1', 'indicators'],
  annex3: ['事项', '附件3', 'items'],
  ranking: ['排名', '空气质量排名', '镇街排名', 'rank'],
  scheme: ['办法', '条文与规则', 'schemes'],
};

export const reportKindNames = Object.entries(KINDS)
  .map(([kind, names]) => `${kind}（${names[0]}）`)
  .join('、');

/** annex1 / 附件1 / 指标 → annex1; unknown words come back as they are. */
export function reportKindOf(text: string): string {
  return Object.entries(KINDS).find(([kind, names]) => kind === text || names.includes(text))?.[0] ?? text;
}

/** 2024 → 2024年; 2024-07 → 2024年7月; 2024-01..2024-07 → 2024年1—7月. */
export function periodText(period: string): string {
  const [first = '', last = first] = period.split('..');
  if (last.length === ISO_DATE_LENGTH) return first === last ? dateText(first) : `${dateText(first)}至${dateText(last)}`;
  const [year, part] = last.split('-');
  if (part === undefined) return `${year}年`;
  if (part.startsWith('Q')) return `${year}年第${['一', '二', '三', '四'][Number(part.slice(1)) - 1] ?? part.slice(1)}季度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上半年' : '下半年'}`;
  const from = Number(first.split('-')[1]);
  return from === Number(part) ? `${year}年${from}月` : `${year}年${from}—${Number(part)}月`;
}

const ISO_DATE_LENGTH = 10;

/** 2024-08-31 → 2024年8月31日 (GB/T 9704-2012, 7.3.5.4: no leading zeros). */
export function dateText(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Title of a scheme, marked 示范方案 unless its title already says so; without that mark, whatever was once written, where it is none any more. */
export const schemeText = (title: string, demonstration: boolean): string =>
  demonstration && !title.includes('示范') ? `${title}（示范方案）` : schemeTitleText(title, demonstration);

/** Title of a scheme beside its state: whether it is 示范 follows from the state, not from what its author wrote behind the title. */
export const schemeTitleText = (title: string, demonstration: boolean): string =>
  demonstration ? title : title.replaceAll(/[（(]示范(?:方案|办法)?[）)]/gu, '');

/** A scheme as its state has it: one that is no 示范 (any more) says so neither in its title nor in its notes. */
export function schemeInState<Scheme extends Stated>(scheme: Scheme, demonstration: boolean): Scheme {
  if (demonstration) return { ...scheme, demonstration };
  const notes = scheme.notes.filter((note) => !note.includes('示范方案'));
  return { ...scheme, demonstration, title: schemeTitleText(scheme.title, demonstration), notes };
}

interface Stated {
  readonly title: string;
  readonly demonstration: boolean;
  readonly notes: readonly string[];
}

/** 整数, 一位小数, 两位小数: as many decimals as the number is written with. */
export function decimalsText(number: string): string {
  const decimals = number.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '整数' : `${['', '一', '两', '三', '四'][decimals] ?? decimals}位小数`;
}
