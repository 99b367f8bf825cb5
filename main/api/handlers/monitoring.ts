import type { monitoringCausesMethods } from '../../../shared/contract/monitoring-causes.ts';
import type { monitoringStatisticsMethods } from '../../../shared/contract/monitoring-statistics.ts';
import type { monitoringPatternMethods } from '../../../shared/contract/monitoring-pattern.ts';
import type { monitoringTrendMethods } from '../../../shared/contract/monitoring-trend.ts';
import type { monitoringUsualMethods } from '../../../shared/contract/monitoring-usual.ts';
import type { monitoringMethods } from '../../../shared/contract/monitoring.ts';
import { airCalendar } from '../../services/monitoring/evaluation/calendar.ts';
import { airDay } from '../../services/monitoring/evaluation/day-detail.ts';
import { causesOfChange } from '../../services/monitoring/evaluation/causes.ts';
import { dustDays } from '../../services/monitoring/evaluation/dust-days.ts';
import { evaluateMonths, evaluatePlaces } from '../../services/monitoring/evaluation/evaluate.ts';
import { accuracyOfForecasts } from '../../services/monitoring/evaluation/forecast-accuracy.ts';
import { outlookOf } from '../../services/monitoring/evaluation/outlook.ts';
import { statisticsOfPlace } from '../../services/monitoring/evaluation/statistics.ts';
import { patternOf } from '../../services/monitoring/evaluation/pattern.ts';
import { trendOf } from '../../services/monitoring/evaluation/trend.ts';
import { leversOfPlace } from '../../services/monitoring/evaluation/levers.ts';
import { usualOf } from '../../services/monitoring/evaluation/usual.ts';
import { listPlaces } from '../../services/monitoring/gathering/places.ts';
import type { Handlers } from '../handler.ts';

type Methods = typeof monitoringMethods &
  typeof monitoringTrendMethods &
  typeof monitoringCausesMethods &
  typeof monitoringStatisticsMethods &
  typeof monitoringPatternMethods &
  typeof monitoringUsualMethods;

export const monitoringHandlers: Handlers<Methods> = {
  'monitoring.preview': async (context, { sources, year = null, ...asked }, job) => {
    const { previewMonitoring } = await import('../../services/monitoring/import-monitoring.ts');
    return previewMonitoring(context.work(), await context.grants.sources(sources), { ...asked, year }, job);
  },
  'monitoring.import': async (context, { sources, year = null, ...asked }, job) => {
    const { importMonitoring } = await import('../../services/monitoring/import-monitoring.ts');
    return importMonitoring(context.work(), await context.grants.sources(sources), { ...asked, year }, job);
  },
  'monitoring.places': (context, { year }) => listPlaces(context.work(), year),
  'monitoring.calendar': (context, request) => airCalendar(context.work(), request),
  'monitoring.calendars': (context, { places, ...asked }) => ({
    calendars: places.map((place) => airCalendar(context.work(), { place, ...asked })),
  }),
  'monitoring.day': (context, request) => airDay(context.work(), request),
  'monitoring.months': (context, request) => evaluateMonths(context.work(), request),
  'monitoring.evaluate': (context, request) => evaluatePlaces(context.work(), request),
  'monitoring.dust': (context, { year }) => dustDays(context.work(), year),
  'monitoring.forecast': (context, request) => accuracyOfForecasts(context.work(), request),
  'monitoring.outlook': (context, request) => outlookOf(context.work(), request),
  'monitoring.causes': (context, request) => causesOfChange(context.work(), request),
  'monitoring.statistics': (context, request) => statisticsOfPlace(context.work(), request),
  'monitoring.usual': (context, request) => usualOf(context.work(), request),
  'monitoring.levers': (context, request) => leversOfPlace(context.work(), request),
  'monitoring.trend': (context, request) => trendOf(context.work(), request),
  'monitoring.pattern': (context, request) => patternOf(context.work(), request),
};
