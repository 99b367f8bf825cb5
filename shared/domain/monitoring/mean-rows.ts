import { isStatistic } from './header-words.ts';
import type { PlaceNames } from './place-names.ts';
import { headerText } from './pollutant-text.ts';
import { DISTRICT } from './types.ts';

const MEAN = /^(.+?)(?:算术|[年月日])*(?:平均|均值)(?:值|数|浓度)?$/u;
const LIMIT =
  /^(?:国家|环境|空气|质量|[一二三]级|年度?|全年|本年|20\d\d年?|日|日均|小时|考核|评价|浓度|控制|污染物)*(?:限值|标准限?值?|目标值?)(?:\(.*\))?$/u;

/** 全区平均, 某某区均值, 平均值: a mean of the towns beside it, no station of the district. */
export function isMeanOfPlaces(text: string, places: PlaceNames): boolean {
  const of = MEAN.exec(headerText(text))?.[1];
  if (of === undefined) return false;
  return places.place(of) === DISTRICT || (isStatistic(text) && places.place(text) === DISTRICT);
}

/** 限值, 二级标准, 考核目标: what values are held against. */
export const isLimit = (text: string, places: PlaceNames): boolean => LIMIT.test(headerText(text)) && places.place(text) === null;

/** A place that is not the district itself. */
export function isTown(text: string, places: PlaceNames): boolean {
  const found = places.station(text);
  return found !== null && found !== DISTRICT && !isMeanOfPlaces(text, places);
}
