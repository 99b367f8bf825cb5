import { expect, test } from 'vitest';
import { headerWord, isStatistic } from '../../../../../shared/domain/monitoring/header-words.ts';
import { pollutantInText, pollutantText, splitPollutant, unitsInText } from '../../../../../shared/domain/monitoring/pollutant-text.ts';

const said = (text: string): string => {
  const found = pollutantText(text);
  return found === null ? 'null' : [found.pollutant ?? '', found.average ?? '', found.unit ?? ''].join('|');
};

test.each([
  ['PM2.5', 'pm25||'],
  ['PM₂.₅', 'pm25||'],
  ['PM2_5', 'pm25||'],
  ['pm25', 'pm25||'],
  ['ＰＭ２．５', 'pm25||'],
  ['细颗粒物', 'pm25||'],
  ['可入肺颗粒物', 'pm25||'],
  ['细颗粒物（PM2.5）', 'pm25||'],
  ['PM2.5(μg/m³)', 'pm25||µg/m³'],
  ['PM2.5\n（ug/m3）', 'pm25||µg/m³'],
  ['PM2.5浓度（微克/立方米）', 'pm25||µg/m³'],
  ['PM2.5日均值', 'pm25||'],
  ['PM2.5_24h', 'pm25|24|'],
  ['PM2.5（ppb）', 'pm25||ppb'],
  ['PM10', 'pm10||'],
  ['PM₁₀', 'pm10||'],
  ['可吸入颗粒物', 'pm10||'],
  ['PM10(mg/m³)', 'pm10||mg/m³'],
  ['SO2', 'so2||'],
  ['SO₂', 'so2||'],
  ['二氧化硫', 'so2||'],
  ['NO2', 'no2||'],
  ['NO₂', 'no2||'],
  ['二氧化氮(NO2)', 'no2||'],
  ['CO', 'co||'],
  ['一氧化碳', 'co||'],
  ['CO(毫克/立方米)', 'co||mg/m³'],
  ['CO mg/m3', 'co||mg/m³'],
  ['O3', 'o3||'],
  ['臭氧', 'o3||'],
  ['O3_8h', 'o3|8|'],
  ['O₃-8h', 'o3|8|'],
  ['O3-8H', 'o3|8|'],
  ['O3_8h_max', 'o3|8|'],
  ['臭氧8小时', 'o3|8|'],
  ['臭氧日最大8小时滑动平均', 'o3|8|'],
  ['臭氧日最大8小时平均', 'o3|8|'],
  ['O3日最大8小时滑动平均值(μg/m³)', 'o3|8|µg/m³'],
  ['O3_1h', 'o3|1|'],
  ['臭氧1小时', 'o3|1|'],
  ['臭氧小时平均', 'o3|1|'],
  ['μg/m³', '||µg/m³'],
  ['单位：mg/m3', '||mg/m³'],
  ['μg·m-3', '||µg/m³'],
])('the header %j is read as %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  'NO',
  'NOx',
  'NO（一氧化氮）',
  '氮氧化物',
  'CO2',
  'TSP',
  'PM1',
  'AQI',
  'PM2.5分指数',
  'PM2.5 IAQI',
  'O3_8h_90per',
  'PM2.5/PM10',
  '温度',
  '首要污染物',
  '综合指数',
])('%j is never taken for a concentration', (text) => {
  expect(pollutantText(text)?.pollutant ?? null).toBeNull();
});

test.each([
  'AQI',
  '空气质量指数',
  '首要污染物',
  '空气质量等级',
  '级别',
  '温度(℃)',
  '风速',
  'NO',
  'NOx',
  '综合指数',
  'IAQI',
  '序号',
  '备注',
  '站点编号',
])('%j is known and not read', (text) => {
  expect(headerWord(text)).toBe('known');
});

test.each([
  ['镇街', 'place'],
  ['乡镇', 'place'],
  ['街 道', 'place'],
  ['区域', 'place'],
  ['镇（街道）', 'place'],
  ['站点', 'station'],
  ['点位', 'station'],
  ['站点名称', 'station'],
  ['监测点', 'station'],
  ['日期', 'date'],
  ['监测日期', 'date'],
  ['时间', 'date'],
  ['监测时间', 'date'],
  ['小时', 'hour'],
  ['时', 'hour'],
  ['监测项目', 'pollutantName'],
  ['浓度', 'value'],
  ['区县', 'region'],
])('the header %j is the key %s', (text, meaning) => {
  expect(headerWord(text)).toBe(meaning);
});

test('a title names its pollutant only where it names one', () => {
  expect(pollutantInText('2024年1月各镇街PM2.5日均浓度统计表')?.pollutant).toBe('pm25');
  expect(pollutantInText('臭氧8小时')).toEqual({ pollutant: 'o3', average: 8, unit: null, state: null, dust: null });
  expect(pollutantInText('PM2.5和PM10日均浓度')).toBeNull();
  expect(pollutantInText('CONTENTS')).toBeNull();
  expect(unitsInText('单位：μg/m³（CO为mg/m³）')).toEqual(['µg/m³', 'mg/m³']);
});

test('a town and a pollutant in one header are taken apart', () => {
  expect(splitPollutant('合阳城街道PM2.5(μg/m³)')).toEqual({
    rest: '合阳城街道',
    pollutant: { pollutant: 'pm25', average: null, unit: 'µg/m³', state: null, dust: null },
  });
});

test('rows of means are known by their names, towns are not', () => {
  expect(['平均', '月均值', '最大值', '合计', '注：数据未审核', '有效天数'].every(isStatistic)).toBe(true);
  expect(['合阳城街道', '2024-01-01', '高新区'].some(isStatistic)).toBe(false);
});
