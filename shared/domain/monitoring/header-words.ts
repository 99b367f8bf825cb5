import { headerText } from './pollutant-text.ts';
import type { ColumnMeaning } from './types.ts';

/** What a header that names no pollutant means; null where it is not understood. Remarks in brackets do not count. */
export function headerWord(text: string): ColumnMeaning | null {
  const plain = headerText(text);
  const bare = plain.replaceAll(/[([{【].*?[)\]}】]/gu, '').replaceAll(/[*:]/gu, '');
  const meaning = WORDS.get(plain.replaceAll(/[()]/gu, '')) ?? WORDS.get(bare) ?? meaningOfAll(bare.split(/[、/和及]/u));
  if (meaning !== undefined) return meaning;
  return KNOWN.test(plain) ? 'known' : null;
}

/** 乡镇、园区: several words of one meaning. */
function meaningOfAll(parts: readonly string[]): ColumnMeaning | undefined {
  const meanings = new Set(parts.map((part) => WORDS.get(part)));
  const [only] = meanings;
  return meanings.size === 1 ? only : undefined;
}

/** Mean, sum and extremes below or beside a table: '平均', '月均值', '最大值'. */
export const isStatistic = (text: string): boolean => !/^\d{4}-/.test(text) && STATISTIC.test(headerText(text));

const STATISTIC =
  /^(?:(?:本|当|全|全部|所有|各|年|月|旬|周|季|日|区|县|市|区域|全域|辖区|城区|主城区|建成区|镇街|乡镇|街镇|园区|站点|点位|总|总体|\d{1,2}月|\d{4}年)*(?:算术)?(?:平均|均值|月均|年均|日均|合计|总计|小计|累计|最大|最小|最高|最低|中位|标准差|方差|极值)(?:值|数|浓度)?|百分位.*|.*百分位数?|有效天数|监测天数|达标.*|超标.*|优良.*|同比.*|环比.*|max|min|avg|average|mean|sum|total|备注.*|注.*|说明.*|制表.*|填报.*|审核.*|数据来源.*)$/u;

/** Never a concentration that is read: indices, weather, other pollutants, keys of other systems. */
const KNOWN =
  /aqi|分指数|首要|等级|级别|类别|质量状况|空气质量|综合指数|指数|排名|名次|颜色|温度|气温|湿度|气压|大气压|风速|风向|风力|降水|降雨|雨量|能见度|天气|^(?:no|nox|tsp|h2s|nh3|co2|pm1|voc.*|tvoc)(?![a-z\d.])|一氧化氮|氮氧化物|二氧化碳|总悬浮|降尘|噪声|经度|纬度|序号|编号|编码|代码|设备|^mn|状态|标识|标记|备注|说明|达标|超标|优良|同比|环比|有效|百分位|\dper$|^(?:id|no\.?|code|type|lon.*|lat.*|temp.*|humidity|wind.*|pressure)$/u;

const WORD_LISTS: readonly (readonly [ColumnMeaning, string])[] = [
  [
    'date',
    '日期 监测日期 采样日期 数据日期 统计日期 观测日期 时间 监测时间 数据时间 采样时间 统计时间 观测时间 时间点 日期时间 日 年月日 date time datetime day',
  ],
  ['year', '年 年份 year'],
  ['month', '月 月份 month'],
  ['hour', '小时 时 时次 时刻 钟点 监测时刻 监测小时 时间时 hour'],
  [
    'place',
    '镇街 乡镇 街道 镇 街镇 镇街道 乡镇街道 镇乡街道 区域 镇街名称 乡镇名称 街道名称 街镇名称 乡镇街道名称 所属镇街 所属乡镇 所属街镇 所属街道 所在镇街 所在乡镇 行政区 行政区域 辖区 地区 属地 属地镇街 属地乡镇 园区 园区名称 开发区 考核单位 考核对象 单位 单位名称 名称 town',
  ],
  [
    'station',
    '站点 点位 站点名称 点位名称 站点名 监测点 监测点位 监测点名称 监测点位名称 监测站点 监测站点名称 监测站 监测站名称 空气站 站名 站名称 测点 测点名称 测站 测站名称 子站 子站名称 微站 微站名称 station',
  ],
  ['region', '区县 区/县 县区 区县名称 城市 城市名称 地市 所属区县 所属城市 city'],
  ['pollutantName', '污染物 污染物名称 监测项目 项目 指标 因子 监测因子 污染因子 参数 监测指标 监测参数 pollutant'],
  ['value', '浓度 浓度值 数值 监测值 值 日均值 日均浓度 均值 小时值 小时均值 小时浓度 实测值 测值 结果 监测结果 监测数据 value'],
];

const WORDS: ReadonlyMap<string, ColumnMeaning> = new Map(
  WORD_LISTS.flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
);
