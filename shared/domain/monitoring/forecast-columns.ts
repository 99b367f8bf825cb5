import type { ListColumns } from './list-table.ts';

export type ForecastKey = 'published' | 'date' | 'low' | 'high' | 'range' | 'level' | 'primary' | 'lead' | 'statedAqi' | 'statedPrimary';

/** Columns of a table of forecasts by their titles. */
export const FORECAST_COLUMNS: ListColumns<ForecastKey> = {
  published: /^(?:预报)?(?:发布|制作|起报|会商)(?:时间|日期|日)$/u,
  statedAqi: /^(?:实况|实测|实际|观测)(?:值|aqi|aqi值|空气质量指数)$/u,
  statedPrimary: /^(?:实况|实测|实际|观测)首要污染物$/u,
  low: /^(?:预报|预测)?(?:aqi|aqi值|aqi范围|空气质量指数)?(?:\()?(?:下限|最小值|低值|最低)(?:\))?(?:值)?$/u,
  high: /^(?:预报|预测)?(?:aqi|aqi值|aqi范围|空气质量指数)?(?:\()?(?:上限|最大值|高值|最高)(?:\))?(?:值)?$/u,
  range: /^(?:预报|预测)?(?:aqi|空气质量指数)(?:范围|区间|值|预报|预报值|值范围)?$/u,
  level: /^(?:预报|预测)?(?:空气质量)?(?:级别|等级|类别|质量级别|质量等级)(?:范围)?$/u,
  primary: /^(?:预报|预测)?首要污染物$/u,
  lead: /^(?:预报|预测)?时效(?:\(?(?:h|小时|天)\)?)?$/u,
  date: /^(?:预报|预测|目标|被预报)(?:日期|日|时间|对象日期|时段)$/u,
};
