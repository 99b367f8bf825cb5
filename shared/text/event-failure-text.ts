import { EVENT_ACT_TEXTS, EVENT_STATE_TEXTS } from './event-text.ts';

type Params = Readonly<Record<string, string | number>>;

/** Refusals of 例外事件. */
export const EVENT_FAILURES: Readonly<Record<string, (p: Params) => string>> = {
  EVENT_UNKNOWN: (p) =>
    `没有编号为 ${p['event']} 的例外事件。${p['known'] === '' || p['known'] === undefined ? '还没有登记任何事件，请先登记。' : `已登记的编号：${p['known']}。`}`,
  EVENT_SPAN: (p) =>
    `起止日期 ${p['from']}～${p['to']} 不对：结束不能早于开始，一个事件最长 ${p['most']} 天。请核对日期，更长的请分开登记。`,
  EVENT_NAME: () => '类型为其他的事件要写明是什么事件。请填写名称，如“森林火灾”。',
  EVENT_HOURS: (p) => `时段 ${p['from']}时至${p['to']}时 不对：同一天内结束要晚于开始。请核对时段，跨日的请写明结束日期。`,
  EVENT_DUST_POLLUTANTS: () => '沙尘只扣除 PM2.5 和 PM10，不能改为别的污染物。请不填污染物，或改选其他类型。',
  EVENT_TWICE: (p) => `${p['from']}～${p['to']} 的这一事件已经登记，编号 ${p['event']}。请在原有的一条上批准或撤销。`,
  EVENT_NUMBER: () => '批准要写明文号。请填写批准文件的文号；还没有批复的，请只登记申请。',
  EVENT_STATE: (p) =>
    `编号 ${p['event']} 的事件现在是“${EVENT_STATE_TEXTS[String(p['state'])] ?? ''}”，不能再${EVENT_ACT_TEXTS[String(p['act'])] ?? ''}。${
      p['act'] === 'undo' ? '没有可以撤回的一步；不再需要的请撤销整个事件。' : '要改变的，请先撤回上一步。'
    }`,
  EVENT_EVIDENCE: (p) => `证据文件“${p['file']}”读不了、是空的，或者超过 ${p['most']} 兆。请检查文件，过大的请压缩或分开后再附。`,
  EVENT_NO_EVIDENCE: (p) => `编号 ${p['event']} 的事件没有可以取出的证据文件。请先在登记或批准时附上。`,
  EVENT_CELL: (p) =>
    `${p['cell']} ${p['column']}“${p['text']}”看不懂。日期写年月日，时段写如 18时-24时，污染物写 PM2.5、PM10 等。请改正后重新导入。`,
  EVENT_KIND_UNSAID: (p) => `${p['cell']} 这一行看不出是哪一类事件。请加一列“类型”，写沙尘、秸秆焚烧、烟花爆竹或其他名称。`,
};
