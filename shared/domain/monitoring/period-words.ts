import { headerText } from './pollutant-text.ts';

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = '(?:20\\d\\d(?:年|[-/.]))?(?:\\d{1,2}(?:月|[-/.]))?\\d{1,2}[日号]?';

/** A month, ten days, a week, a quarter, a year, or a span of days: 2025年3月, 202503, 3月上旬, 第10周, 一季度, 2025年, 3月1日-3月7日. */
const PERIOD = new RegExp(
  `^(?:(?:20\\d\\d年?)?[-/.]?(?:` +
    [
      `${NUMBER}月份?(?:[上中下]旬)?`,
      '(?<=20\\d\\d[-/.])(?:0?[1-9]|1[0-2])',
      '(?<=20\\d\\d)(?:0[1-9]|1[0-2])',
      `第?${NUMBER}周`,
      `第?${NUMBER}季度?`,
      '[上下]半年',
      '全年',
      '年度?',
    ].join('|') +
    ')(?:均值|平均|累计|合计)?' +
    `|20\\d\\d年(?:均值|平均)?|${DAY}(?:至|到|[-~～—–]+)${DAY})$`,
  'u',
);

/** Whether a text in a column of days names a longer time than one. */
export const isPeriod = (text: string): boolean => PERIOD.test(headerText(text));

const OF_PERIOD =
  /[周旬月季年]报|[周旬月季年]度?均|[周旬月季年]度?平均|累计|[一二三四1-4]季度|[上下]半年|全年|20\d\d年\d{1,2}月(?!\d)|\d{1,2}月份|20\d\d[-/.]\d{1,2}(?![-/.\d])|\d{1,2}[日号](?:至|到|[-~～—–])/u;
const OF_DAYS = /日报|日均|日值|逐日|每日|时报|小时/u;

/** Whether a title speaks of a month, a quarter or another time longer than a day. */
export const speaksOfPeriod = (title: string): boolean => OF_PERIOD.test(headerText(title)) && !OF_DAYS.test(headerText(title));
