import { headerText, pollutantInText } from './pollutant-text.ts';

/** Of a pollutant, but no measured value of the day or hour: last year's, a target, an index, the mean of a longer time. */
const OF_ANOTHER_KIND =
  /上年|去年|同期|同比|环比|累计|目标|考核|限值|标准值|计划|昨日|前一日|上月|分指数|iaqi|指数|贡献|占比|比例|排名|名次|变化|预报|预测|达标|超标|[周旬月季年]均|[周旬月季年]度?平均|最[小低]|峰值|改善|降幅|升幅|增幅/u;

export const isOfAnotherKind = (title: string): boolean => OF_ANOTHER_KIND.test(headerText(title));

/** 颗粒物, PM, 细粒子: a column of particles whose quantity is not certain. */
const PARTICLES = /pm|颗粒|粒子|飘尘/u;

export const speaksOfParticles = (title: string): boolean => PARTICLES.test(headerText(title));

/** What is to be said of a heading of particles that is not understood: which part of it, where it names PM2.5 or PM10 besides. */
export function doubtOfParticles(column: string): {
  readonly code: 'MONITOR_PARTICLES_UNKNOWN' | 'MONITOR_HEADER_UNCLEAR';
  readonly params: Readonly<Record<string, string>>;
} {
  const named = pollutantInText(column)?.pollutant;
  const rest = headerText(column)
    .replaceAll(NAMES, '')
    .replaceAll(/^[-_:/([]+|[-_:/)\]]+$/gu, '');
  if ((named !== 'pm25' && named !== 'pm10') || rest === '') return { code: 'MONITOR_PARTICLES_UNKNOWN', params: { column } };
  return { code: 'MONITOR_HEADER_UNCLEAR', params: { column, field: named, rest } };
}

const NAMES = /pm_?2[._·,。]?5|pm_?10|细颗粒物?|可吸入颗粒物?|可入肺颗粒物?|浓度/gu;
