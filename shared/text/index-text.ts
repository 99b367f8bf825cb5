/** 综合指数 in words: where it is rounded before the sum, and with which weights. One home for page, print, command and scheme. */
const ROUNDINGS: Readonly<Record<string, string>> = {
  stages: '浓度先修约，各单项指数再修约到2位小数后相加',
  each: '浓度不先修约，各单项指数修约到2位小数后相加',
  sum: '只对总和修约',
};

export const indexRoundingText = (rounding: string): string => ROUNDINGS[rounding] ?? rounding;

interface PrintedIndex {
  readonly rounding: string;
  readonly pm25Decimals?: '0' | '1' | undefined;
}

/** The same with what is rounded to how many places, for under a table. */
export function indexRoundingSentence({ rounding, pm25Decimals = '0' }: PrintedIndex): string {
  if (rounding !== 'stages') return indexRoundingText(rounding);
  const places = pm25Decimals === '0' ? 'CO保留1位小数，其他取整数' : 'CO、PM2.5保留1位小数，其他取整数';
  return `浓度先修约（${places}），各单项指数再修约到2位小数后相加`;
}

/** 综合指数的浓度先修约…; 综合指数只对总和修约. */
export const ofIndexText = (words: string): string => (words.startsWith('浓度') ? `综合指数的${words}` : `综合指数${words}`);

/** What says how the index is reckoned since HJ 663-2026 holds: a setting with its document, or nobody yet. */
export type IndexBasis = { readonly settled: false } | { readonly settled: true; readonly from: string; readonly document: string | null };

const dateText = (date: string): string => `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

export function indexBasisSentence(basis: IndexBasis | null): string[] {
  if (basis === null) return [];
  if (basis.settled)
    return [`综合指数的算法自${dateText(basis.from)}起按本单位的设置${basis.document === null ? '' : `，依据${basis.document}`}。`];
  return [
    '2026年3月1日起综合指数中PM2.5浓度的位数和各项权重未见公布的规定，未定，沿用此前的做法；定下后在设置中写明起始日期和依据的文件。',
  ];
}
