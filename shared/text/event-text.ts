import { DAY_MODE_TEXTS, type Dust, dustSaid } from './dust-text.ts';
import { pollutantSign } from './monitoring-text.ts';

/** Words of 例外事件, in the window, on paper and on the command line. */
export const EVENT_KIND_TEXTS: Readonly<Record<string, string>> = {
  dust: '沙尘',
  smoke: '烟雾',
  fireworks: '烟花爆竹',
  other: '其他事件',
};

/** In a cell of a calendar. */
export const EVENT_SIGN = '例';
export const EVENT_MEANING = '例外事件';
/** Heads a column: days on which one other than dust takes something out. */
export const EVENT_DAYS = '其他事件 天数';

/** Versions of figures side by side. */
export const EVENT_VERSIONS = { measured: '实测，不扣除', withoutEvents: '扣除例外事件后' } as const;

export const EVENT_STATE_TEXTS: Readonly<Record<string, string>> = {
  applied: '申请',
  approved: '批准',
  refused: '不予认定',
  withdrawn: '已撤销',
};

export const EVENT_ACT_TEXTS: Readonly<Record<string, string>> = {
  report: '登记',
  approve: '批准',
  refuse: '不予认定',
  withdraw: '撤销',
  undo: '撤回上一步',
};

const KIND_WORDS: readonly (readonly [string, RegExp])[] = [
  ['fireworks', /烟花|爆竹|鞭炮|^fireworks$/u],
  ['smoke', /秸秆|烟雾|露天焚烧|生物质燃烧|^smoke$/u],
  ['dust', /沙尘|扣沙|扬沙|浮尘|^dust$/u],
];

/** The kind that a word or a title means; null for none. */
export const eventKindOf = (text: string): 'dust' | 'smoke' | 'fireworks' | null =>
  (KIND_WORDS.find(([, words]) => words.test(text))?.[0] ?? null) as 'dust' | 'smoke' | 'fireworks' | null;

interface Named {
  readonly kind: string;
  readonly name: string;
}

export const eventName = ({ kind, name }: Named): string => (name === '' ? (EVENT_KIND_TEXTS[kind] ?? kind) : name);

export const eventDays = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? from : `${from}～${to}`);

/** 18时至24时; blank for whole days. */
export const eventHours = (hours: { readonly from: number; readonly to: number } | null): string =>
  hours === null ? '' : `${hours.from}时至${hours.to}时`;

export const eventPollutants = (pollutants: readonly string[]): string => pollutants.map(pollutantSign).join('、');

/** 渝环办〔2026〕12号（市生态环境局，2026-03-02）. */
export function approvalText(approval: { readonly number: string; readonly office: string; readonly date: string | null } | null): string {
  if (approval === null) return '';
  const about = [approval.office, approval.date ?? ''].filter((part) => part !== '').join('，');
  return `${approval.number}${about === '' ? '' : approval.number === '' ? about : `（${about}）`}`;
}

interface Acting {
  readonly kind: string;
  readonly state: string;
  readonly acts: Dust;
}

/** What becomes of an event, in one phrase: what it is taken out of, or why it moves nothing. */
export function eventActsText({ kind, state, acts }: Acting): string {
  if (state !== 'approved') return state === 'applied' ? '未批准，不影响数值' : '不影响数值';
  return eventSettingText(kind, acts);
}

/** How the work takes out what is approved of a kind. */
export function eventSettingText(kind: string, { concentrations, days }: Dust): string {
  if (!concentrations && days === 'kept') return '按设置不扣除';
  const without = kind === 'dust' ? DAY_MODE_TEXTS[days] : EVENT_DAY_MODE_TEXTS[days];
  return `浓度${concentrations ? '' : '不'}扣除，天数${without}`;
}

/** 天数 of each way, of events that touch what is said of each. */
export const EVENT_DAY_MODE_TEXTS: Readonly<Record<Dust['days'], string>> = {
  kept: '按实测AQI计入',
  'without-pm': '剔除所涉污染物后按其余各项计入',
  'left-out': '整日不计',
};

interface OnDay extends Named {
  readonly state: string;
  readonly number: string;
  readonly pollutants: readonly string[];
  readonly out: boolean;
}

/** Of one day: 例外事件：烟花爆竹（渝环监〔2026〕12号），扣除PM10、PM2.5. */
export const dayEventsText = (events: readonly OnDay[], measured: Measured = null): string =>
  `${events
    .map((event) => {
      const about = event.state === 'applied' ? '（申请中）' : event.number === '' ? '' : `（${event.number}）`;
      const how = event.state === 'applied' ? '，不影响数值' : event.out ? `，扣除${eventPollutants(event.pollutants)}` : '，按设置不扣除';
      return `例外事件：${eventName(event)}${about}${how}`;
    })
    .join('；')}${measured === null ? '' : `（实测AQI ${measured.aqi ?? '大于300'}，${measured.category ?? '不发布'}）`}`;

/** What the day was with everything, where it counts otherwise. */
type Measured = { readonly aqi: number | null; readonly category: string | null } | null;

/** Under an evaluation or a ranking: what was approved, and whether it is taken out. */
export function eventSentences(kinds: readonly KindOfDays[], applied: number): string[] {
  const [out, kept] = [kinds.filter((one) => one.out), kinds.filter((one) => !one.out)];
  return [
    ...(out.length === 0 ? [] : [`已按批准扣除例外事件：${eventKindsText(out)}。`]),
    ...(kept.length === 0 ? [] : [`按设置不扣除的例外事件：${eventKindsText(kept)}。`]),
    ...(applied === 0 ? [] : [`另有${applied}个例外事件尚未批准，没有扣除。`]),
  ];
}

/** Of the points for the towns' air. */
export const scoredDustText = (towns: string, days: number, dust: Dust): string =>
  `各${towns}空气质量的得分：本年沙尘影响日${days}天，${dustSaid(dust)}。`;

/** Others than dust: then what stands beside is everything as it was measured. */
export const otherEventsOut = (kinds: readonly { readonly kind: string; readonly out: boolean }[]): boolean =>
  kinds.some(({ kind, out }) => out && kind !== 'dust');

export const OTHER_VERSION = '另一口径：浓度和天数均不扣除沙尘和其他例外事件。';

type KindOfDays = Named & { readonly days: number; readonly numbers: readonly string[]; readonly out: boolean };

/** Of how many days of which kind something was taken out, with the numbers of the approvals: 沙尘2天（渝环办〔2026〕12号）. */
export const eventKindsText = (kinds: readonly (Named & { readonly days: number; readonly numbers: readonly string[] })[]): string =>
  kinds.map((one) => `${eventName(one)}${one.days}天${one.numbers.length === 0 ? '' : `（${one.numbers.join('、')}）`}`).join('，');
