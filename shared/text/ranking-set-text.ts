interface Withheld {
  readonly group: string;
  readonly ranked: number;
  readonly needed: number;
}

interface SetChange {
  readonly group: string;
  readonly came: readonly string[];
  readonly left: readonly string[];
  readonly withheldBefore: boolean;
}

/** 重点组; a group whose name says so already keeps it. */
export const groupWithWord = (group: string): string => (group === '' || group.endsWith('组') ? group : `${group}组`);

/** 名次不公布: how many can be ranked, and how many it takes. */
export const withheldText = ({ group, ranked, needed }: Withheld, towns: string): string =>
  `${groupWithWord(group)}参加排名的${towns}只有${ranked}个，少于排名办法规定的${needed}个，不公布名次，不计末位`;

/** 名次升降 left out: who came, who left. `before`: the period before in words. */
export function setChangeText({ group, came, left, withheldBefore }: SetChange, before: string): string {
  if (withheldBefore) return `${groupWithWord(group)}上期（${before}）没有公布名次，不列名次升降`;
  const parts = [
    ...(came.length === 0 ? [] : [`本期新参加${came.join('、')}`]),
    ...(left.length === 0 ? [] : [`本期不再参加${left.join('、')}`]),
  ];
  return `${groupWithWord(group)}参加排名的与上期（${before}）不同，不列名次升降：${parts.join('；')}`;
}

/** PM2.5 is published by the scheme otherwise than the work has decided. */
export const pm25DecimalsText = ({ scheme, work }: { readonly scheme: number; readonly work: number }): string =>
  `PM2.5均值按本排名办法${placesText(scheme)}；工作库的设置为${placesText(work)}，排名比较的是公布值，以办法为准`;

const placesText = (decimals: number): string => (decimals === 0 ? '取整数' : `保留${decimals}位小数`);

/** 环比 of a ranking: what the period is held against. `before`: in words; blank where no period lies before. */
export function recentText(before: string, known: boolean): string {
  if (before === '') return '没有上期可比，按环比不能排名';
  return known ? `环比与${before}比较，上期有效数据不足的不排名` : `上期（${before}）没有足够的监测数据，按环比不能排名`;
}
