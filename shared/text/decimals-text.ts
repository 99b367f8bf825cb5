/** 保留小数位数 in words: with how many decimals means and percentiles are printed, and how far the clause behind it is known. */
export interface PrintedDecimals {
  /** Of PM2.5, the one that is not settled. */
  readonly pm25: number;
  /** Somebody has decided it for the work; else it is as the standards have it. */
  readonly decided: boolean;
  readonly clauses: readonly { readonly clause: string; readonly evidence: 'transcribed' | 'unseen' }[];
}

const places = (decimals: number): string => (decimals === 0 ? '取整数' : `保留${decimals}位小数`);

export const roundingSentence = ({ pm25 }: Pick<PrintedDecimals, 'pm25'>): string =>
  `数值按GB/T 8170修约，除综合指数外只修约一次：PM2.5${places(pm25)}，CO保留1位小数，其他浓度取整数；达标评价时PM2.5取整数。比率保留1位小数，综合指数保留2位小数。`;

/** Where the decimals come from: by the standards of the period, or by the setting of the work. */
export function decimalsSentences({ pm25, decided, clauses }: PrintedDecimals): string[] {
  if (decided) return [`均值和百分位数中PM2.5${places(pm25)}，按本工作库的设置。`];
  return clauses.map(({ clause, evidence }) =>
    evidence === 'transcribed'
      ? `小数位数按${clause}（据转抄件，未见官方原文）。`
      : `${clause}规定的小数位数未能查到原文，暂与HJ 663-2026表3相同；须取整数的，可在设置中更改PM2.5的小数位数。`,
  );
}
